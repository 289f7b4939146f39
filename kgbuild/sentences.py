"""The guidelines' sentence split, shared by extraction, graph and scoring."""

from __future__ import annotations

import re

# A full stop, question or exclamation mark followed by white space, or a line break
# (annotation guidelines, section 5).
_BREAK = re.compile(r"(?<=[.؟!])\s+|\n+")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` code-point offsets of each non-blank sentence of ``text``."""
    spans = []
    start = 0
    for match in _BREAK.finditer(text):
        if text[start : match.start()].strip():
            spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
