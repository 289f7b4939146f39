"""Names as a gazetteer writes them, made fit to be looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from kgbuild.folding import fold
from kgbuild.resources import data_rows

# Vowel marks, tatweel, signs of writing direction and zero-width joints: spelling aids, no part of a name.
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
# Letters of Arabic script with Persian, Urdu and Kurdish ones, digits, and what joins the parts of a name.
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d50-9٠-٩ ()/.،–-]+")
_LETTER = re.compile("[\u0621-\u064a]")
_PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه", "ە": "ه"})


def arabic_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names in Arabic letters, clean, each spelling once, in their order."""
    clean = (" ".join(_MARKS.sub("", unicodedata.normalize("NFC", name)).translate(_PERSIAN).split()) for name in names)
    return tuple(dict.fromkeys(name for name in clean if _ARABIC.fullmatch(name) and _LETTER.search(name)))


def latin_name(names: Iterable[str]) -> str:
    """Return the first name that has no Arabic letters, or ``""``."""
    return next((name.strip() for name in names if name.strip() and not _LETTER.search(name)), "")


def lookup_forms(name: str) -> tuple[str, ...]:
    """Return the folded forms under which a name is found: as it stands, and without a generic first word."""
    whole = fold(name)
    bare = next((whole.removeprefix(head) for head in _heads() if whole.startswith(head)), "")
    return tuple(form for form in (whole, bare) if form)


@cache
def _heads() -> tuple[str, ...]:
    heads = (fold(word) + " " for of, word in data_rows("resolve", "heads.tsv") if of == "place")
    return tuple(sorted(heads, key=lambda head: (-len(head), head)))
