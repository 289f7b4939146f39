"""Which class expressions and data ranges OWL 2 RL allows, and where: below, above or beside an axiom.

Source: the productions subClassExpression, superClassExpression, equivClassExpression and DataRange of
https://www.w3.org/TR/owl2-profiles/#Class_Expressions_3 and https://www.w3.org/TR/owl2-profiles/#Data_Ranges_3,
read from triples by https://www.w3.org/TR/owl2-mapping-to-rdf/#Parsing_of_Expressions.
"""

from __future__ import annotations

from collections.abc import Callable

from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

Test = Callable[[Graph, Node], bool]

# https://www.w3.org/TR/owl2-profiles/#Entities_3: those of OWL 2 but owl:real and owl:rational.
_NAMES = """
decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short byte unsignedLong
unsignedInt unsignedShort unsignedByte float double string normalizedString token language Name NCName NMTOKEN boolean
hexBinary base64Binary anyURI dateTime dateTimeStamp
"""
_XSD = Namespace(str(XSD))
DATATYPES = frozenset({RDF.PlainLiteral, RDF.XMLLiteral, RDFS.Literal, *(_XSD[name] for name in _NAMES.split())})


def may_stand_below(graph: Graph, node: Node) -> bool:
    """Return whether ``node`` is a subClassExpression: what is below, disjoint, or has a key."""
    if isinstance(node, URIRef):
        return node != OWL.Thing
    return (
        _all_members(graph, node, OWL.intersectionOf, may_stand_below)
        or _all_members(graph, node, OWL.unionOf, may_stand_below)
        or (node, OWL.oneOf, None) in graph
        or (node, OWL.hasValue, None) in graph
        or _filled_by(graph, node, OWL.someValuesFrom, may_stand_below, thing=True)
    )


def may_stand_above(graph: Graph, node: Node) -> bool:
    """Return whether ``node`` is a superClassExpression: what is above, a domain, a range, or a thing's type."""
    if isinstance(node, URIRef):
        return node != OWL.Thing
    complement = graph.value(node, OWL.complementOf)
    return (
        _all_members(graph, node, OWL.intersectionOf, may_stand_above)
        or (complement is not None and may_stand_below(graph, complement))
        or (node, OWL.hasValue, None) in graph
        or _filled_by(graph, node, OWL.allValuesFrom, may_stand_above, thing=False)
        or _at_most_one(graph, node)
    )


def may_be_equivalent(graph: Graph, node: Node) -> bool:
    """Return whether ``node`` is an equivClassExpression."""
    if isinstance(node, URIRef):
        return node != OWL.Thing
    return (node, OWL.hasValue, None) in graph or _all_members(graph, node, OWL.intersectionOf, may_be_equivalent)


def is_data_range(graph: Graph, node: Node) -> bool:
    """Return whether ``node`` is a datatype of OWL 2 RL, one that the ontology declares, or several of them at once."""
    if isinstance(node, URIRef):
        return node in DATATYPES or (node, RDF.type, RDFS.Datatype) in graph
    return _all_members(graph, node, OWL.intersectionOf, is_data_range)


def _all_members(graph: Graph, node: Node, predicate: URIRef, test: Test) -> bool:
    members = graph.value(node, predicate)
    return members is not None and all(test(graph, member) for member in Collection(graph, members))


def _filled_by(graph: Graph, node: Node, predicate: URIRef, test: Test, *, thing: bool) -> bool:
    filler = graph.value(node, predicate)
    if filler is None:
        return False
    if (graph.value(node, OWL.onProperty), RDF.type, OWL.DatatypeProperty) in graph:
        return is_data_range(graph, filler)
    return test(graph, filler) or (thing and filler == OWL.Thing)


def _at_most_one(graph: Graph, node: Node) -> bool:
    # Not joined by `or`: the literal 0 is false.
    bounds = [*graph.objects(node, OWL.maxCardinality), *graph.objects(node, OWL.maxQualifiedCardinality)]
    if not bounds or any(not isinstance(bound, Literal) or bound.value not in {0, 1} for bound in bounds):
        return False
    on_class, on_range = graph.value(node, OWL.onClass), graph.value(node, OWL.onDataRange)
    if on_class is not None:
        return on_class == OWL.Thing or may_stand_below(graph, on_class)
    return on_range is None or is_data_range(graph, on_range)
