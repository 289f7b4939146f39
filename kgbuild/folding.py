"""One spelling for Arabic names that differ only in marks, hamza seats or quotes.

The same folding as the annotation scorer's, so that names which score as equal
also resolve as equal.
"""

from __future__ import annotations

import re

# Koranic signs, short vowels, superscript alef, tatweel, bidi marks, quotes, brackets.
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200e\u200f\"'“”«»‘’()\\[\\]]")
_LETTERS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي",
        "ؤ": "و", "ة": "ه", "ک": "ك", "ی": "ي",
    }
)  # fmt: skip


def without_marks(name: str) -> str:
    """Return ``name`` without vowel marks, quotes and brackets; its letters stay as they are."""
    return " ".join(_MARKS.sub("", name).split())


def fold(name: str) -> str:
    """Return ``name`` without vowel marks, quotes and brackets, with one form per letter."""
    return " ".join(_MARKS.sub("", name).translate(_LETTERS).split())
