"""Tellings to clusters of one happening each: pairs judged the same are joined, unless something keeps them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from kgbuild.merge.scoring import Verdict


class Judge(Protocol):
    """What clustering asks about a pair of tellings, by index."""

    def verdict(self, left: int, right: int) -> Verdict | None:
        """Return the judgement of the pair; ``None`` where nothing is said."""
        ...

    def score(self, left: int, right: int) -> float:
        """Return the score of the pair."""
        ...

    def person(self, left: int, right: int) -> Verdict | None:
        """Return what a person judged, if one did."""
        ...

    def together(self, left: int, right: int) -> bool:
        """Return whether both stand in one document."""
        ...


@dataclass(frozen=True, slots=True)
class Clusters:
    """What clustering found.

    Attributes:
        members: the clusters of two or more, each sorted, sorted.
        joins: the pairs that joined them, one less than members each.
        refusals: what was kept apart by a difference, the first pair of each two clusters.
        loose: pairs that are the same, but whose clusters are too far from each other as a whole.
    """

    members: list[tuple[int, ...]]
    joins: list[tuple[int, int]]
    refusals: list[Refusal]
    loose: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A pair judged the same that was not joined, as two others in their clusters are judged different.

    Attributes:
        pair: what is the same.
        apart: what is different.
    """

    pair: tuple[int, int]
    apart: tuple[int, int]


def cluster(same: Iterable[tuple[int, int]], judge: Judge, closest: float) -> Clusters:
    """Join pairs that are the same to clusters, those of persons first, then the highest score first.

    Two clusters are joined where no member of one is judged different from a member of the other (a document's own
    events count as different unless they are judged the same), and the mean score between them is at least
    ``closest`` (average linkage; a person's judgement needs no score).

    Args:
        same: pairs of indices, smaller first.
        judge: what is judged of any pair.
        closest: the mean score.
    """
    home: dict[int, list[int]] = {}
    found = Clusters([], [], [], [])
    for pair in sorted(same, key=_order(judge)):
        one, two = (home.get(index, [index]) for index in pair)
        if one is two:
            continue
        apart = _difference(one, two, judge)
        if apart:
            found.refusals.append(Refusal(pair, apart))
        elif judge.person(*pair) or _mean(one, two, judge) >= closest:
            found.joins.append(pair)
            joined = one + two
            home.update(dict.fromkeys(joined, joined))
        else:
            found.loose.append(pair)
    distinct = {id(members): members for members in home.values()}
    found.members.extend(sorted(tuple(sorted(members)) for members in distinct.values()))
    return found


def between(pairs: Iterable[tuple[int, int]], members: Iterable[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Return of ``pairs`` the first between each two clusters (what is in none is one of its own)."""
    home = {index: number for number, cluster in enumerate(members) for index in cluster}
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for left, right in pairs:
        # Numbers below zero are those of what stands alone.
        one, two = sorted((home.get(left, -1 - left), home.get(right, -1 - right)))
        if one != two:
            first.setdefault((one, two), (left, right))
    return list(first.values())


def _order(judge: Judge) -> Callable[[tuple[int, int]], tuple[bool, float, tuple[int, int]]]:
    return lambda pair: (judge.person(*pair) is None, -judge.score(*pair), pair)


def _difference(one: list[int], two: list[int], judge: Judge) -> tuple[int, int] | None:
    for left in one:
        for right in two:
            pair = (min(left, right), max(left, right))
            verdict = judge.verdict(*pair)
            if verdict is Verdict.DIFFERENT or (verdict is not Verdict.SAME and judge.together(*pair)):
                return pair
    return None


def _mean(one: list[int], two: list[int], judge: Judge) -> float:
    return sum(judge.score(min(a, b), max(a, b)) for a in one for b in two) / (len(one) * len(two))
