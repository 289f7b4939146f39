"""One document: link its entities, name its events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kgbuild.iris import BASE, document_iri, event_iri
from kgbuild.labels import EntityType
from kgbuild.records import Annotation, Entity, Knowledge, Name, Node
from kgbuild.resolve.actors import find_actor, find_state
from kgbuild.resolve.areas import read_part
from kgbuild.resolve.context import Context, read_context
from kgbuild.resolve.known import KnownPlaces
from kgbuild.resolve.names import plain
from kgbuild.resolve.nodes import (
    ROMANISED,
    actor_node,
    context_nodes,
    country_node,
    merge_names,
    part_node,
    place_node,
    seen_names,
    state_node,
    unknown_node,
)
from kgbuild.resolve.places import Linking, find_country, find_places


def resolve(annotation: Annotation, *, base: str = BASE, places: KnownPlaces | None = None) -> Knowledge:
    """Give every entity and event of an annotation its IRI, names and place in the world.

    Args:
        annotation: what was extracted from one article.
        base: what the minted IRIs begin with.
        places: the places that are known; ``None``: those that come with kgbuild.

    Returns:
        The annotation with a node for each entity id, the nodes that these stand within,
        and an IRI for each event id. Entities that are one thing share one node.
    """
    context = read_context(annotation, places)
    found = find_places(annotation.entities, context)
    linked = {entity.id: link(entity, context, base, found.get(entity.id)) for entity in annotation.entities}
    nodes = _merge(linked)
    return Knowledge(
        annotation,
        document_iri(annotation.article.id, base),
        nodes,
        context_nodes(nodes.values(), base, context.places),
        _event_iris(annotation, base),
    )


def link(entity: Entity, context: Context, base: str = BASE, found: Linking | None = None) -> Node:
    """Return the node of one entity: a registered thing's, else one of its own."""
    if entity.type.is_place:
        return _link_place(entity, context, base, found or Linking())
    if entity.type is EntityType.STATE:
        if state := find_state(entity, context):
            return state_node(state, base, seen_names(entity, state.names, state.seats))
    elif actor := find_actor(entity, context):
        return actor_node(actor, base, seen_names(entity, actor.names, actor.descriptors))
    return unknown_node(entity, context, base, seen_names(entity, (entity.name,)))


def _link_place(entity: Entity, context: Context, base: str, found: Linking) -> Node:
    """Return a known place's node, else a part's of a known one, else one of its own with what it may be."""
    # «الصحراء الغربية» may be called an area.
    unknown = found.place is None or found.place.source is not None
    whole = entity.type is EntityType.COUNTRY or (entity.type is EntityType.AREA and unknown)
    if whole and (country := find_country(entity)):
        return country_node(country, base, seen_names(entity, country.names))
    if place := found.place:
        return place_node(place, base, context.places, seen_names(entity, place.names))
    seen = seen_names(entity, (entity.name,))
    if entity.type is EntityType.AREA and (part := read_part(plain(entity.name), context.country)):
        return part_node(part, base, seen)
    node = unknown_node(entity, context, base, seen)
    return replace(node, candidates=tuple(f"{base}place/{candidate.slug}" for candidate in found.candidates))


def _merge(linked: dict[str, Node]) -> dict[str, Node]:
    """Let entities with one IRI share one node that has the names of all."""
    shared: dict[str, Node] = {}
    for node in linked.values():
        other = shared.get(node.iri)
        shared[node.iri] = replace(other, names=merge_names((*other.names, *_demoted(node, other)))) if other else node
    return {identifier: shared[node.iri] for identifier, node in linked.items()}


def _demoted(node: Node, first: Node) -> Iterator[Name]:
    """The names of a further node; where it prefers another one than the first, that is one name among others."""
    preferred = {name.text for name in first.names if name.preferred}
    for name in node.names:
        if not name.preferred or name.text in preferred:
            yield name
        elif name.language != ROMANISED:
            yield replace(name, preferred=False)


def _event_iris(annotation: Annotation, base: str) -> dict[str, str]:
    """Mint the events' IRIs; several of one type on one trigger are numbered in text order."""
    counts: Counter[tuple[str, int]] = Counter()
    iris: dict[str, str] = {}
    for event in annotation.events:
        key = (event.type.value, event.trigger.start)
        counts[key] += 1
        kind = key[0] if counts[key] == 1 else f"{key[0]}#{counts[key]}"
        iris[event.id] = event_iri(annotation.article.id, kind, event.trigger.start, base)
    return iris
