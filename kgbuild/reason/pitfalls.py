"""The pitfalls of ontology engineering that a program can look for, by the OOPS! catalogue.

``data/pitfalls.tsv`` lists all 41 with the function that looks for each, or why none does.
Every function takes an ontology's triples and yields what falls into the pitfall.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kgbuild.iris import KGB
from kgbuild.reason.reading import read_graphs
from kgbuild.resources import data_rows, ontology_file

Finder = Callable[[Graph], Iterator[str]]

DCT = "http://purl.org/dc/terms/"
ONTOLOGY = URIRef(KGB.rstrip("#"))
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)
LANGUAGES = {"ar", "en"}
# What stands at an end of these shares no class but owl:Thing, and OWL 2 RL has no union in a domain or range.
OPEN_ENDS = frozenset({
    "accordingTo", "agent", "countryCode", "denotes", "evidence", "inDocument", "ofPlace", "participant", "status",
    "target",
})  # fmt: skip
_CLASS_NAME, _TERM_NAME = re.compile(r"[A-Z][A-Za-z0-9]*"), re.compile(r"[a-z][A-Za-z0-9]*")
_TWO_IN_ONE = re.compile(r"[a-z](And|Or)[A-Z]")
_REST = re.compile(r"Other|Misc|Unknown|Various", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(owl|rdf|ttl|n3|rdfxml|nt)\b", re.IGNORECASE)


def find_pitfalls(path: Path | None = None) -> tuple[str, ...]:
    """Return what falls into a pitfall in the shipped ontology, or the one at ``path``: ``P11: … property``, sorted.

    Raises:
        ReasonError: the file cannot be read or is not good RDF.
    """
    graph = Graph()
    for part in read_graphs(path or ontology_file("kgbuild.ttl")):
        graph += part
    found = {f"{codes}: {what}" for codes, finder in _finders().items() for what in finder(graph)}
    return tuple(sorted(found))


def _finders() -> Mapping[str, Finder]:
    codes: dict[str, list[str]] = {}
    for code, _, how, *_ in data_rows("reason", "pitfalls.tsv"):
        if how != "-":
            codes.setdefault(how, []).append(code)
    return {", ".join(members): FINDERS[how] for how, members in codes.items()}


def _own(graph: Graph, *kinds: URIRef) -> list[URIRef]:
    found = {term for kind in kinds for term in graph.subjects(RDF.type, kind)}
    return sorted(term for term in found if isinstance(term, URIRef) and term.startswith(KGB))


def _name(term: Node) -> str:
    return str(term).removeprefix(KGB)


def equivalences(graph: Graph) -> Iterator[str]:
    """P02, P27, P31: two own terms for one thing."""
    for predicate in (OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs):
        for first, second in graph.subject_objects(predicate):
            if str(first).startswith(KGB) and str(second).startswith(KGB):
                yield f"{_name(first)} is declared the same as {_name(second)}"


def is_relations(graph: Graph) -> Iterator[str]:
    """P03: a property that says what something is."""
    for term in _own(graph, *PROPERTIES):
        if _name(term).lower() in {"is", "isa", "instanceof", "typeof"}:
            yield f"{_name(term)} says what rdf:type or rdfs:subClassOf says"


def unconnected(graph: Graph) -> Iterator[str]:
    """P04: a class of which no axiom says how it stands to another term."""
    for term in _own(graph, OWL.Class):
        used = any(graph.triples((None, None, term))) or any(graph.triples((term, RDFS.subClassOf, None)))
        if not used:
            yield f"{_name(term)} is connected with nothing"


def wrong_inverses(graph: Graph) -> Iterator[str]:
    """P05, P25, P26: an inverse of itself, of a symmetric property, or whose ends do not match."""
    for first, second in graph.subject_objects(OWL.inverseOf):
        if isinstance(first, BNode):
            continue
        symmetric = (first, RDF.type, OWL.SymmetricProperty) in graph
        if first == second or symmetric:
            yield f"{_name(first)} needs no inverse"
        elif graph.value(first, RDFS.domain) != graph.value(second, RDFS.range):
            yield f"{_name(first)} and {_name(second)} are inverse, but their ends differ"


def cycles(graph: Graph) -> Iterator[str]:
    """P06: a class above itself."""
    for term in _own(graph, OWL.Class):
        above = graph.objects(term, RDFS.subClassOf)
        if any(term in set(graph.transitive_objects(upper, RDFS.subClassOf)) for upper in above):
            yield f"{_name(term)} is above itself"


def merged_concepts(graph: Graph) -> Iterator[str]:
    """P07: a class named as two things at once."""
    names = map(_name, _own(graph, OWL.Class))
    yield from (f"{name} names two concepts" for name in names if _TWO_IN_ONE.search(name))


def missing_annotations(graph: Graph) -> Iterator[str]:
    """P08: a term without label or definition in Arabic and English."""
    for term in _own(graph, OWL.Class, OWL.NamedIndividual, *PROPERTIES):
        for predicate, word in ((RDFS.label, "label"), (SKOS.definition, "definition")):
            texts = [text for text in graph.objects(term, predicate) if isinstance(text, Literal)]
            if {text.language for text in texts} != LANGUAGES:
                yield f"{_name(term)} has no {word} in Arabic and English"


def missing_disjointness(graph: Graph) -> Iterator[str]:
    """P10: nothing is said to be different."""
    if not any(graph.triples((None, RDF.type, OWL.AllDisjointClasses))) and not any(
        graph.triples((None, OWL.disjointWith, None))
    ):
        yield "no classes are disjoint"


def missing_ends(graph: Graph) -> Iterator[str]:
    """P11: a property without domain or range, where it inherits none and OWL 2 RL could say one."""
    for term in _own(graph, *PROPERTIES):
        above = set(graph.transitive_objects(term, RDFS.subPropertyOf))
        for predicate, word in ((RDFS.domain, "domain"), (RDFS.range, "range")):
            if _name(term) not in OPEN_ENDS and not any(graph.value(upper, predicate) for upper in above):
                yield f"{_name(term)} has no {word}"


def equal_labels(graph: Graph) -> Iterator[str]:
    """P12, P30, P32: two terms of a kind with one label."""
    for kinds in ((OWL.Class,), PROPERTIES):
        labels = Counter(label for term in _own(graph, *kinds) for label in graph.objects(term, RDFS.label))
        yield from (f"{times} terms are called {label!r}" for label, times in sorted(labels.items()) if times > 1)


def restrictions(graph: Graph) -> Iterator[str]:
    """P14, P15: restrictions, which this ontology leaves to the shapes."""
    used = (OWL.allValuesFrom, OWL.someValuesFrom, OWL.complementOf)
    yield from sorted(f"{_name(node)} is restricted by {p}" for p in used for node in graph.subjects(p, None))


def class_individuals(graph: Graph) -> Iterator[str]:
    """P17: a class that is also an individual."""
    both = set(_own(graph, OWL.Class)) & set(_own(graph, OWL.NamedIndividual))
    yield from (f"{_name(term)} is a class and an individual" for term in sorted(both))


def multiple_ends(graph: Graph) -> Iterator[str]:
    """P19: several domains or ranges, which mean their intersection."""
    for term in _own(graph, *PROPERTIES):
        for predicate, word in ((RDFS.domain, "domain"), (RDFS.range, "range")):
            if len(set(graph.objects(term, predicate))) > 1:
                yield f"{_name(term)} has several {word}s"


def misused_annotations(graph: Graph) -> Iterator[str]:
    """P20: a definition that only repeats the label, or a label as long as a definition."""
    for term in _own(graph, OWL.Class, OWL.NamedIndividual, *PROPERTIES):
        for language in sorted(LANGUAGES):
            labels = _lengths(graph, term, RDFS.label, language)
            definitions = _lengths(graph, term, SKOS.definition, language)
            if labels and definitions and min(definitions) <= max(labels):
                yield f"{_name(term)} is not defined in {language!r}"


def _lengths(graph: Graph, term: URIRef, predicate: URIRef, language: str) -> list[int]:
    texts = (text for text in graph.objects(term, predicate) if isinstance(text, Literal))
    return [len(text) for text in texts if text.language == language]


def miscellaneous(graph: Graph) -> Iterator[str]:
    """P21: a class of whatever fits no other."""
    yield from (f"{name} is a class of the rest" for name in map(_name, _own(graph, OWL.Class)) if _REST.search(name))


def naming(graph: Graph) -> Iterator[str]:
    """P22: UpperCamelCase for classes, lowerCamelCase for all else."""
    for kinds, pattern in (((OWL.Class,), _CLASS_NAME), ((OWL.NamedIndividual, *PROPERTIES), _TERM_NAME)):
        names = map(_name, _own(graph, *kinds))
        yield from (f"{name} is named otherwise" for name in names if not pattern.fullmatch(name))


def own_datatypes(graph: Graph) -> Iterator[str]:
    """P23: a datatype of one's own."""
    yield from (f"{_name(term)} is a datatype of its own" for term in _own(graph, RDFS.Datatype))


