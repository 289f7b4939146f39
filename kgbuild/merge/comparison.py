"""Two tellings side by side: how their days, places, actors, figures and words stand to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from kgbuild.merge.tellings import Telling
from kgbuild.merge.world import World


class Places(Enum):
    """How two lists of places stand to each other, the closest first."""

    SAME = "same"
    NAMESAKE = "called the same, where one is not linked"
    SAME_BROAD = "the same governorate or country"
    WITHIN = "one within the other"
    WITHIN_BROAD = "one within the other's governorate or country"
    NEARBY = "one's place is named in the other's sentence"
    APART = "apart"
    UNCLEAR = "one is not told, or nobody knows where it is"


class Actors(Enum):
    """How two lists of actors stand to each other, the closest first."""

    SAME = "same"
    RELATED = "one part of the other"
    SAME_STATE = "of one state"
    CROWD = "the same people in general"
    APART = "apart"
    UNKNOWN = "one is not told"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the features ask about (:mod:`kgbuild.merge.features`).

    Attributes:
        left, right: the tellings.
        days: between their told days; ``None`` where one tells no day.
        apart: days between the spans in which they happened; 0 where these overlap.
        places: of places, a place that is hit counting as one.
        agents, targets: of who does it and to whom.
        swapped: one's agent is the other's target.
        partners: whether all who take part by the shorter list take part by the longer one, where each list has two or
            more and they share somebody; else ``None``.
        words: share of the shorter sentence's content words that the other sentence has too.
        named: share of the entities that the shorter list of the two documents has which both name.
        named_both: how many entities both documents name.
    """

    left: Telling
    right: Telling
    days: int | None
    apart: int
    places: Places
    agents: Actors
    targets: Actors
    swapped: bool
    partners: bool | None
    words: float
    named: float
    named_both: int


def compare(left: Telling, right: Telling, world: World) -> Comparison:
    """Compare two tellings."""
    both = left.report.nodes & right.report.nodes
    fewer = min(len(left.report.nodes), len(right.report.nodes))
    return Comparison(
        left,
        right,
        days=None if left.day is None or right.day is None else abs(left.day - right.day),
        apart=max(0, left.first - right.last, right.first - left.last),
        places=_places(left, right, world),
        agents=_actors(left.agent, right.agent, world),
        targets=_actors(_acting(left.target, world), _acting(right.target, world), world),
        swapped=bool(_shared(left.agent, right.target) or _shared(left.target, right.agent)),
        partners=_partners(left, right, world),
        words=_words(left, right),
        named=len(both) / fewer if fewer else 0.0,
        named_both=len(both),
    )


def where(telling: Telling, world: World) -> tuple[int, ...]:
    """Return the places of a telling; what is hit, taken or entered is where it happens."""
    if not telling.target:
        return telling.place
    hit = tuple(node for node in telling.target if world.is_place(node) and node not in telling.place)
    return telling.place + hit


def _acting(nodes: Iterable[int], world: World) -> tuple[int, ...]:
    return tuple(node for node in nodes if not world.is_place(node))


def _shared(left: tuple[int, ...], right: tuple[int, ...]) -> set[int]:
    return set(left).intersection(right) if left and right else set()


def _places(left: Telling, right: Telling, world: World) -> Places:
    one, two = where(left, world), where(right, world)
    if one and two:
        return _told_places(one, two, world)
    # A place that the sentence names is likely where it happened, but nobody read it so.
    one, two = one or left.nearby, two or right.nearby
    near = {node for node in (*_shared(one, two), *_containers(one, two, world)) if not world.is_broad(node)}
    alike = any(first == second for first, second in _unknown_names(one, two, world))
    return Places.NEARBY if near or alike else Places.UNCLEAR


def _told_places(left: tuple[int, ...], right: tuple[int, ...], world: World) -> Places:
    shared = _shared(left, right)
    if any(not world.is_broad(node) for node in shared):
        return Places.SAME
    names = _unknown_names(left, right, world)
    if any(one == two for one, two in names):
        return Places.NAMESAKE
    containers = _containers(left, right, world)
    if any(not world.is_broad(node) for node in containers) or any(one < two or two < one for one, two in names):
        return Places.WITHIN
    if shared and all(world.is_broad(node) for node in (*left, *right)):
        return Places.SAME_BROAD
    if containers or shared:
        return Places.WITHIN_BROAD
    return Places.UNCLEAR if any(_unclear(one, two, world) for one in left for two in right) else Places.APART


def _unknown_names(
    left: tuple[int, ...], right: tuple[int, ...], world: World
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the words of the names of each two places of which one is not linked and that may be in one country."""
    pairs = ((one, two) for one in left for two in right if not (world.is_known(one) and world.is_known(two)))
    return [(world.names(one), world.names(two)) for one, two in pairs if not _abroad(one, two, world)]


def _unclear(one: int, two: int, world: World) -> bool:
    """Whether an unlinked place, such as «المدرسة», may be where the other is: nothing says that it lies elsewhere."""
    unknown = [node for node in (one, two) if not world.is_known(node)]
    return bool(unknown) and not _abroad(one, two, world) and any(not world.above(node) for node in unknown)


def _abroad(one: int, two: int, world: World) -> bool:
    countries = {country for country in (world.country(one), world.country(two)) if country}
    return len(countries) > 1


def _containers(left: tuple[int, ...], right: tuple[int, ...], world: World) -> set[int]:
    """Return those places of one side that one of the other side lies in."""
    inner = {node for place in right for node in world.above(place)}.intersection(left)
    return inner | {node for place in left for node in world.above(place)}.intersection(right)


def _actors(left: tuple[int, ...], right: tuple[int, ...], world: World) -> Actors:
    if not left or not right:
        return Actors.UNKNOWN
    shared = _shared(left, right)
    if any(not world.is_crowd(node) for node in shared):
        return Actors.SAME
    if _containers(left, right, world):
        return Actors.RELATED
    if _states(left, world) & _states(right, world):
        return Actors.SAME_STATE
    if shared:
        return Actors.CROWD
    # «مدنيون» and «عائلة» may be the same people.
    named = any(not world.is_crowd(node) for node in left) and any(not world.is_crowd(node) for node in right)
    return Actors.APART if named else Actors.UNKNOWN


def _states(nodes: Iterable[int], world: World) -> set[str]:
    """Return the countries whose state the actors are or serve: «الجيش الروسي», «وزارة الدفاع الروسية»."""
    return {country for node in nodes if world.serves_state(node) and (country := world.country(node))}


def _partners(left: Telling, right: Telling, world: World) -> bool | None:
    one, two = ({node for node in (*side.agent, *side.target) if not world.is_crowd(node)} for side in (left, right))
    if min(len(one), len(two)) < 2 or not one & two:
        return None
    return one <= two or two <= one


def _words(left: Telling, right: Telling) -> float:
    one = set(left.report.words[slice(*left.words)])
    two = set(right.report.words[slice(*right.words)])
    fewer = min(len(one), len(two))
    return len(one & two) / fewer if fewer else 0.0
