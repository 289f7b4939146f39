"""What in a graph the ontology excludes, why, and which statements make it so.

Method: the rules of https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules that conclude
``false`` and that the ontology can fire: cax-dw, cax-adc and prp-irp; and prp-fp, whose owl:sameAs is not concluded
here, with eq-diff2, eq-diff3 or cax-dw, cax-adc after it: two values of a functional property that cannot be one thing.
The statements behind it are those that give the thing either class by rdf:type, rdfs:domain or rdfs:range.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

import pyoxigraph as ox

from kgbuild.iris import KGB

_PREFIXES = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DISJOINT = (
    "SELECT DISTINCT ?c ?d WHERE { { ?c owl:disjointWith ?d } UNION "
    "{ ?a a owl:AllDisjointClasses ; owl:members ?l . ?l rdf:rest*/rdf:first ?c, ?d FILTER(STR(?c) < STR(?d)) } }"
)
_DIFFERENT = (
    "SELECT DISTINCT ?c ?d WHERE { ?a a owl:AllDifferent ; owl:distinctMembers ?l . "
    "?l rdf:rest*/rdf:first ?c, ?d FILTER(?c != ?d) }"
)
_IRREFLEXIVE = "SELECT DISTINCT ?p WHERE { ?p a owl:IrreflexiveProperty }"
_FUNCTIONAL = "SELECT DISTINCT ?p WHERE { ?p a owl:FunctionalProperty, owl:ObjectProperty }"
_BELOW = "SELECT DISTINCT ?x ?y WHERE { ?x a owl:Class ; rdfs:subClassOf* ?y FILTER(isIRI(?x) && isIRI(?y)) }"
_ENDS = "SELECT DISTINCT ?p ?c WHERE {{ ?p rdfs:subPropertyOf*/rdfs:{}/rdfs:subClassOf* ?c FILTER(isIRI(?p)) }}"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing that cannot be as it is told.

    Attributes:
        thing: its IRI.
        reason: why not, in words: a clause whose subject is the thing.
        causes: the statements of the graph that make it so, sorted; empty where they follow in several steps only.
    """

    thing: str
    reason: str
    causes: tuple[ox.Triple, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """What of the ontology the rules need.

    Attributes:
        disjoint: pairs of classes that share no member.
        different: pairs of individuals that are not one, both ways round.
        irreflexive, functional: properties.
        above: class -> itself and all classes above it.
        domains, ranges: property -> the classes of its subjects, of its objects.
    """

    disjoint: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
    different: frozenset[tuple[ox.NamedNode, ox.NamedNode]]
    irreflexive: tuple[ox.NamedNode, ...]
    functional: tuple[ox.NamedNode, ...]
    above: Mapping[object, Set[ox.NamedNode]]
    domains: Mapping[object, Set[ox.NamedNode]]
    ranges: Mapping[object, Set[ox.NamedNode]]


def schema_of(ontology: ox.Store) -> Schema:
    """Return what the rules need of an ontology in the default graph of a store."""
    return Schema(
        disjoint=tuple(sorted(((row[0], row[1]) for row in _rows(ontology, _DISJOINT)), key=str)),
        different=frozenset((row[0], row[1]) for row in _rows(ontology, _DIFFERENT)),
        irreflexive=tuple(sorted((row[0] for row in _rows(ontology, _IRREFLEXIVE)), key=str)),
        functional=tuple(sorted((row[0] for row in _rows(ontology, _FUNCTIONAL)), key=str)),
        above=_grouped(_rows(ontology, _BELOW)),
        domains=_grouped(_rows(ontology, _ENDS.format("domain"))),
        ranges=_grouped(_rows(ontology, _ENDS.format("range"))),
    )


def contradictions(closed: ox.Store, told: Iterable[ox.Triple], schema: Schema) -> list[Contradiction]:
    """Return all that a store, closed under the rules, holds and the ontology excludes, sorted by thing.

    Args:
        closed: graph and ontology with all that follows, in the default graph.
        told: the graph alone.
        schema: of the ontology.
    """
    clashes = sorted({*_of_types(closed, schema), *_to_itself(closed, schema), *_of_values(closed, schema)}, key=str)
    by_thing: dict[object, list[ox.Triple]] = {thing: [] for thing, _, _ in clashes}
    for triple in told:
        for end in {triple.subject, triple.object}:
            if end in by_thing:
                by_thing[end].append(triple)
    return [
        Contradiction(thing.value, reason, _causes(by_thing[thing], thing, excluded, schema))
        for thing, reason, excluded in clashes
    ]


# A thing, why it cannot be, and the two classes, or the one property, that it cannot have.
_Clash = tuple[ox.NamedNode, str, tuple[ox.NamedNode, ...]]


def _of_types(closed: ox.Store, schema: Schema) -> Iterator[_Clash]:
    for first, second in schema.disjoint:
        for quad in closed.quads_for_pattern(None, _TYPE, first):
            if isinstance(quad.subject, ox.NamedNode) and ox.Quad(quad.subject, _TYPE, second) in closed:
                reason = f"cannot be both {_short(first)} and {_short(second)}"
                yield quad.subject, reason, (first, second)


def _to_itself(closed: ox.Store, schema: Schema) -> Iterator[_Clash]:
    for relation in schema.irreflexive:
        for quad in closed.quads_for_pattern(None, relation, None):
            if quad.subject == quad.object and isinstance(quad.subject, ox.NamedNode):
                yield quad.subject, f"cannot be related to itself by {_short(relation)}", (relation,)


def _of_values(closed: ox.Store, schema: Schema) -> Iterator[_Clash]:
    for relation in schema.functional:
        values: dict[ox.NamedNode, list[ox.NamedNode]] = {}
        for quad in closed.quads_for_pattern(None, relation, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                values.setdefault(quad.subject, []).append(quad.object)
        for thing, found in values.items():
            if len(found) > 1 and _are_different(closed, found, schema):
                shown = " and ".join(sorted(_short(value) for value in found))
                yield thing, f"cannot have several values of {_short(relation)}: {shown}", (relation,)


def _are_different(closed: ox.Store, values: list[ox.NamedNode], schema: Schema) -> bool:
    """Whether two of the values cannot be one thing."""
    classes = {value: {quad.object for quad in closed.quads_for_pattern(value, _TYPE, None)} for value in values}
    pairs = [(first, second) for first in values for second in values if first != second]
    return any(
        pair in schema.different or any(c in classes[pair[0]] and d in classes[pair[1]] for c, d in schema.disjoint)
        for pair in pairs
    )


def _causes(
    told: Iterable[ox.Triple], thing: ox.NamedNode, excluded: tuple[ox.NamedNode, ...], schema: Schema
) -> tuple[ox.Triple, ...]:
    found = (triple for triple in told if any(_makes_so(triple, thing, term, schema) for term in excluded))
    return tuple(sorted(found, key=str))


def _makes_so(triple: ox.Triple, thing: ox.NamedNode, term: ox.NamedNode, schema: Schema) -> bool:
    """Whether a statement gives the thing a class, or is itself the relation."""
    if term in schema.irreflexive:
        return triple.predicate == term and triple.subject == triple.object
    if term in schema.functional:
        return triple.predicate == term and triple.subject == thing
    if triple.predicate == _TYPE:
        return triple.subject == thing and term in schema.above.get(triple.object, ())
    as_subject = triple.subject == thing and term in schema.domains.get(triple.predicate, ())
    return as_subject or (triple.object == thing and term in schema.ranges.get(triple.predicate, ()))


def _short(term: ox.NamedNode) -> str:
    return term.value.removeprefix(KGB)


def _rows(store: ox.Store, query: str) -> Iterator[tuple[ox.NamedNode, ...]]:
    answer = store.query(_PREFIXES + query)
    if isinstance(answer, ox.QuerySolutions):
        for solution in answer:
            row = tuple(solution)
            if all(isinstance(term, ox.NamedNode) for term in row):
                yield row


def _grouped(rows: Iterable[tuple[ox.NamedNode, ...]]) -> dict[object, set[ox.NamedNode]]:
    groups: dict[object, set[ox.NamedNode]] = {}
    for first, second in rows:
        groups.setdefault(first, set()).add(second)
    return groups
