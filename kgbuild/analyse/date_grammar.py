"""Reads dates, months and years of the calendar in folded Arabic tokens.

Every reader takes the tokens and a start index and returns ``(end, expression)``
with an exclusive end, or ``None`` where no such expression stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.analyse.number_grammar import read_digits, read_ordinal
from kgbuild.analyse.time_expressions import CalendarDate, Discard, Expression, Found, Range, Unit, UnitShift, YearRef
from kgbuild.analyse.time_words import Evidence, Month, Word, follows, month_at, skip, units, value_at
from kgbuild.analyse.year_grammar import read_year_of

Dated = tuple[int, CalendarDate]

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LUNAR_DAYS = 30
_MONTHS = 12
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})|(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMERIC_TOKENS = 5


def read_calendar(norms: Sequence[str], start: int) -> Found | None:
    """Read a date or month; one that names something («ثورة 25 يناير») is discarded unless it has a year."""
    found: Found | None = (
        _numeric(norms, start)
        or read_date(norms, start)
        or _shared_month(norms, start)
        or _day_of_near_month(norms, start)
    )
    if found is not None and follows(Word.NAME_HEAD, norms, start) and not _has_year(found[1]):
        return found[0], Discard()
    return found


def read_date(norms: Sequence[str], start: int, *, supported: bool = False) -> Dated | None:
    """Read «24 من مارس/آذار 2018», «الرابع من آب الماضي», «نوفمبر».

    Args:
        norms: the folded tokens.
        start: where to read.
        supported: whether words before ``start`` already show that a month's name follows.
    """
    day = read_day_number(norms, start)
    at = start if day is None else skip(Word.OF, norms, day[0])
    named = _read_month(norms, at)
    if named is None or (day is not None and not _fits(day[1], named[1])):
        return None
    end, month, doubled = named
    date = CalendarDate(month.number, None if day is None else day[1], month.hijri)
    end, date = _with_year(norms, end, date)
    supported = supported or doubled or date != CalendarDate(month.number, None, month.hijri)
    return (end, date) if _is_month(norms, start, month, date, supported=supported) else None


def read_day_number(norms: Sequence[str], start: int) -> tuple[int, int] | None:
    """Read the number of a day: digits, or a definite ordinal («الثالث والعشرين»)."""
    if start >= len(norms):
        return None
    digits = read_digits(norms[start])
    if digits is not None:
        found: tuple[int, int] | None = (start + 1, digits)
    else:
        found = read_ordinal(norms, start) if norms[start].startswith("ال") else None
    return found if found is not None and 1 <= found[1] <= max(_DAYS) else None


def _read_month(norms: Sequence[str], start: int) -> tuple[int, Month, bool] | None:
    """Read ``(end, month, is certainly a month)``: «شهر مارس», «تشرين الثاني/نوفمبر», «نوفمبر (تشرين الثاني)»."""
    at = skip(Word.MONTH_WORD, norms, start)
    found = month_at(norms, at)
    if found is None:
        return None
    end, month = found
    opened = skip(Word.OPEN, norms, end)
    second = month_at(norms, opened)
    if second is None or second[1].number != month.number or second[1].hijri != month.hijri:
        return end, month, at > start
    return skip(Word.CLOSE, norms, second[0]), month, True


def _with_year(norms: Sequence[str], end: int, date: CalendarDate) -> Dated:
    """Add what follows a month: its year, «الماضي», or the year of the next date of a list."""
    year = read_year_of(norms, end, hijri=date.hijri)
    if year is not None:
        return year[0], replace(date, year=year[1])
    direction = value_at(Word.DIRECTION, norms, end)
    if direction is not None:
        return direction[0], replace(date, direction=direction[1])
    return end, _like_the_next(norms, end, date)


def _like_the_next(norms: Sequence[str], end: int, date: CalendarDate) -> CalendarDate:
    """Give the first date of «مارس وأبريل 2018» the second's year."""
    at = skip(Word.TO, norms, skip(Word.JOIN, norms, end))
    following = read_date(norms, at) if at > end else None
    if following is None or following[1].month < date.month or (following[1].day is None) != (date.day is None):
        return date
    return replace(date, year=following[1].year, direction=following[1].direction)


def _is_month(norms: Sequence[str], start: int, month: Month, date: CalendarDate, *, supported: bool) -> bool:
    if month.evidence is Evidence.YEAR:
        return date.year is not None
    if supported or month.evidence is Evidence.NONE:
        return True
    return month.evidence is Evidence.CONTEXT and follows(Word.MONTH_CONTEXT, norms, start)


def _fits(day: int, month: Month) -> bool:
    return day <= (_LUNAR_DAYS if month.hijri else _DAYS[month.number - 1])


def _shared_month(norms: Sequence[str], start: int) -> Found | None:
    """Read the first day of «18 و19 أكتوبر»; «من 18 إلى 20 أكتوبر», «بين 18 و20 أكتوبر» are ranges."""
    day = read_day_number(norms, start)
    if day is None:
        return None
    joined, to = skip(Word.JOIN, norms, day[0]), skip(Word.TO, norms, day[0])
    at = max(joined, to)
    # The day number of the rest may itself be a list.
    rest = (read_date(norms, at) or _shared_month(norms, at)) if at > day[0] else None
    if rest is None:
        return None
    end, date = rest
    if isinstance(date, Range):
        return rest
    if not isinstance(date, CalendarDate) or date.day is None:
        return None
    if to > day[0] or follows(Word.BETWEEN, norms, start):
        return end, Range(replace(date, day=None))
    return day[0], replace(date, day=day[1])


def _day_of_near_month(norms: Sequence[str], start: int) -> Found | None:
    """Read «الرابع من الشهر الجاري», «15 الجاري», «15 من هذا الشهر»."""
    day = read_day_number(norms, start)
    if day is None:
        return None
    of = skip(Word.OF, norms, day[0])
    this = skip(Word.THIS, norms, of)
    unit = units().get(norms[this]) if this < len(norms) else None
    is_month = unit is not None and unit.unit is Unit.MONTH and unit.definite and unit.count == 1
    if this > of:
        return (this + 1, UnitShift(Unit.MONTH, 0, day[1])) if is_month else None
    direction = value_at(Word.DIRECTION, norms, of + is_month)
    if direction is None or not (is_month or of > day[0]):
        return None
    return direction[0], UnitShift(Unit.MONTH, direction[1], day[1])


def _numeric(norms: Sequence[str], start: int) -> Found | None:
    """Read «24-11-2024», «24/11/2024», «2024/11/24», «24.11.2024»; the month comes second where it can."""
    if start >= len(norms) or not norms[start][:1].isdecimal():
        return None
    for length in (_NUMERIC_TOKENS, 1):
        tokens = norms[start : start + length]
        match = _NUMERIC.fullmatch("".join(tokens))
        if match is None or len(tokens) < length:
            continue
        parts = [int(part) for part in match.groups() if part is not None]
        day, month, year = parts if match[1] else reversed(parts)
        if month > _MONTHS >= day and match[1]:
            day, month = month, day
        if year >= 1 and 1 <= month <= _MONTHS and 1 <= day <= _DAYS[month - 1]:
            return start + length, CalendarDate(month, day, year=YearRef(year))
    return None


def _has_year(expression: Expression) -> bool:
    return isinstance(expression, CalendarDate) and expression.year is not None
