"""The words of Arabic time expressions, looked up in folded tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgbuild.analyse.time_expressions import Unit
from kgbuild.analyse.word_table import WordTable
from kgbuild.folding import fold
from kgbuild.resources import data_rows


class Word(Enum):
    """The classes of ``data/time_words.tsv``, which explains them."""

    DEICTIC = "deictic"
    PART = "part"
    ADVERB = "adverb"
    DAYPART = "daypart"
    DAY_WORD = "day_word"
    MONTH_WORD = "month_word"
    YEAR_WORD = "year_word"
    HIJRI_MARK = "hijri_mark"
    GREGORIAN_MARK = "gregorian_mark"
    PHASE = "phase"
    DIRECTION = "direction"
    RECENT = "recent"
    THIS = "this"
    SAME_BEFORE = "same_before"
    SAME_AFTER = "same_after"
    ANAPHOR = "anaphor"
    AGO = "ago"
    AFTER = "after"
    SINCE = "since"
    WITHIN = "within"
    DURING = "during"
    ANCHOR = "anchor"
    APPROX = "approx"
    FEW = "few"
    NAME_HEAD = "name_head"
    RECURRING = "recurring"
    NOT_TODAY_BEFORE = "not_today_before"
    NOT_TODAY_AFTER = "not_today_after"
    MONTH_CONTEXT = "month_context"
    YEAR_CONTEXT = "year_context"
    COUNTED = "counted"
    CLOCK = "clock"
    CLOCK_PART = "clock_part"
    AGE = "age"
    JOIN = "join"
    TO = "to"
    BETWEEN = "between"
    OF = "of"
    COMMA = "comma"
    OPEN = "open"
    CLOSE = "close"
    OF_WEEK = "of_week"
    RELATIVE_AFTER = "relative_after"
    COUNTED_FROM = "counted_from"
    HEADING = "heading"


class Evidence(Enum):
    """What must stand beside a month's name; ``data/months.tsv`` explains the members."""

    NONE = "none"
    CONTEXT = "context"
    STRONG = "strong"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Month:
    """A month's name."""

    number: int
    hijri: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A form of a unit: ``count`` is 1, 2, or ``None`` for the plural."""

    unit: Unit
    count: int | None
    definite: bool


@cache
def phrases(word: Word) -> WordTable[int]:
    """Return the phrases of a class with their values (0 where the class has none)."""
    rows = data_rows("analyse", "time_words.tsv")
    return WordTable((phrase, 0 if value == "-" else int(value)) for phrase, name, value in rows if Word(name) is word)


def value_at(word: Word, norms: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return ``(end, value)`` of the longest phrase of a class at a place."""
    return phrases(word).match(norms, at)


def skip(word: Word, norms: Sequence[str], at: int) -> int:
    """Return the end of the phrase of a class at a place, or the place itself."""
    found = value_at(word, norms, at)
    return at if found is None else found[0]


def follows(word: Word, norms: Sequence[str], at: int) -> bool:
    """Return whether the token before a place is a word of a class."""
    return at > 0 and phrases(word).match(norms[at - 1 : at], 0) is not None


@cache
def _months() -> WordTable[Month]:
    rows = data_rows("analyse", "months.tsv")
    return WordTable((name, Month(int(number), kind == "hijri", Evidence(need))) for name, number, kind, need in rows)


def month_at(norms: Sequence[str], at: int) -> tuple[int, Month] | None:
    """Return ``(end, month)`` of the month's name at a place."""
    return _months().match(norms, at)


@cache
def _weekdays() -> WordTable[int]:
    return WordTable((name, int(day)) for name, day in data_rows("analyse", "weekdays.tsv"))


def weekday_at(norms: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return ``(end, ISO weekday)`` of the weekday's name at a place."""
    return _weekdays().match(norms, at)


@cache
def units() -> dict[str, UnitWord]:
    """Return folded form -> unit, indefinite and definite."""
    found = {}
    for form, unit, count in data_rows("analyse", "time_units.tsv"):
        number = None if count == "-" else int(count)
        for article in ("", "ال"):
            found[article + fold(form)] = UnitWord(Unit(unit), number, bool(article))
    return found


@cache
def first_words(classes: frozenset[Word]) -> frozenset[str]:
    """Return the first tokens of all phrases of some classes, of months, weekdays and units."""
    named = (phrases(word).first_words for word in classes)
    return frozenset(units()).union(_months().first_words, _weekdays().first_words, *named)
