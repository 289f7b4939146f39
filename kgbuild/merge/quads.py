"""Happenings as RDF, in the graph ``derived-merged`` (``docs/rdf-model.md``, Merged events)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kgbuild.iris import BASE, KGB
from kgbuild.merge.happenings import Happening

_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_DERIVED = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
_OF_TYPE = NamedNode("http://purl.org/dc/terms/type")
_OWN = (
    "DerivedGraph MergedEvent agent target place operation date count inDocument firstReported lastReported "
    "publisherCount"
)
_TERMS = {name: NamedNode(KGB + name) for name in _OWN.split()}


def own_terms() -> frozenset[str]:
    """Return the IRIs of the ``kgb:`` terms that merged events use."""
    return frozenset(term.value for term in _TERMS.values())


def merged_quads(happenings: Iterable[Happening], base: str = BASE) -> Iterator[Quad]:
    """Yield the statements about happenings, in the order given; nothing where there is none."""
    graph = NamedNode(f"{base}graph/derived-merged")
    marked = False
    for found in happenings:
        if not marked:
            yield Quad(graph, _TYPE, _TERMS["DerivedGraph"], graph)
            marked = True
        subject = NamedNode(found.iri)
        for predicate, value in _statements(found):
            yield Quad(subject, predicate, value, graph)


def _statements(found: Happening) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield _TYPE, _TERMS["MergedEvent"]
    yield _OF_TYPE, NamedNode(KGB + found.type.value)
    yield _LABEL, Literal(found.label, language="ar")
    for role, fillers in found.roles.items():
        yield from ((_TERMS[role.value], NamedNode(filler)) for filler in fillers)
    if found.day:
        yield _TERMS["date"], _day(found.day)
    for count in found.counts:
        yield _TERMS["count"], _number(count)
    if found.first_report and found.last_report:
        yield _TERMS["firstReported"], _day(found.first_report)
        yield _TERMS["lastReported"], _day(found.last_report)
    if found.publishers is not None:
        yield _TERMS["publisherCount"], _number(found.publishers)
    yield from ((_TERMS["inDocument"], NamedNode(document)) for document in found.documents)
    yield from ((_DERIVED, NamedNode(event)) for event in found.events)


def _day(iso: str) -> Literal:
    return Literal(iso, datatype=NamedNode(f"{_XSD}date"))


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(f"{_XSD}integer"))
