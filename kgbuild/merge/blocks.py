"""Which pairs are looked at: of compatible types, about the same place or actors, at most a day apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from kgbuild.folding import fold
from kgbuild.labels import EntityType, EventType, Modality
from kgbuild.merge.collecting import UNDATED_DAYS
from kgbuild.merge.comparison import where
from kgbuild.merge.scoring import ROOM
from kgbuild.merge.tellings import Telling
from kgbuild.merge.world import World
from kgbuild.resources import data_rows

DAYS = 1
"""How far apart two tellings of one happening may be, in days: night and publication blur."""

Key = tuple[str, Modality, str]


@cache
def group_of(kind: EventType) -> str:
    """Return the group of types that one happening may be told as (``type_groups.tsv``)."""
    groups = {name: group for name, group in data_rows(ROOM, "type_groups.tsv")}  # noqa: C416 (pairs, to mypy)
    return groups.get(kind.value, kind.value)


def candidate_pairs(tellings: Sequence[Telling], world: World) -> Iterator[tuple[int, int]]:
    """Yield the pairs (indices into ``tellings``, smaller first) that share a block, each once.

    Tellings share a block where their types are compatible, their modality is the same, their days overlap or touch,
    and one names a place that the other names or lies in, up to the governorate; or both name the same two actors, or
    one with the same word or the same told day. People in general are no actor here. What is told of a month or a year
    shares a place only with the same word.
    """
    numbers: dict[Key, int] = {}
    keys = [
        frozenset(numbers.setdefault(key, len(numbers)) for key in sorted(_keys(telling, world), key=str))
        for telling in tellings
    ]
    blocks: dict[int, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            blocks[key].append(index)
    for key, members in sorted(blocks.items()):
        for left, right in _near_in_time(members, tellings):
            # Of the blocks that both are in only the first gives the pair.
            if key == min(keys[left] & keys[right]):
                yield min(left, right), max(left, right)


def _keys(telling: Telling, world: World) -> set[Key]:
    word = fold(telling.trigger)
    actors = sorted({actor for actor in (*telling.agent, *telling.target) if not world.is_crowd(actor)})
    places = set(_places(telling, world))
    found = {f"{place} {word}" for place in places}
    found.update(f"actor {actor} {word}" for actor in actors)
    found.update(f"actors {one} {two}" for one, two in combinations(actors, 2))
    # Much happens in a place in a month: what is told of a longer time needs the same word or two actors.
    if telling.last - telling.first <= UNDATED_DAYS:
        found |= places
    if telling.day is not None:
        found.update(f"actor {actor} on {telling.day}" for actor in actors)
    return {(group_of(telling.type), telling.modality, key) for key in found}


def _places(telling: Telling, world: World) -> Iterator[str]:
    for place in where(telling, world) or telling.nearby:
        yield f"place {place}"
        yield from (f"place {node}" for node in world.above(place) if world.type(node) is not EntityType.COUNTRY)
        yield from (f"name {name}" for name in _names(place, world))


def _names(place: int, world: World) -> Iterator[str]:
    """Yield a place's name; of an unlinked one also the ends of it: what kind of place it is stands first in Arabic."""
    words = fold(world.label(place)).split()
    for start in range(1 if world.is_known(place) else len(words)):
        yield " ".join(words[start:])


def _near_in_time(members: Iterable[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    ordered = sorted(members, key=lambda index: (tellings[index].first, tellings[index].last, index))
    for position, left in enumerate(ordered):
        limit = tellings[left].last + DAYS
        for right in ordered[position + 1 :]:
            if tellings[right].first > limit:
                break
            yield left, right
