"""Arithmetic of days, weeks, months and years against a publication day; no words, no text.

Days are ``datetime.date``; weekdays are ISO 8601 numbers (Monday is 1). A result is
an ISO day, month (``YYYY-MM``) or year.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

_MONTHS = 12
# Leap days come back after eight years at most.
_YEARS_BACK = 8
# Further off than this a weekday says nothing about the year that is meant.
_A_YEAR_OR_SO = 400
# The first lunar year, and a lunar year's length in solar ones.
_HIJRA = 622
_LUNAR_YEAR = 0.970224
# The conversion tables (Umm al-Qura) of the hijridate library.
_HIJRI_YEARS = range(1343, 1501)


def resolve_weekday(day: int, published: date, *, future: bool = False) -> date:
    """Return the last such weekday up to the publication day, or with ``future`` the next from it on."""
    if future:
        return published + timedelta(days=(day - published.isoweekday()) % 7)
    return published - timedelta(days=(published.isoweekday() - day) % 7)


def weekday_beside(day: int, published: date, weeks: int) -> date:
    """Return the weekday strictly before (-1, the one before that -2) or after (1) the publication day."""
    if weeks < 0:
        last = resolve_weekday(day, published - timedelta(days=1))
        return last + timedelta(weeks=weeks + 1)
    return resolve_weekday(day, published + timedelta(days=1), future=True) + timedelta(weeks=weeks - 1)


def weekday_in_week(day: int, published: date, weeks: int) -> date:
    """Return the weekday in the week that lies ``weeks`` from the publication's; weeks begin on Sunday."""
    return _sunday(published) + timedelta(weeks=weeks, days=day % 7)


def nearest_weekday(day: int, about: date) -> date:
    """Return the weekday nearest to a day."""
    return resolve_weekday(day, about + timedelta(days=3))


def month_of_week(published: date, weeks: int) -> str:
    """Return the month that holds most of the week ``weeks`` from the publication's; this week's is the publication's.

    On a Sunday last week ended the day before and next week begins the day after, so
    weeks are counted from Sunday backwards and from Monday forwards.
    """
    if weeks == 0:
        return iso_month(published.year, published.month)
    begins = _sunday(published) if weeks < 0 else published - timedelta(days=published.weekday())
    middle = begins + timedelta(weeks=weeks, days=3)
    return iso_month(*_year_month(middle))


def shift_month(published: date, months: int) -> tuple[int, int]:
    """Return ``(year, month)`` so many months from the publication's."""
    year, month = divmod(published.year * _MONTHS + published.month - 1 + months, _MONTHS)
    return year, month + 1


def iso_month(year: int, month: int) -> str:
    """Return ``YYYY-MM``."""
    return f"{year:04d}-{month:02d}"


def iso_year(year: int) -> str:
    """Return ``YYYY``, with leading zeros."""
    return f"{year:04d}"


def lunar_years_about(year: int) -> range:
    """Return the lunar years that touch a solar year and its neighbours."""
    about = int((year - _HIJRA) / _LUNAR_YEAR)
    return range(about - 1, about + 4)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month, or a day of it, of no year yet.

    Attributes:
        hijri: counted in the lunar calendar (Umm al-Qura).
    """

    month: int
    day: int | None = None
    hijri: bool = False

    def in_year(self, year: int) -> str | None:
        """Return the ISO day or month; ``None`` where that year has no such day or no conversion is known.

        A lunar month touches two months and gives the one of its 15th day.
        """
        first = self.first_day(year)
        if first is None:
            return None
        if self.day is not None:
            return first.isoformat()
        return iso_month(*_year_month(first + timedelta(days=14) if self.hijri else first))

    def first_day(self, year: int) -> date | None:
        """Return the day, or the month's first, in a year of its calendar."""
        day = self.day or 1
        if self.hijri:
            if year not in _HIJRI_YEARS or day > Hijri(year, self.month, 1).month_length():
                return None
            return Hijri(year, self.month, day).to_gregorian()
        return date(year, self.month, day) if 1 <= day <= monthrange(year, self.month)[1] else None

    def around(self, published: date) -> Iterator[tuple[date, str]]:
        """Yield ``(first day, ISO value)`` in the years before, of and after a day, in order."""
        years = range(published.year - _YEARS_BACK, published.year + 2)
        for year in lunar_years_about(published.year) if self.hijri else years:
            first, value = self.first_day(year), self.in_year(year)
            if first is not None and value is not None:
                yield first, value


def nearest_year(
    month_day: MonthDay, published: date, *, direction: int | None = None, weekday: int | None = None
) -> tuple[str | None, str | None]:
    """Resolve a month or day of no year to ``(value, value if the event lies ahead)``.

    Args:
        month_day: what to resolve.
        published: the publication day.
        direction: -1 strictly before («الماضي»), 1 strictly after («المقبل»), ``None`` unsaid, then
            the most recent one up to the publication.
        weekday: ISO weekday that the day must fall on, where any does.
    """
    found = list(month_day.around(published))
    named = [
        pair for pair in found if pair[0].isoweekday() == weekday and abs((pair[0] - published).days) < _A_YEAR_OR_SO
    ]
    found = named or found
    here = published.isoformat()
    before = _last(found, lambda value: value < here[: len(value)])
    after = _first(found, lambda value: value > here[: len(value)])
    same = _first(found, lambda value: value == here[: len(value)])
    if direction is not None:
        return (before if direction < 0 else after), None
    past, ahead = same or before or after, same or after
    return past, (ahead if ahead != past else None)


def _first(found: list[tuple[date, str]], fits: Callable[[str], bool]) -> str | None:
    return next((value for _, value in found if fits(value)), None)


def _last(found: list[tuple[date, str]], fits: Callable[[str], bool]) -> str | None:
    return _first(found[::-1], fits)


def _sunday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() % 7)


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month
