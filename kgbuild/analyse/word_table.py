"""Word lists written as printed with proclitics apart, looked up in folded tokens without a tokenizer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from kgbuild.folding import fold

Value = TypeVar("Value")


class WordTable(Generic[Value]):
    """Maps phrases to values and finds the longest one at a place of a token sequence."""

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        """Fold and keep ``(phrase, value)`` pairs.

        White space separates a phrase's tokens; a bracket, which folds to nothing, stays itself.
        """
        by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            first, *rest = (fold(word) or word for word in phrase.split())
            by_first.setdefault(first, []).append((tuple(rest), value))
        self._by_first = {first: sorted(tails, key=lambda tail: -len(tail[0])) for first, tails in by_first.items()}

    @property
    def first_words(self) -> frozenset[str]:
        """The folded tokens that a phrase can begin with."""
        return frozenset(self._by_first)

    def match(self, norms: Sequence[str], start: int) -> tuple[int, Value] | None:
        """Return ``(end, value)`` of the longest phrase at ``start``, which may lie past the last token."""
        if start >= len(norms):
            return None
        for rest, value in self._by_first.get(norms[start], ()):
            end = start + 1 + len(rest)
            if tuple(norms[start + 1 : end]) == rest:
                return end, value
        return None
