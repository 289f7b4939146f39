"""Which known place an entity is: homonyms are told apart by reasons, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgbuild.labels import EntityType
from kgbuild.records import Coordinates, Entity
from kgbuild.registry import PlaceFacts, StateFacts, ambiguous_places, place_index, state_index
from kgbuild.resolve.context import Context, Evidence
from kgbuild.resolve.names import forms, in_places, own_nisba, plain
from kgbuild.resolve.ranking import Ranked, Reason, rank

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
QUARTERS = ("حي", "مخيم")
# By how much the best must lead: a namesake abroad must be ten times smaller, one in the same country three times.
MARGIN_ABROAD, MARGIN_AT_HOME = 1.0, 0.5
# A small place outside the countries of the text is more likely an unknown namesake.
KNOWN_TO_ALL = 100_000
# Who says that Russia has taken Bakhmut need not say where that is.
KNOWN_TO_NEIGHBOURS = 10_000
# «مشهد» is a scene, and a city of millions; «أونتاريو» a province, and a town of California.
KNOWN_IN_SPITE = 1_000_000
# A great city, and an imported place that is more than a hamlet.
GREAT, PEOPLED = 500_000, 1000
# Of many namesakes the likeliest tell enough.
CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Linking:
    """What an entity's name may mean.

    Attributes:
        place: the one place that it is; ``None`` where none or several are as likely.
        ranked: the places that bear the name, the likeliest first, with reasons.
        candidates: those of ``ranked`` between which nothing decides; empty where there is a ``place``, or no reason.
    """

    place: PlaceFacts | None = None
    ranked: tuple[Ranked, ...] = ()
    candidates: tuple[PlaceFacts, ...] = ()


def find_country(entity: Entity) -> StateFacts | None:
    """Return the state whose country a Country entity is."""
    for form in forms(entity):
        found = state_index().get(form, ())
        if len(found) == 1:
            return found[0]
    return None


def find_places(entities: Iterable[Entity], context: Context) -> Mapping[str, Linking]:
    """Return what each place among ``entities`` may be, by id.

    First come the names that one place alone bears; how far it is from these is then a reason for each of the others.
    """
    named = {entity.id: (entity, _bearers(entity, context)) for entity in entities if entity.type.is_place}
    alone = {key: _decide(entity, places, context) for key, (entity, places) in named.items() if len(places) == 1}
    near = tuple(sorted({where for found in alone.values() if (where := _position(found))}, key=_by_position))
    several = {
        key: _decide(entity, places, context, near) for key, (entity, places) in named.items() if len(places) != 1
    }
    return alone | several


def _bearers(entity: Entity, context: Context) -> list[PlaceFacts]:
    """Return the places that bear the entity's name, else a mention's, and that its type allows; quarters beside them.

    Else those that bear the name with what the document is about.
    """
    for form in forms(entity):
        if fitting := _fitting(entity.type, context.places.named(form)):
            return fitting + [quarter for quarter in _quarters(entity, context) if quarter not in fitting]
    return _completed(entity, context) or _quarters(entity, context)


def _completed(entity: Entity, context: Context) -> list[PlaceFacts]:
    """Return what bears the name with a place of the document, an area also with the country that this is about."""
    name, home = plain(entity.name), context.home
    candidates = in_places(name, context.place_names)
    if entity.type is EntityType.AREA and home:
        # «الجنوب» in a text about Lebanon
        candidates += [f"{name} {adjective}" for adjective in own_nisba(home)]
    found = (_fitting(entity.type, place_index().get(form, ())) for form in candidates)
    return next(filter(None, found), [])


def _quarters(entity: Entity, context: Context) -> list[PlaceFacts]:
    """Return the quarters that are named without their head, where the text speaks of their governorate.

    «حيا الشيخ مقصود والأشرفية»: the head stands before the first alone. Quarters have namesakes in other cities.
    """
    if entity.type is not EntityType.SETTLEMENT:
        return []
    named = (place for head in QUARTERS for place in place_index().get(f"{head} {plain(entity.name)}", ()))
    divisions = {*context.without(entity.id).divisions, *context.containers.get(entity.id, Evidence()).divisions}
    return [place for place in _fitting(entity.type, tuple(named)) if place.within in divisions]


def _fitting(kind: EntityType, candidates: tuple[PlaceFacts, ...]) -> list[PlaceFacts]:
    """Keep those of the first type that any has; one that comes with kgbuild decides which type that is."""
    built_in = tuple(place for place in candidates if place.source is None)
    for pool in (built_in, candidates):
        for accepted in (kind, *ALSO[kind]):
            if any(place.type is accepted for place in pool):
                return [place for place in candidates if place.type is accepted]
    return []


def _decide(entity: Entity, places: list[PlaceFacts], context: Context, near: tuple[Coordinates, ...] = ()) -> Linking:
    if not places:
        return Linking()
    document = context.without(entity.id)
    ranked = _without_hamlets(rank(places, context.containers.get(entity.id, Evidence()), document, near))
    best, *others = ranked
    rivals = [other for other in others if best.score - other.score < _margin(best.place, other.place)]
    if rivals:
        return Linking(None, ranked, tuple(found.place for found in (best, *rivals)[:CANDIDATES]))
    return Linking(best.place if _is_sure(entity, best, document) else None, ranked)


def _without_hamlets(ranked: list[Ranked]) -> tuple[Ranked, ...]:
    """Leave out hamlets of the user's gazetteer that bear a great city's name, unless the text names their governorate.

    «مسقط» in a text about Yemen is no hamlet of Yemen.
    """
    if not any(found.place.population >= GREAT or Reason.CAPITAL in found.reasons for found in ranked):
        return tuple(ranked)
    return tuple(found for found in ranked if not _is_hamlet(found) or Reason.SAID_DIVISION in found.reasons)


def _is_hamlet(found: Ranked) -> bool:
    return found.place.source is not None and found.place.population < PEOPLED


def _margin(one: PlaceFacts, other: PlaceFacts) -> float:
    return MARGIN_AT_HOME if one.country == other.country else MARGIN_ABROAD


def _is_sure(entity: Entity, best: Ranked, document: Evidence) -> bool:
    """Whether the place without rivals is meant, and not one that nobody has listed."""
    return best.supported or _known_abroad(entity, best) or not (document.countries or best.place.source)


def _known_abroad(entity: Entity, best: Ranked) -> bool:
    """Whether a name alone tells the place, even in a text about other countries."""
    place = best.place
    if plain(entity.name) in ambiguous_places():
        return place.population >= KNOWN_IN_SPITE
    if not {Reason.NOTED, Reason.CAPITAL}.isdisjoint(best.reasons):
        return True
    if Reason.NEW_WORLD in best.reasons:
        return place.population >= KNOWN_IN_SPITE
    return place.population >= (KNOWN_TO_NEIGHBOURS if Reason.BORDER in best.reasons else KNOWN_TO_ALL)


def _position(found: Linking) -> Coordinates | None:
    """Return where a place is that can have neighbours: a governorate's middle is far from most of it."""
    place = found.place
    return place.coordinates if place and place.type in (EntityType.SETTLEMENT, EntityType.FACILITY) else None


def _by_position(where: Coordinates) -> tuple[float, float]:
    return where.latitude, where.longitude
