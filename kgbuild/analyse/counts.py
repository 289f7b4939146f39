"""How often a word stands in news: the sign that tells a name from a noun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from kgbuild.analyse.word_counts import word_counts
from kgbuild.folding import fold


def word_count(norm: str) -> int:
    """Return how often the folded form stands in the counted corpus (7.8 million words)."""
    return _by_norm().get(norm, 0)


@cache
def _by_norm() -> Mapping[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for form, count in word_counts().seen.items():
        counts[fold(form)] += count
    return counts
