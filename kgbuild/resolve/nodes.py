"""Nodes of the graph: from the registry's facts, or for what it does not know."""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.folding import fold
from kgbuild.iris import digest
from kgbuild.labels import EntityType
from kgbuild.latin import romanise
from kgbuild.records import Entity, Name, Node
from kgbuild.registry import ActorFacts, PlaceFacts, StateFacts
from kgbuild.resolve.areas import PartOf
from kgbuild.resolve.context import Context, divisions_in, settlements_in, states_in
from kgbuild.resolve.extent import locate, reach_of
from kgbuild.resolve.known import KnownPlaces
from kgbuild.resolve.lookup import actor_by_slug, state_by_code, state_by_slug
from kgbuild.resolve.names import forms, nisba_state, plain, shown

# BCP 47: Arabic in Latin letters.
ROMANISED = "ar-Latn"
GEONAMES = "https://sws.geonames.org/"
WIKIDATA = "http://www.wikidata.org/entity/"
FOLDERS = {EntityType.OPERATION: "operation/"} | {kind: "place/" for kind in EntityType if kind.is_place}


def actor_node(facts: ActorFacts, base: str, seen: Iterable[Name] = ()) -> Node:
    """Return the node of a registered actor or operation, with further names ``seen`` in a document."""
    return Node(
        base + FOLDERS.get(facts.type, "actor/") + facts.slug,
        facts.type,
        _names(facts.name, facts.english, seen),
        within=f"{base}actor/{facts.parent}" if facts.parent else None,
        country=facts.country,
    )


def state_node(facts: StateFacts, base: str, seen: Iterable[Name] = ()) -> Node:
    """Return the node of a state that acts."""
    names = _names(facts.name, facts.english, seen)
    return Node(f"{base}actor/{facts.slug}", EntityType.STATE, names, country=facts.code)


def country_node(facts: StateFacts, base: str, seen: Iterable[Name] = ()) -> Node:
    """Return the node of a state's territory."""
    names = _names(facts.name, facts.english, seen)
    return Node(f"{base}place/{facts.slug}", EntityType.COUNTRY, names, country=facts.code)


def place_node(facts: PlaceFacts, base: str, places: KnownPlaces, seen: Iterable[Name] = ()) -> Node:
    """Return the node of a known place."""
    geonames, wikidata = places.register_ids(facts)
    container = _container_of(facts, places)
    return Node(
        f"{base}place/{facts.slug}",
        facts.type,
        _names(facts.name, facts.english, seen),
        matches=(*(f"{GEONAMES}{number}/" for number in geonames), *(WIKIDATA + item for item in wikidata)),
        coordinates=facts.coordinates,
        within=f"{base}place/{container}" if container else None,
        country=facts.country,
        accuracy=reach_of(facts) if facts.type is EntityType.GOVERNORATE else None,
    )


def _container_of(facts: PlaceFacts, places: KnownPlaces) -> str | None:
    """Return the slug of what a known place lies in: its district, else its governorate, else its country."""
    for slug in (facts.district, facts.within):
        container = places.by_slug(slug) if slug else None
        if container and container.slug != facts.slug:
            return container.slug
    state = state_by_code(facts.country)
    return state.slug if state else None


def part_node(part: PartOf, base: str, seen: Iterable[Name] = ()) -> Node:
    """Return the node of a part of a country, governorate or region: the same whatever a text calls it."""
    whole = part.whole
    located = locate(part)
    return Node(
        f"{base}place/x-{digest(EntityType.AREA.value, *part.key)}",
        EntityType.AREA,
        _names(part.arabic, part.english, seen),
        coordinates=located[0] if located else None,
        within=f"{base}place/{whole.slug}",
        country=whole.code if isinstance(whole, StateFacts) else whole.country,
        direction=part.direction,
        accuracy=located[1] if located else None,
    )


def unknown_node(entity: Entity, context: Context, base: str, seen: Iterable[Name] = ()) -> Node:
    """Return the node of what the registry does not know: its IRI hashes type, name and, for homonyms, country."""
    name = plain(entity.name)
    container, country = _container(entity, name, context.country)
    scope = country or ("" if _is_full_name(entity) else context.country)
    key = digest(entity.type.value, name, scope)
    return Node(
        f"{base}{FOLDERS.get(entity.type, 'actor/')}x-{key}",
        entity.type,
        _names(shown(entity.name), None, seen),
        within=base + container if container else None,
        country=country,
    )


def _is_full_name(entity: Entity) -> bool:
    """Whether a name is one person's in all documents; other unknown names have namesakes in other countries."""
    return entity.type is EntityType.PERSON and len(entity.name.split()) > 1


