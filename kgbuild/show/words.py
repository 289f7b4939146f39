"""The words of a page in both languages, and text made safe to look at."""

from __future__ import annotations

import unicodedata
from functools import cache

from kgbuild.resources import data_rows

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {key: (arabic, english) for key, arabic, english in data_rows("show", "words.tsv")}


def arabic(key: str) -> str:
    """Return the Arabic word for a part, kind or value."""
    return _words()[key][0]


def english(key: str) -> str:
    """Return the English word for a part, kind or value."""
    return _words()[key][1]


def visible(text: str) -> str:
    """Return ``text`` with control characters replaced: a terminal would obey them, HTML forbids them."""
    plain = text.replace("\r", "")
    return "".join(char if char in "\n\t" or unicodedata.category(char) != "Cc" else _REPLACEMENT for char in plain)
