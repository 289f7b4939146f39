"""Reads one Arabic number, in digits or words, at a position of a folded token sequence.

Every reader takes the folded tokens and a start index and returns ``(end, value)``
with an exclusive end, or ``None`` where no number stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from kgbuild.analyse.number_words import NumberWord, WordClass, cardinal_words, ordinal_words

Reading = tuple[int, int]

AND = "و"
# Digits of any script; groups of three after a separator; at most one decimal part.
_DIGITS = re.compile(r"(\d{1,3}(?:[,٬،.]\d{3})+|\d+)(?:[.,٫](\d+))?")
_THOUSAND = 1000
_LAST_UNIT = 9


def read_cardinal(norms: Sequence[str], start: int) -> tuple[int, int | None] | None:
    """Read the longest cardinal at ``start``; the value is ``None`` for a number that is not whole."""
    exact = _exact_cardinal(norms, start)
    if exact is None:
        return None
    end, value = exact
    return end, int(value) if value.denominator == 1 else None


def read_ordinal(norms: Sequence[str], start: int) -> Reading | None:
    """Read an ordinal: «الثالث», «الخامس عشر», «الرابع والعشرين», «العشرين»."""
    word = ordinal_words().get(_at(norms, start))
    if word is None:
        return _definite_tens(norms, start)
    following = _cardinal_word(norms, start + 1)
    if following is not None and following.word_class is WordClass.TEN and word.value <= _LAST_UNIT:
        return start + 2, word.value + following.value
    if _at(norms, start + 1) == AND and word.value <= _LAST_UNIT:
        tens = _definite_tens(norms, start + 2)
        if tens is not None:
            return tens[0], word.value + tens[1]
    return None if word.word_class is WordClass.COMPOUND else (start + 1, word.value)


def read_digits(norm: str) -> int | None:
    """Return the value of a token of plain digits, of any script, without separators."""
    return int(norm) if norm.isdecimal() else None


def _exact_cardinal(norms: Sequence[str], start: int) -> tuple[int, Fraction] | None:
    """Add up groups of falling scale: «ألفان وثلاثمئة», «12 مليونا و500 ألف», «مليون ونصف المليون»."""
    group = _scaled_group(norms, start)
    if group is None:
        return None
    end, total, scale = group
    while scale >= _THOUSAND and _at(norms, end) == AND:
        part = _fraction_of(norms, end + 1, scale)
        if part is not None:
            return part[0], total + part[1]
        lower = _scaled_group(norms, end + 1)
        if lower is None or lower[1] >= scale:
            break
        end, total, scale = lower[0], total + lower[1], lower[2]
    return end, total


def _scaled_group(norms: Sequence[str], start: int) -> tuple[int, Fraction, int] | None:
    """Read ``(end, value, scale)`` of one group: «130 ألفا», «ثلاثة ملايين», «ألفان», «نصف مليون», «7»."""
    word = _cardinal_word(norms, start)
    if word is not None and word.word_class is WordClass.FRACTION:
        scale = _scale_at(norms, start + 1)
        return None if scale is None else (start + 2, Fraction(scale, word.value), 1)
    if word is not None and word.word_class is WordClass.DUAL:
        return start + 1, Fraction(word.value), word.value // 2
    count: tuple[int, Fraction] | None
    if word is not None and word.word_class is WordClass.SCALE:
        count = (start, Fraction(1))
    else:
        count = _digits(norms, start) or _whole(_below_thousand(norms, start))
    return None if count is None else _times_scales(norms, *count)


def _times_scales(norms: Sequence[str], end: int, value: Fraction) -> tuple[int, Fraction, int]:
    scale = 1
    while (factor := _scale_at(norms, end)) is not None and factor > scale:
        end, value, scale = end + 1, value * factor, factor
    return end, value, scale


def _scale_at(norms: Sequence[str], at: int) -> int | None:
    """Return the scale word's value; after a number the form of a dual is the accusative («ثلاثون ألفا»)."""
    word = _cardinal_word(norms, at)
    if word is None:
        return None
    if word.word_class in (WordClass.SCALE, WordClass.SCALES):
        return word.value
    return word.value // 2 if word.word_class is WordClass.DUAL else None


def _fraction_of(norms: Sequence[str], start: int, scale: int) -> tuple[int, Fraction] | None:
    """Read «نصف» or «نصف المليون» after a number of that scale."""
    word = _cardinal_word(norms, start)
    if word is None or word.word_class is not WordClass.FRACTION:
        return None
    end = start + 2 if _scale_at(norms, start + 1) == scale else start + 1
    return end, Fraction(scale, word.value)


def _below_thousand(norms: Sequence[str], start: int) -> Reading | None:
    hundreds = _hundreds(norms, start)
    if hundreds is None:
        return _below_hundred(norms, start)
    end, value = hundreds
    rest = _below_hundred(norms, end + 1) if _at(norms, end) == AND else None
    return (end, value) if rest is None else (rest[0], value + rest[1])


def _hundreds(norms: Sequence[str], start: int) -> Reading | None:
    word = _cardinal_word(norms, start)
    if word is None:
        return None
    if word.word_class in (WordClass.HUNDRED, WordClass.HUNDREDS):
        return start + 1, word.value
    following = _cardinal_word(norms, start + 1)
    if word.word_class is WordClass.UNIT and following is not None and following.word_class is WordClass.HUNDRED:
        return start + 2, word.value * following.value
    return None


def _below_hundred(norms: Sequence[str], start: int) -> Reading | None:
    word = _cardinal_word(norms, start)
    if word is None:
        return None
    if word.word_class in (WordClass.TEN, WordClass.TENS):
        return start + 1, word.value
    if word.word_class not in (WordClass.UNIT, WordClass.COMPOUND):
        return None
    joined = _at(norms, start + 1) == AND
    second = start + 2 if joined else start + 1
    following = _cardinal_word(norms, second)
    wanted = WordClass.TENS if joined else WordClass.TEN
    if following is not None and following.word_class is wanted:
        return second + 1, word.value + following.value
    return None if word.word_class is WordClass.COMPOUND else (start + 1, word.value)


def _definite_tens(norms: Sequence[str], start: int) -> Reading | None:
    word = _cardinal_word(norms, start)
    if word is None or word.word_class is not WordClass.TENS or not norms[start].startswith("ال"):
        return None
    return start + 1, word.value


def _digits(norms: Sequence[str], start: int) -> tuple[int, Fraction] | None:
    norm = _at(norms, start)
    if not norm[:1].isdecimal():
        return None
    match = _DIGITS.fullmatch(norm)
    if match is None:
        return None
    whole, decimals = match.groups()
    # «5.260 مليار» is a decimal, «5.260 جنديا» a thousand: before a scale word the point divides.
    if "." in whole and whole.count(".") == 1 and decimals is None and _scale_at(norms, start + 1) is not None:
        whole, decimals = whole.split(".")
    value = Fraction(int(re.sub(r"\D", "", whole)))
    return start + 1, value + (Fraction(int(decimals), 10 ** len(decimals)) if decimals else 0)


def _whole(reading: Reading | None) -> tuple[int, Fraction] | None:
    return None if reading is None else (reading[0], Fraction(reading[1]))


def _cardinal_word(norms: Sequence[str], at: int) -> NumberWord | None:
    return cardinal_words().get(_at(norms, at))


def _at(norms: Sequence[str], at: int) -> str:
    return norms[at] if 0 <= at < len(norms) else ""
