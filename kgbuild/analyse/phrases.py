"""Longest-match lookup of phrases in folded tokens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from kgbuild.analyse.tokenizer import token_norms

Payload = TypeVar("Payload")
Phrase = tuple[str, ...]


class PhraseIndex(Generic[Payload]):
    """Phrases by their first token and their length, the longest first.

    Phrases are cut into tokens by the tokenizer that cuts the text, so that both
    agree on proclitics. Of two phrases with the same tokens the first wins in
    :meth:`match`; :meth:`matches` gives both.
    """

    def __init__(self, phrases: Iterable[tuple[str, Payload]] = ()) -> None:
        self._by_first: dict[str, dict[int, dict[Phrase, list[Payload]]]] = {}
        for phrase, payload in phrases:
            norms = token_norms(phrase)
            if norms:
                lengths = self._by_first.setdefault(norms[0], {})
                lengths.setdefault(len(norms), {}).setdefault(norms, []).append(payload)
        for first, lengths in self._by_first.items():
            self._by_first[first] = dict(sorted(lengths.items(), reverse=True))

    @property
    def firsts(self) -> Collection[str]:
        """The tokens by which a phrase begins."""
        return self._by_first.keys()

    def starts(self, norms: Sequence[str], start: int, end: int) -> list[int]:
        """Return the positions from ``start`` to ``end`` at which a phrase may begin."""
        return [at for at in range(start, end) if norms[at] in self._by_first]

    def match(self, norms: Sequence[str], start: int) -> tuple[int, Payload] | None:
        """Return ``(end, payload)`` of the longest phrase that begins at ``start``, or ``None``."""
        return next(self._found(norms, start), None)

    def matches(self, norms: Sequence[str], start: int) -> list[tuple[int, Payload]]:
        """Return every phrase that begins at ``start``, the longest first."""
        return list(self._found(norms, start))

    def _found(self, norms: Sequence[str], start: int) -> Iterator[tuple[int, Payload]]:
        for length, phrases in self._by_first.get(norms[start], {}).items():
            for payload in phrases.get(tuple(norms[start : start + length]), ()):
                yield start + length, payload
