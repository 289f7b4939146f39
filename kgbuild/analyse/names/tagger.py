"""The learned tagger of names: a conditional random field over the lexicons' and the rules' evidence.

Lafferty, McCallum & Pereira 2001; CRFsuite's implementation (Okazaki 2007). Trained by
``training/names.py`` on the gold annotations alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pycrfsuite

from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.words import CLOSERS, OPENERS, descriptive_adjectives
from kgbuild.models import read_weights, unreadable

MAGIC = b"lCRF"


class Tagger(pycrfsuite.Tagger):  # type: ignore[misc]  # a Cython class without types
    """A model read from a gzipped file.

    Raises:
        ExtractError: the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        # CRFsuite reads these bytes as long as it tags, and does not hold them.
        self._model = read_weights(path)
        # It crashes on a model that was cut off: the head says how long it has to be.
        if self._model[:4] != MAGIC or int.from_bytes(self._model[4:8], "little") != len(self._model):
            raise unreadable(path, "damaged file (no CRFsuite model)")
        self.open_inmemory(self._model)


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield ``(start, end, type)`` of the names that BIO tags mark; a stray I begins one."""
    start = 0
    while start < len(tags):
        if tags[start] == "O":
            start += 1
            continue
        kind = tags[start][2:]
        end = start + 1
        while end < len(tags) and tags[end] == f"I-{kind}":
            end += 1
        yield start, end, kind
        start = end


def trimmed(norms: Sequence[str], name: Candidate) -> Candidate:
    """Return a name without blanks, half a pair of quotes at its ends, and adjectives that only describe a place."""
    start, end = name.start, name.end
    while end - start > 1 and (
        not norms[end - 1].strip() or norms[end - 1] in descriptive_adjectives() or _is_half(norms, start, end, end - 1)
    ):
        end -= 1
    while end - start > 1 and _is_half(norms, start, end, start):
        start += 1
    return replace(name, start=start, end=end)


def _is_half(norms: Sequence[str], start: int, end: int, at: int) -> bool:
    """Return whether the quote or bracket at ``at`` has no partner in the tokens ``start`` to ``end``."""
    partners = CLOSERS if at == start else OPENERS
    is_sign = norms[at] in (OPENERS if at == start else CLOSERS)
    return is_sign and not any(norms[other] in partners for other in range(start, end) if other != at)
