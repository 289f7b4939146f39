"""The learned tagger of names: a conditional random field over the lexicons' and the rules' evidence.

Lafferty, McCallum & Pereira 2001; CRFsuite's implementation (Okazaki 2007). Trained by
``training/names.py`` on the gold annotations alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pycrfsuite

from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.analyse.names.words import descriptive_adjectives


@cache
def load_tagger(path: Path) -> pycrfsuite.Tagger:
    """Open a model once a process."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def tag_names(
    tagger: pycrfsuite.Tagger, features: Sequence[list[str]], sentences: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """Yield the names of each sentence with the model's confidence, in text order."""
    for start, end in sentences:
        tags = tagger.tag(features[start:end])
        for first, last, kind in spans_of(tags):
            likely = min(tagger.marginal(tags[token], token) for token in range(first, last))
            yield Candidate(start + first, start + last, kind, "tagger", Strength.STRONG, confidence=round(likely, 4))


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
    """Return a name without the adjectives that describe a place but never name it («مورك الاستراتيجية»)."""
    end = name.end
    while end - name.start > 1 and norms[end - 1] in descriptive_adjectives():
        end -= 1
    return replace(name, end=end)
