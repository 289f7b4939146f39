"""Is an ontology in the OWL 2 RL profile? Its axioms are held against the grammar of the recommendation.

Method: OWL 2 Profiles, https://www.w3.org/TR/owl2-profiles/#OWL_2_RL, as one finder a rule; and those global
restrictions of OWL 2 DL that an ontology of these axioms can break, as a profile is a part of OWL 2 DL. Each finder
takes the triples and yields what breaks its rule. Annotations are no matter of the profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, combinations
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kgbuild.iris import KGB
from kgbuild.reason.expressions import (
    Test,
    is_data_range,
    may_be_equivalent,
    may_stand_above,
    may_stand_below,
)
from kgbuild.reason.reading import read_graphs
from kgbuild.resources import ontology_file

Finder = Callable[[Graph], Iterator[str]]

_PROFILES, _SYNTAX = "https://www.w3.org/TR/owl2-profiles/#", "https://www.w3.org/TR/owl2-syntax/#"
_KINDS = (OWL.Class, RDFS.Datatype), (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_RESTRICTIVE = (
    OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.IrreflexiveProperty, OWL.AsymmetricProperty,
)  # fmt: skip
_NO_RANGES = (OWL.onDatatype, OWL.withRestrictions, OWL.datatypeComplementOf)
SHIPPED = ("kgbuild.ttl", "alignments.ttl")


def profile_breaches(path: Path | None = None) -> tuple[str, ...]:
    """Return what is outside OWL 2 RL in the shipped ontology with its alignments, or in the one at ``path``, sorted.

    Each is a sentence with the address of the rule.

    Raises:
        ReasonError: a file cannot be read or is not good RDF.
    """
    graph = Graph()
    for file in [path] if path else map(ontology_file, SHIPPED):
        for part in read_graphs(file):
            graph += part
    found = {f"{what} ({rule})" for rule, finders in RULES.items() for finder in finders for what in finder(graph)}
    return tuple(sorted(found))


def subclasses(graph: Graph) -> Iterator[str]:
    """SubClassOf( subClassExpression superClassExpression )."""
    for lower, upper in graph.subject_objects(RDFS.subClassOf):
        yield from _unless(may_stand_below, graph, lower, f"stands below {_name(upper)}")
        yield from _unless(may_stand_above, graph, upper, f"stands above {_name(lower)}")


def equivalent_classes(graph: Graph) -> Iterator[str]:
    """EquivalentClasses( equivClassExpression … ), or DatatypeDefinition( Datatype DataRange )."""
    for first, second in graph.subject_objects(OWL.equivalentClass):
        test = is_data_range if (first, RDF.type, RDFS.Datatype) in graph else may_be_equivalent
        for one, other in ((first, second), (second, first)):
            yield from _unless(test, graph, one, f"is equivalent to {_name(other)}")


def disjoint_classes(graph: Graph) -> Iterator[str]:
    """DisjointClasses( subClassExpression … )."""
    groups = [list(pair) for pair in graph.subject_objects(OWL.disjointWith)]
    groups += [_members(graph, axiom) for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses)]
    for node in chain.from_iterable(groups):
        yield from _unless(may_stand_below, graph, node, "is disjoint with others")


def ends(graph: Graph) -> Iterator[str]:
    """Domains, and ranges of object properties, are a superClassExpression; ranges of data properties a DataRange."""
    for predicate in (RDFS.domain, RDFS.range):
        for term, end in graph.subject_objects(predicate):
            data = predicate == RDFS.range and (term, RDF.type, OWL.DatatypeProperty) in graph
            what = f"is the {predicate.fragment} of {_name(term)}"
            yield from _unless(is_data_range if data else may_stand_above, graph, end, what)


def types_of_things(graph: Graph) -> Iterator[str]:
    """ClassAssertion( superClassExpression Individual )."""
    for thing, kind in graph.subject_objects(RDF.type):
        if not isinstance(kind, URIRef):
            yield from _unless(may_stand_above, graph, kind, f"is the type of {_name(thing)}")


def keys(graph: Graph) -> Iterator[str]:
    """HasKey( subClassExpression … )."""
    for node in graph.subjects(OWL.hasKey):
        yield from _unless(may_stand_below, graph, node, "has a key")


def missing_axioms(graph: Graph) -> Iterator[str]:
    """OWL 2 RL has neither DisjointUnion nor ReflexiveObjectProperty."""
    yield from (f"{_name(term)} is a disjoint union" for term in graph.subjects(OWL.disjointUnionOf))
    yield from (f"{_name(term)} is reflexive" for term in graph.subjects(RDF.type, OWL.ReflexiveProperty))


def restricted_datatypes(graph: Graph) -> Iterator[str]:
    """A DataRange is a datatype or an intersection of them: no facets, complements or lists of values."""
    for predicate in _NO_RANGES:
        yield from (f"{_name(node)} is a data range with {predicate.fragment}" for node in graph.subjects(predicate))


def declared_kinds(graph: Graph) -> Iterator[str]:
    """No IRI is a class and a datatype, or a property of two kinds; and what axioms speak of is declared."""
    for kinds in _KINDS:
        for first, second in combinations(kinds, 2):
            both = set(graph.subjects(RDF.type, first)) & set(graph.subjects(RDF.type, second))
            yield from (f"{_name(term)} is of two kinds" for term in both)
    for predicate in (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith):
        for term in set(graph.objects(None, predicate)) - set(graph.subjects(RDF.type, None)):
            if isinstance(term, URIRef) and not is_data_range(graph, term) and term != OWL.Thing:
                yield f"{_name(term)} is not declared"


def simple_properties(graph: Graph) -> Iterator[str]:
    """What is transitive or has a chain, or is above such, is neither functional, irreflexive nor asymmetric."""
    composite = set(graph.subjects(RDF.type, OWL.TransitiveProperty)) | set(graph.subjects(OWL.propertyChainAxiom))
    above = {upper for term in composite for upper in graph.transitive_objects(term, RDFS.subPropertyOf) if upper}
    for kind in _RESTRICTIVE:
        yield from (f"{_name(term)} is not simple" for term in set(graph.subjects(RDF.type, kind)) & above)


def regular_chains(graph: Graph) -> Iterator[str]:
    """No property is used in the chain that makes it, nor in one of a property that its chain uses."""
    uses: dict[Node, set[Node]] = {}
    for term, members in graph.subject_objects(OWL.propertyChainAxiom):
        steps = (graph.value(step, OWL.inverseOf) or step for step in Collection(graph, members))
        uses.setdefault(term, set()).update(steps)
    yield from (f"{_name(term)} is used in its own chain" for term in uses if term in _reached(graph, uses, term))


def _reached(graph: Graph, uses: Mapping[Node, set[Node]], term: Node) -> set[Node]:
    """Return all properties from which something follows for ``term`` by its chain."""
    reached, waiting = set[Node](), list(uses[term])
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting += [*uses.get(step, ()), *graph.subjects(RDFS.subPropertyOf, step)]
    return reached


def _unless(test: Test, graph: Graph, node: Node, what: str) -> Iterator[str]:
    if not test(graph, node):
        yield f"{_name(node)} {what}, and OWL 2 RL does not allow it there"


def _members(graph: Graph, axiom: Node) -> list[Node]:
    members = graph.value(axiom, OWL.members)
    return list(Collection(graph, members)) if members is not None else []


def _name(term: Node) -> str:
    return str(term).removeprefix(KGB) if isinstance(term, URIRef) else "an expression"


RULES: Mapping[str, tuple[Finder, ...]] = {
    f"{_PROFILES}Axioms_3": (
        subclasses, equivalent_classes, disjoint_classes, ends, types_of_things, keys, missing_axioms,
    ),
    f"{_PROFILES}Data_Ranges_3": (restricted_datatypes,),
    f"{_SYNTAX}Typing_Constraints_of_OWL_2_DL": (declared_kinds,),
    f"{_SYNTAX}Global_Restrictions_on_Axioms_in_OWL_2_DL": (simple_properties, regular_chains),
}  # fmt: skip
