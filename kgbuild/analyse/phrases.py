"""Longest-match lookup of phrases in folded tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from kgbuild.analyse.tokenizer import token_norms

Payload = TypeVar("Payload")


class PhraseIndex(Generic[Payload]):
    """Phrases by their first token, the longest first.

    Phrases are cut into tokens by the tokenizer that cuts the text, so that both
    agree on proclitics.
    """

    def __init__(self, phrases: Iterable[tuple[str, Payload]] = ()) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        for phrase, payload in phrases:
            self.add(phrase, payload)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def add(self, phrase: str, payload: Payload) -> None:
        """Add a phrase; of two with the same tokens the first wins."""
        norms = token_norms(phrase)
        if norms:
            self._by_first.setdefault(norms[0], []).append((norms, payload))

    def match(self, norms: Sequence[str], start: int) -> tuple[int, Payload] | None:
        """Return ``(end, payload)`` of the longest phrase that begins at ``start``, or ``None``."""
        for phrase, payload in self._by_first.get(norms[start], ()):
            end = start + len(phrase)
            if tuple(norms[start:end]) == phrase:
                return end, payload
        return None

    def matches(self, norms: Sequence[str], start: int) -> list[tuple[int, Payload]]:
        """Return every phrase that begins at ``start``, the longest first."""
        found = []
        for phrase, payload in self._by_first.get(norms[start], ()):
            end = start + len(phrase)
            if tuple(norms[start:end]) == phrase:
                found.append((end, payload))
        return found
