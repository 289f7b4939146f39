"""Which registered place an entity is: homonyms are told apart by reasons, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.labels import EntityType
from kgbuild.records import Entity
from kgbuild.registry import PlaceFacts, StateFacts, ambiguous_places, state_index
from kgbuild.resolve.context import Context, Evidence, division_of, named_places
from kgbuild.resolve.lookup import state_by_code
from kgbuild.resolve.names import forms, plain

# What a text may take a place for: other types to look under, in this order, where its own has no such name.
ALSO = {
    EntityType.COUNTRY: (EntityType.AREA,),
    EntityType.GOVERNORATE: (EntityType.AREA,),
    EntityType.SETTLEMENT: (EntityType.FACILITY, EntityType.AREA),
    EntityType.AREA: (EntityType.GOVERNORATE, EntityType.NATURAL_FEATURE, EntityType.SETTLEMENT),
    EntityType.FACILITY: (EntityType.NATURAL_FEATURE, EntityType.ROAD),
    EntityType.NATURAL_FEATURE: (EntityType.AREA, EntityType.FACILITY),
    EntityType.ROAD: (EntityType.FACILITY,),
}
# Without other reasons a place so much larger than its homonyms is the one that is meant.
FAR_LARGER = 10
LARGER = 2
# Cities of these continents often bear the name of an older one («أثينا», «بيت لحم»).
NEW_WORLD = frozenset({"NA", "SA", "OC"})
# A small place outside the countries of the text is more likely an unknown namesake.
KNOWN_TO_ALL = 100_000


@dataclass(frozen=True, slots=True, order=True)
class Reasons:
    """Why a candidate is likely, the strongest reason first; compares in that order."""

    contained: int
    same_division: int
    same_country: int


def find_country(entity: Entity) -> StateFacts | None:
    """Return the state whose country a Country entity is."""
    for form in forms(entity):
        found = state_index().get(form, ())
        if len(found) == 1:
            return found[0]
    return None


def find_place(entity: Entity, context: Context) -> PlaceFacts | None:
    """Return the registered place that an entity is; ``None`` where none or several are as likely."""
    for form in forms(entity):
        candidates = _fitting(entity.type, named_places(form))
        if candidates:
            return _choose(entity, candidates, context)
    return None


def _fitting(kind: EntityType, candidates: tuple[PlaceFacts, ...]) -> list[PlaceFacts]:
    for accepted in (kind, *ALSO[kind]):
        if found := [place for place in candidates if place.type is accepted]:
            return found
    return []


def _choose(entity: Entity, candidates: list[PlaceFacts], context: Context) -> PlaceFacts | None:
    container = context.containers.get(entity.id, Evidence())
    others = context.without(entity.id)
    reasons = {place.slug: _reasons(place, container, others) for place in candidates}
    best = max(reasons.values())
    likely = [place for place in candidates if reasons[place.slug] == best]
    if len(likely) > 1:
        return _most_likely(likely)
    supported = best.contained or best.same_division or best.same_country or not others.countries
    return likely[0] if supported or _known_anywhere(entity, likely[0]) else None


def _reasons(place: PlaceFacts, container: Evidence, document: Evidence) -> Reasons:
    division, country = division_of(place) or "", place.country or ""
    contained = 2 * (division in container.divisions) + (country in container.countries)
    return Reasons(contained, document.divisions.get(division, 0), document.countries.get(country, 0))


def _most_likely(places: list[PlaceFacts]) -> PlaceFacts | None:
    """Choose among places with the same reasons: the older name, then the far larger place."""
    older = [place for place in places if not _in_new_world(place)] or places
    if len(older) == 1:
        return older[0]
    first, second = sorted(older, key=lambda place: (-place.population, place.slug))[:2]
    factor = LARGER if len({place.country for place in older}) == 1 else FAR_LARGER
    return first if first.population > factor * max(second.population, 1) else None


def _in_new_world(place: PlaceFacts) -> bool:
    state = state_by_code(place.country)
    return state is not None and state.continent in NEW_WORLD


def _known_anywhere(entity: Entity, place: PlaceFacts) -> bool:
    """Whether a name alone tells the place, even in a text about other countries."""
    notable = place.population >= KNOWN_TO_ALL or place.geonames is None
    return notable and plain(entity.name) not in ambiguous_places()
