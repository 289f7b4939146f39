"""The terms that derived graphs are written in, and the minting of their nodes and quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kgbuild.iris import KGB, digest

_XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
WAS_DERIVED_FROM = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")

_OWN = (
    "DerivedGraph ControlState controller ofPlace from until accordingTo status uncontested contested denied "
    "corroborated EventAssessment assesses sourceCount DeathToll InjuryToll onDay lowest highest firstAttested "
    "lastAttested"
)
_TERMS = {name: NamedNode(KGB + name) for name in _OWN.split()}


def own_terms() -> frozenset[str]:
    """Return the IRIs of all ``kgb:`` terms that only derived graphs use."""
    return frozenset(term.value for term in _TERMS.values())


def kgb(name: str) -> NamedNode:
    """Return the term of the ontology called ``name``; raises :class:`KeyError` where derived graphs have none such."""
    return _TERMS[name]


def day(value: str) -> Literal:
    """Return an ISO day as ``xsd:date``."""
    return Literal(value, datatype=NamedNode(f"{_XSD}date"))


def number(value: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(value), datatype=NamedNode(f"{_XSD}integer"))


@dataclass(frozen=True, slots=True)
class DerivedGraph:
    """One named graph of derived statements, ``{base}graph/derived-{name}``."""

    name: str
    base: str

    def mint(self, *parts: str) -> NamedNode:
        """Return the IRI of a derived thing: the same parts, the same IRI."""
        return NamedNode(f"{self.base}{self.name}/{digest(self.name, *parts)}")

    def head(self) -> Quad:
        """Return the statement that marks the graph; what it rests on stands at each thing in it."""
        return Quad(self._iri, RDF_TYPE, kgb("DerivedGraph"), self._iri)

    def say(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        """Return one statement of the graph."""
        return Quad(subject, predicate, value, self._iri)

    def rests_on(self, subject: NamedNode, sources: Iterable[str]) -> Iterator[Quad]:
        """Yield what ``subject`` was derived from, by IRI."""
        for source in sorted(set(sources)):
            yield self.say(subject, WAS_DERIVED_FROM, NamedNode(source))

    @property
    def _iri(self) -> NamedNode:
        return NamedNode(f"{self.base}graph/derived-{self.name}")
