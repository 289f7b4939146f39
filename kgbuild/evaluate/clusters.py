"""B-cubed: how well items are grouped.

The measure is that of Bagga and Baldwin (1998), "Entity-Based Cross-Document Coreferencing Using the Vector Space
Model", section 5: for each item, precision is the share of the items found together with it that belong together with
it, recall the share of those that belong together with it that were found so; both are averaged over the items. What
gold has and the groups that were found lack counts as recall 0, after Stoyanov and others (2009), "Conundrums in Noun
Phrase Coreference Resolution", section 2 (B3-0).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Item = TypeVar("Item", bound=Hashable)
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """B-cubed of a grouping.

    Attributes:
        precision: 0 to 1, over the items that were found.
        recall: 0 to 1, over all items of gold, the missed ones with 0.
        found_recall: 0 to 1, over the items that were found, among these alone.
        items: number of items in gold.
        missed: items of gold that were not found, sorted.
        joined: pairs of gold's clusters of which items were found together, sorted.
        split: gold's clusters whose found items were not found together, sorted.
    """

    precision: float
    recall: float
    found_recall: float
    items: int
    missed: tuple[Any, ...]
    joined: tuple[tuple[str, str], ...]
    split: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, misses included."""
        return _harmonic(self.precision, self.recall)

    @property
    def found_f1(self) -> float:
        """Harmonic mean of precision and recall over the items that were found."""
        return _harmonic(self.precision, self.found_recall)


def b_cubed(gold: Mapping[Item, str], found: Mapping[Item, str]) -> ClusterScore:
    """Compare the groups of items in ``found`` with those in ``gold``.

    Args:
        gold: item -> the group that it belongs to.
        found: item -> the group that it was found in; items that gold lacks are ignored.
    """
    met = {item: found[item] for item in gold if item in found}
    belong, together = _groups(gold), _groups(met)
    shared = {item: len(belong[gold[item]] & together[group]) for item, group in met.items()}
    precision = [shared[item] / len(together[group]) for item, group in met.items()]
    recall = [shared[item] / len(belong[gold[item]]) for item in met]
    known = [shared[item] / len(belong[gold[item]] & met.keys()) for item in met]
    joined = {pair for members in together.values() for pair in _pairs({gold[item] for item in members})}
    split = {name for name, members in belong.items() if len({met[item] for item in members if item in met}) > 1}
    return ClusterScore(
        _mean(precision, len(met)),
        _mean(recall, len(gold)),
        _mean(known, len(met)),
        len(gold),
        tuple(sorted(item for item in gold if item not in met)),
        tuple(sorted(joined)),
        tuple(sorted(split)),
    )


def _groups(named: Mapping[Item, str]) -> dict[str, set[Item]]:
    groups: dict[str, set[Item]] = defaultdict(set)
    for item, group in named.items():
        groups[group].add(item)
    return groups


def _pairs(names: Iterable[str]) -> Iterable[tuple[str, str]]:
    ordered = sorted(names)
    return ((one, two) for index, one in enumerate(ordered) for two in ordered[index + 1 :])


def _mean(shares: Iterable[float], number: int) -> float:
    return round(sum(shares) / number, _DIGITS) if number else 0.0


def _harmonic(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), _DIGITS) if precision + recall else 0.0
