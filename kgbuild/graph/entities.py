"""Actors, places and operations: class, names, identity elsewhere, position, what they lie in."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgbuild.graph import vocabulary as v
from kgbuild.graph.source import Source, Triple
from kgbuild.graph.values import iri, metres, point, text
from kgbuild.labels import EntityType, RelationType
from kgbuild.records import Coordinates, Node


def entity_triples(source: Source) -> Iterator[Triple]:
    """Yield the nodes that the document names, and those that they stand within."""
    nodes = (*source.knowledge.nodes.values(), *source.knowledge.context)
    known = frozenset(node.iri for node in nodes)
    for node in nodes:
        yield from _node_triples(node)
        if node.type is EntityType.STATE:
            yield from _territory(node, known, source.run.base)


def _node_triples(node: Node) -> Iterator[Triple]:
    subject = iri(node.iri)
    yield subject, v.RDF_TYPE, v.ENTITY_CLASS[node.type]
    for name in node.names:
        yield subject, v.RDFS_LABEL if name.preferred else v.SKOS_ALT_LABEL, text(name.text, name.language)
    for match in node.matches:
        yield subject, v.SKOS_EXACT_MATCH, iri(match)
    if node.country:
        yield subject, v.KGB_COUNTRY_CODE, text(node.country)
    if node.within:
        yield subject, _containment(node.type), iri(node.within)
    if node.direction:
        yield subject, v.KGB_DIRECTION, text(node.direction)
    for candidate in node.candidates:
        yield subject, v.KGB_CANDIDATE, iri(candidate)
    if node.coordinates:
        yield from _geometry(subject, node.coordinates, node.accuracy)


def _containment(kind: EntityType) -> NamedNode:
    """A place lies in a place; an actor (or an operation) is part of a larger one."""
    return v.RELATION[RelationType.LOCATED_IN if kind.is_place else RelationType.PART_OF]


def _geometry(subject: NamedNode, position: Coordinates, accuracy: int | None) -> Iterator[Triple]:
    geometry = iri(f"{subject.value}/point")
    yield subject, v.GEO_HAS_GEOMETRY, geometry
    yield geometry, v.RDF_TYPE, v.GEO_GEOMETRY
    yield geometry, v.GEO_AS_WKT, point(position)
    if accuracy is not None:
        yield geometry, v.GEO_ACCURACY, metres(accuracy)


def _territory(state: Node, known: frozenset[str], base: str) -> Iterator[Triple]:
    """A state and its country share their slug; the country must be in the document to be written."""
    country = f"{base}place/{state.iri.removeprefix(f'{base}actor/')}"
    if country in known:
        yield iri(state.iri), v.KGB_TERRITORY, iri(country)
