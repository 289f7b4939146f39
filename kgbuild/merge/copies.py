"""Copied agency text: which documents of a happening say the same words, and how many publishers are independent.

Two documents are copies where the longest common subsequence of their content words is most of the shorter one
(rapidfuzz, ``LCSseq``; order counts, so that two reports with the same names are none). Only documents that tell one
happening are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import LCSseq

from kgbuild.merge.tellings import Report

COPIED = 0.75
"""Share of the shorter text's words from which it counts as copied."""
SHORTEST = 8
"""Content words that a text needs for being judged."""


@lru_cache(maxsize=50_000)
def are_copies(one: Report, two: Report) -> bool:
    """Whether one document is a copy of the other, cut or slightly rewritten perhaps."""
    fewer = min(len(one.words), len(two.words))
    if fewer < SHORTEST:
        return False
    enough = int(COPIED * fewer)
    return LCSseq.similarity(one.words, two.words, score_cutoff=enough) >= COPIED * fewer


def independent_publishers(reports: Iterable[Report]) -> int:
    """Return how many publishers tell it independently: copies and items of one publisher count once.

    Documents without a publisher do not count.
    """
    told = [report for report in reports if report.publisher]
    group = list(range(len(told)))
    for left, right in combinations(range(len(told)), 2):
        if told[left].publisher == told[right].publisher or are_copies(told[left], told[right]):
            _join(group, left, right)
    return len(set(group))


def _join(group: list[int], left: int, right: int) -> None:
    old, new = group[right], group[left]
    group[:] = [new if found == old else found for found in group]