def recursive(graph: Graph) -> Iterator[str]:
    """P24: a term within its own axioms."""
    predicates = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.disjointWith)
    pairs = (pair for predicate in predicates for pair in graph.subject_objects(predicate))
    yield from (f"{_name(first)} is defined by itself" for first, second in pairs if first == second)


def unlike_ends(graph: Graph) -> Iterator[str]:
    """P28, P29: a symmetric or transitive property whose domain is not its range."""
    for term in _own(graph, OWL.SymmetricProperty, OWL.TransitiveProperty):
        if graph.value(term, RDFS.domain) != graph.value(term, RDFS.range):
            yield f"{_name(term)} leads from one class to another and cannot be symmetric or transitive"


def short_chains(graph: Graph) -> Iterator[str]:
    """P33: a chain of one."""
    for term, chain in graph.subject_objects(OWL.propertyChainAxiom):
        if len(list(Collection(graph, chain))) < 2:
            yield f"{_name(term)} has a chain of one property"


def untyped(graph: Graph) -> Iterator[str]:
    """P34, P35: used as a class or property, and declared as none."""
    classes = {*graph.objects(None, RDFS.subClassOf), *graph.objects(None, RDFS.domain)}
    properties = {*graph.objects(None, RDFS.subPropertyOf), *graph.objects(None, OWL.inverseOf)}
    for terms, kinds in ((classes, (OWL.Class,)), (properties, PROPERTIES)):
        for term in terms:
            if isinstance(term, URIRef) and not any((term, RDF.type, kind) in graph for kind in kinds):
                yield f"{_name(term)} is used and not declared"


