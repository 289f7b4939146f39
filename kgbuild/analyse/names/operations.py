"""Named operations and campaigns: «معركة "رد العدوان"»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.folding import fold
from kgbuild.resources import data_rows

MAX_QUOTED = 6
MAX_GAP = 3


@cache
def _heads() -> frozenset[str]:
    rows = data_rows("analyse", "name_starters.tsv")
    return frozenset(fold(word) for kind, members in rows if kind == "operation" for word in members.split())


def find_operations(norms: Sequence[str], start: int, end: int) -> Iterator[Candidate]:
    """Yield the quoted names after a head in the tokens ``start`` to ``end`` of one sentence."""
    for at in range(start, end):
        if norms[at] in _heads():
            opened = _opening(norms, at + 1, end)
            closed = _closing(norms, opened + 1, end) if opened else None
            if opened and closed and closed - opened > 1:
                yield Candidate(opened + 1, closed, "Operation", "operation-head", Strength.STRONG)


def _opening(norms: Sequence[str], at: int, limit: int) -> int | None:
    """The quotation may come after an adjective or «اسم»: «عملية عسكرية باسم "…"»."""
    for index in range(at, min(at + MAX_GAP, limit)):
        if norms[index] in words.OPENERS:
            return index
    return None


def _closing(norms: Sequence[str], at: int, limit: int) -> int | None:
    for index in range(at, min(at + MAX_QUOTED, limit)):
        if norms[index] in words.CLOSERS:
            return index
    return None
