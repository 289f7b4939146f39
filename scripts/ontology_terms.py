"""What the files of ontology/ say of each term, gathered for the reference page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kgbuild.iris import KGB
from kgbuild.resources import ontology_file

ONTOLOGY = URIRef(KGB.rstrip("#"))
KINDS = {
    "class": OWL.Class,
    "object-property": OWL.ObjectProperty,
    "data-property": OWL.DatatypeProperty,
    "individual": OWL.NamedIndividual,
}
_NATURES = {
    "functional": OWL.FunctionalProperty,
    "transitive": OWL.TransitiveProperty,
    "symmetric": OWL.SymmetricProperty,
    "irreflexive": OWL.IrreflexiveProperty,
}
_MATCHES = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
_SCHEMA_AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact: a term, a word of ``ontology_words.tsv``, or a text in both languages.

    Attributes:
        iri: of a term, own or another vocabulary's.
        word: key of the word that stands before the term, or alone.
        text: English and Arabic.
    """

    iri: str | None = None
    word: str | None = None
    text: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the ontology.

    Attributes:
        name: local name.
        kind: key of :data:`KINDS`.
        label, definition: English and Arabic.
        facts: key of the word that names the fact, and its values; only what there is.
    """

    name: str
    kind: str
    label: tuple[str, str]
    definition: tuple[str, str]
    facts: tuple[tuple[str, tuple[Value, ...]], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code of another scheme to which classes are mapped."""

    iri: str
    scheme: str
    notation: str
    label: tuple[str, str]
    classes: tuple[str, ...]


class Sources:
    """The four files, each as a graph."""

    def __init__(self) -> None:
        self.ontology, self.schemes, self.alignments, self.shapes = (
            Graph().parse(ontology_file(f"{name}.ttl")) for name in ("kgbuild", "schemes", "alignments", "shapes")
        )


def both(graph: Graph, node: Node, predicate: URIRef) -> tuple[str, str]:
    """Return a thing's text in English and Arabic; empty where there is none."""
    texts = {text.language: str(text) for text in graph.objects(node, predicate) if isinstance(text, Literal)}
    return texts.get("en", ""), texts.get("ar", "")


def terms(sources: Sources) -> list[Term]:
    """Return all terms, by kind and name."""
    return [
        Term(
            name=str(node).removeprefix(KGB),
            kind=kind,
            label=both(sources.ontology, node, RDFS.label),
            definition=both(sources.ontology, node, SKOS.definition),
            facts=tuple((key, values) for key, values in _facts(sources, node, kind) if values),
        )
        for kind, declared in KINDS.items()
        for node in _declared(sources.ontology, declared)
    ]


def _declared(graph: Graph, kind: URIRef) -> list[URIRef]:
    return sorted(node for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef) and node.startswith(KGB))


def codes(sources: Sources) -> list[Code]:
    """Return the codes of the schemes, by scheme and notation."""
    graph = sources.schemes
    found = [
        Code(
            iri=str(node),
            scheme=str(graph.value(node, SKOS.inScheme)).rpartition("/")[2],
            notation=str(graph.value(node, SKOS.notation)),
            label=both(graph, node, SKOS.prefLabel),
            classes=tuple(sorted({str(mapped) for match in _MATCHES for mapped in graph.subjects(match, node)})),
        )
        for node in graph.subjects(RDF.type, SKOS.Concept)
    ]
    return sorted(found, key=lambda code: (code.scheme, code.notation))


def _facts(sources: Sources, node: URIRef, kind: str) -> Iterator[tuple[str, tuple[Value, ...]]]:
    if kind == "class":
        yield from _class_facts(sources.ontology, node)
    elif kind == "individual":
        classes = set(sources.ontology.objects(node, RDF.type)) - {OWL.NamedIndividual}
        yield "member-of", _named(classes)
    else:
        yield from _property_facts(sources.ontology, node)
    yield "shapes", tuple(_promises(sources.shapes, node))
    yield "mapped", tuple(_matches(sources.schemes, node))
    yield "aligned", tuple(_alignments(sources.alignments, node))


def _class_facts(graph: Graph, node: URIRef) -> Iterator[tuple[str, tuple[Value, ...]]]:
    yield "above", _named(graph.objects(node, RDFS.subClassOf))
    yield "below", _named(graph.subjects(RDFS.subClassOf, node))
    yield "members", _named(graph.subjects(RDF.type, node))
    yield "used-from", _named(graph.subjects(RDFS.domain, node))
    yield "used-to", _named(graph.subjects(RDFS.range, node))
    yield "disjoint", _named(_disjoint(graph, node))


def _property_facts(graph: Graph, node: URIRef) -> Iterator[tuple[str, tuple[Value, ...]]]:
    yield "above-property", _named(graph.objects(node, RDFS.subPropertyOf))
    yield "below-property", _named(graph.subjects(RDFS.subPropertyOf, node))
    above = list(graph.transitive_objects(node, RDFS.subPropertyOf))
    for key, predicate in (("domain", RDFS.domain), ("range", RDFS.range)):
        ends = _named(end for term in above if term for end in graph.objects(term, predicate))
        yield key, ends or (Value(word="any"),)
    yield "nature", tuple(Value(word=key) for key, nature in _NATURES.items() if (node, RDF.type, nature) in graph)
    for chain in graph.objects(node, OWL.propertyChainAxiom):
        steps = ((step, graph.value(step, OWL.inverseOf)) for step in Collection(graph, chain))
        yield "chain", tuple(Value(str(back or step), "inverse" if back else None) for step, back in steps)


def _disjoint(graph: Graph, node: URIRef) -> set[Node]:
    found = set(graph.objects(node, OWL.disjointWith)) | set(graph.subjects(OWL.disjointWith, node))
    for members in graph.objects(None, OWL.members):
        group = set(Collection(graph, members))
        found |= group if node in group else set()
    return found - {node}


def _promises(shapes: Graph, node: URIRef) -> Iterator[Value]:
    """What the shapes ask of a property, or of the members of a class as such."""
    found = {*shapes.subjects(SH.path, node), *shapes.subjects(SH.targetClass, node)}
    yield from sorted(
        (Value(text=text) for shape in found if any(text := both(shapes, shape, SH.message))), key=str
    )


def _matches(schemes: Graph, node: URIRef) -> Iterator[Value]:
    for match in _MATCHES:
        yield from (Value(str(code), match.fragment) for code in sorted(schemes.objects(node, match), key=str))


def _alignments(graph: Graph, node: URIRef) -> Iterator[Value]:
    for predicate in (*_SCHEMA_AXIOMS, *_MATCHES):
        yield from (Value(str(term), predicate.fragment) for term in sorted(graph.objects(node, predicate), key=str))


def _named(nodes: Iterable[Node]) -> tuple[Value, ...]:
    return tuple(Value(iri) for iri in sorted({str(node) for node in nodes if isinstance(node, URIRef)}))