def file_extension(graph: Graph) -> Iterator[str]:
    """P36: the IRI names a file."""
    yield from (f"{iri} names a file" for iri in graph.subjects(RDF.type, OWL.Ontology) if _EXTENSION.search(str(iri)))


def declaration(graph: Graph) -> Iterator[str]:
    """P38, P39: no ontology declared, or another one than the namespace's."""
    declared = sorted(map(str, graph.subjects(RDF.type, OWL.Ontology)))
    if declared != [str(ONTOLOGY)]:
        yield f"declared is {', '.join(declared) or 'no ontology'}, not {ONTOLOGY}"


def hijacking(graph: Graph) -> Iterator[str]:
    """P40: more is said of another vocabulary's term than what kind of thing it is."""
    for subject, predicate, _ in graph:
        # Not URIRef.startswith, which takes no tuple of prefixes and says False.
        foreign = isinstance(subject, URIRef) and not str(subject).startswith(str(ONTOLOGY))
        if foreign and predicate != RDF.type:
            yield f"{subject} is another vocabulary's, and gets {predicate}"


def license_missing(graph: Graph) -> Iterator[str]:
    """P41: no licence."""
    if graph.value(ONTOLOGY, URIRef(f"{DCT}license")) is None:
        yield "the ontology has no licence"


FINDERS: Mapping[str, Finder] = {
    finder.__name__: finder
    for finder in (
        equivalences, is_relations, unconnected, wrong_inverses, cycles, merged_concepts, missing_annotations,
        missing_disjointness, missing_ends, equal_labels, restrictions, class_individuals, multiple_ends,
        misused_annotations, miscellaneous, naming, own_datatypes, recursive, unlike_ends, short_chains, untyped,
        file_extension, declaration, hijacking, license_missing,
    )
}  # fmt: skip