def _container(entity: Entity, name: str, likely: str) -> tuple[str | None, str | None]:
    """Return the path of what contains an unknown thing, by the names within its name, and its country."""
    if entity.type.is_place:
        return _surroundings(name, likely)
    if entity.type in (EntityType.PERSON, EntityType.OPERATION):
        return None, None
    state = nisba_state(name, likely) or _named_state(name, likely)
    official = entity.type in (EntityType.GOVERNMENT_BODY, EntityType.MILITARY_FORCE)
    return (f"actor/{state.slug}" if state and official else None), (state.code if state else None)


def _named_state(name: str, likely: str) -> StateFacts | None:
    """Return the one state whose own name stands in a body's name, as in «السلطات السعودية», «حكومة ليبيا»."""
    codes = states_in(name)
    state = state_by_code(codes.pop()) if len(codes) == 1 else None
    return state if state and (state.code == likely or not state.ambiguous) else None


def _surroundings(name: str, likely: str) -> tuple[str | None, str | None]:
    """Return the governorate or country that a name like «ريف حماة الشمالي» or «شمال سوريا» speaks of."""
    divisions = divisions_in(name)
    if len(divisions) > 1:
        divisions = tuple(place for place in divisions if place.country == likely)
    if len(divisions) == 1:
        return f"place/{divisions[0].slug}", divisions[0].country
    towns = {town.within for town in settlements_in(name, likely)}
    if len(towns) == 1 and (division := towns.pop()):
        return f"place/{division}", likely
    codes = states_in(name)
    state = state_by_code(codes.pop()) if len(codes) == 1 else None
    return (f"place/{state.slug}", state.code) if state else (None, None)


def seen_names(entity: Entity, known: Iterable[str], descriptors: Iterable[str] = ()) -> list[Name]:
    """Return the mentions that are names: not short forms like «الهيئة», except of persons and where registered."""
    registered = {fold(name) for name in known}
    short = {fold(name) for name in descriptors}
    length = len(entity.name.split())
    surfaces = {fold(text): text for text in sorted((m.text for m in entity.mentions), reverse=True)}
    kept = []
    for form in forms(entity):
        full = form not in short and len(form.split()) >= length
        if form in registered or entity.type is EntityType.PERSON or full:
            kept.append(Name(_tidy(surfaces.get(form, entity.name)), "ar"))
    return kept


def _tidy(text: str) -> str:
    return " ".join(text.strip("\"'«»“”()").split())


def _names(preferred: str, english: str | None, seen: Iterable[Name]) -> tuple[Name, ...]:
    """Return the labels: one in Arabic, one in Latin letters (English, else romanised), then the other names."""
    latin = Name(english, "en", preferred=True) if english else Name(romanise(preferred), ROMANISED, preferred=True)
    names = [Name(preferred, "ar", preferred=True), latin]
    others = {fold(name.text): name for name in seen if fold(name.text) != fold(preferred)}
    return merge_names((*names, *others.values()))


def merge_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return distinct names, sorted: by language, the preferred one first."""
    return tuple(sorted(set(names), key=lambda name: (name.language, not name.preferred, name.text)))


def context_nodes(nodes: Iterable[Node], base: str, places: KnownPlaces) -> tuple[Node, ...]:
    """Return what the nodes stand within, step by step, the territories of states and the candidates of places.

    The nodes themselves are left out.
    """
    given = {node.iri: node for node in nodes}
    found: dict[str, Node] = {}
    pending = list(given.values())
    while pending:
        node = pending.pop()
        for iri in _beyond(node, base):
            outer = None if iri in given or iri in found else _node_of(iri, base, places)
            if outer:
                found[iri] = outer
                pending.append(outer)
    return tuple(found[iri] for iri in sorted(found))


def _beyond(node: Node, base: str) -> list[str]:
    territory = node.iri.replace(f"{base}actor/", f"{base}place/") if node.type is EntityType.STATE else None
    return [iri for iri in (node.within, territory, *node.candidates) if iri]


def _node_of(iri: str, base: str, places: KnownPlaces) -> Node | None:
    """Build the node of what a node stands within, or may be, from its IRI."""
    folder, _, slug = iri.removeprefix(base).partition("/")
    state = state_by_slug(slug)
    if folder == "place":
        place = places.by_slug(slug)
        if place:
            return place_node(place, base, places)
        return country_node(state, base) if state else None
    actor = actor_by_slug(slug)
    if actor:
        return actor_node(actor, base)
    return state_node(state, base) if state else None
