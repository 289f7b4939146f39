"""Reads days named from the publication's («أمس», «مساء السبت الماضي») and times of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgbuild.analyse.date_grammar import read_calendar
from kgbuild.analyse.number_grammar import read_cardinal, read_ordinal
from kgbuild.analyse.time_expressions import CalendarDate, DayShift, Discard, Expression, Found, Weekday
from kgbuild.analyse.time_words import Word, follows, skip, value_at, weekday_at

_WEEK = 7


def read_day(norms: Sequence[str], start: int) -> Found | None:
    """Read a day with the part of it, its weekday and its date: «فجر اليوم الأحد، الثامن من كانون الأول»."""
    if follows(Word.RECURRING, norms, start):
        return None
    at = start
    while True:
        found = _deictic(norms, start, at) or _weekday(norms, at, has_prefix=at > start)
        further = skip(Word.PART, norms, skip(Word.DAY_WORD, norms, at))
        if found is not None or further == at:
            break
        at = further
    if found is None and at > start:
        found = read_calendar(norms, at)
    if found is None:
        part = value_at(Word.DAYPART, norms, start)
        return None if part is None else (part[0], DayShift(0, is_daypart=True))
    return skip(Word.ADVERB, norms, found[0]), found[1]


def read_clock(norms: Sequence[str], start: int) -> Found | None:
    """Read and discard a time of the day: «الساعة العاشرة والنصف صباحا», «10:30», «الثامنة» مساء السبت."""
    at = skip(Word.CLOCK, norms, start)
    hour = _hour(norms, at) if at < len(norms) else None
    if hour is None:
        return None
    end = _minutes(norms, hour)
    is_clock = at > start or ":" in norms[at]
    day_follows = read_day(norms, end)
    if day_follows is not None and not _is_daypart(day_follows[1]):
        is_clock = is_clock or skip(Word.PART, norms, end) > end
    else:
        adverb = skip(Word.ADVERB, norms, end)
        is_clock, end = is_clock or adverb > end, adverb
    return (end, Discard()) if is_clock else None


def _hour(norms: Sequence[str], start: int) -> int | None:
    if norms[start].replace(":", "").isdecimal():
        return start + 1
    found = read_ordinal(norms, start) or read_cardinal(norms, start)
    return None if found is None else found[0]


def _minutes(norms: Sequence[str], end: int) -> int:
    joined = skip(Word.JOIN, norms, end)
    part = skip(Word.CLOCK_PART, norms, joined)
    return part if joined > end and part > joined else end


def _is_daypart(expression: Expression) -> bool:
    return isinstance(expression, DayShift) and expression.is_daypart


def _deictic(norms: Sequence[str], start: int, at: int) -> Found | None:
    found = value_at(Word.DEICTIC, norms, at)
    if found is None or follows(Word.NAME_HEAD, norms, start):
        return None
    end, days = found
    named_at = skip(Word.COMMA, norms, end)
    weekday = weekday_at(norms, named_at)
    if weekday is not None:
        end = skip(Word.CLOSE, norms, weekday[0]) if named_at > end else weekday[0]
        return _with_date(norms, end, DayShift(days, weekday[1]))
    if days == 0 and not _is_today(norms, start, at, end):
        return None
    return _with_date(norms, end, DayShift(days))


def _is_today(norms: Sequence[str], start: int, at: int, end: int) -> bool:
    """Whether «اليوم» is today and not «في اليوم الثالث», «روسيا اليوم», «اليوم التالي»."""
    if skip(Word.NOT_TODAY_AFTER, norms, end) > end or read_ordinal(norms, end) is not None:
        return False
    return at > start or not follows(Word.NOT_TODAY_BEFORE, norms, at)


def _weekday(norms: Sequence[str], at: int, *, has_prefix: bool) -> Found | None:
    found = weekday_at(norms, at)
    if found is None:
        return None
    end, day = found
    if has_prefix:
        end, day = _second_of_night(norms, end, day)
    week = value_at(Word.OF_WEEK, norms, end)
    if week is not None:
        return week[0], Weekday(day, week=week[1])
    direction = value_at(Word.DIRECTION, norms, end)
    if direction is not None:
        return _with_date(norms, direction[0], Weekday(day, direction[1]))
    return _with_date(norms, end, Weekday(day))


def _second_of_night(norms: Sequence[str], end: int, day: int) -> tuple[int, int]:
    """Read the second day of «ليل السبت الأحد»: news tell what happened by its morning."""
    after = weekday_at(norms, skip(Word.TO, norms, end))
    return after if after is not None and after[1] == day % _WEEK + 1 else (end, day)


def _with_date(norms: Sequence[str], end: int, named: Weekday | DayShift) -> Found:
    """Add the date in apposition: «السبت 24 مارس», «اليوم الأحد، الثامن من آذار»."""
    weekday = named.day if isinstance(named, Weekday) else named.weekday
    at = skip(Word.COMMA, norms, end)
    date = read_calendar(norms, at)
    if date is None or not isinstance(date[1], CalendarDate) or date[1].day is None:
        return end, named
    return skip(Word.CLOSE, norms, date[0]) if at > end else date[0], replace(date[1], weekday=weekday)
