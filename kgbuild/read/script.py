"""How much of a text is Arabic script."""

from __future__ import annotations

import re

# The Arabic blocks of Unicode without tatweel, digits, marks and punctuation.
_ARABIC = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc]+"
)
_LETTERS = re.compile(r"[^\W\d_]+")

ENOUGH = 0.5


def arabic_share(text: str) -> float:
    """Return the share (0 to 1) of Arabic letters among the letters of ``text``; 0 without letters."""
    letters = sum(map(len, _LETTERS.findall(text)))
    return sum(map(len, _ARABIC.findall(text))) / letters if letters else 0.0
