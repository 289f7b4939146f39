"""Which pairs are looked at: of compatible types, about the same place or actor, at most a day apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kgbuild.folding import fold
from kgbuild.labels import EntityType, EventType
from kgbuild.merge.comparison import where
from kgbuild.merge.scoring import ROOM
from kgbuild.merge.tellings import Telling
from kgbuild.merge.world import World
from kgbuild.resources import data_rows

DAYS = 1
"""How far apart two tellings of one happening may be, in days: night and publication blur."""

Key = tuple[str, int | str]


@cache
def group_of(kind: EventType) -> str:
    """Return the group of types that one happening may be told as (``type_groups.tsv``)."""
    groups = {name: group for name, group in data_rows(ROOM, "type_groups.tsv")}  # noqa: C416 (pairs, to mypy)
    return groups.get(kind.value, kind.value)


def candidate_pairs(tellings: Sequence[Telling], world: World) -> Iterator[tuple[int, int]]:
    """Yield the pairs (indices into ``tellings``, smaller first) that share a block, each once.

    Tellings share a block where their types are compatible, their days overlap or touch, and one names a place that
    the other names or lies in, up to the governorate, or both name the same actor that is not people in general.
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
    group = group_of(telling.type)
    nodes: set[int | str] = set()
    for place in where(telling, world) or telling.nearby:
        nodes.add(place)
        nodes.update(node for node in world.above(place) if world.type(node) is not EntityType.COUNTRY)
        nodes.update(_names(place, world))
    nodes.update(actor for actor in (*telling.agent, *telling.target) if not world.is_crowd(actor))
    return {(group, node) for node in nodes}


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
