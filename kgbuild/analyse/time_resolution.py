"""Resolves time expressions against a publication day, by the annotation guidelines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kgbuild.analyse.calendars import (
    MonthDay,
    iso_month,
    iso_year,
    lunar_years_about,
    month_of_week,
    nearest_weekday,
    nearest_year,
    resolve_weekday,
    shift_month,
    weekday_beside,
    weekday_in_week,
)
from kgbuild.analyse.time_expressions import (
    Anaphor,
    CalendarDate,
    DayShift,
    Discard,
    Expression,
    Length,
    Range,
    TimeKind,
    Unit,
    UnitShift,
    Weekday,
    YearRef,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A kind with its ISO value, the value if the event lies ahead, and the offset from another date in days."""

    kind: TimeKind
    value: str | None = None
    future: str | None = None
    offset: int | None = None


def resolve(expression: Expression, published: date | None, last_year: int | None) -> Resolved | None:
    """Resolve an expression; ``None`` for one that is no time of an event.

    Args:
        expression: what the text says.
        published: the publication day; without it only absolute dates resolve.
        last_year: year of the last date before it in the text, for «من العام نفسه».
    """
    found: Resolved | None = None
    match expression:
        case CalendarDate():
            found = _calendar(expression, published, last_year)
        case YearRef():
            found = Resolved(TimeKind.YEAR, _year(expression, published, last_year))
        case Weekday():
            found = _weekday(expression, published)
        case DayShift():
            found = _day(expression, published)
        case UnitShift():
            found = _unit(expression, published)
        case Range(within):
            month = None if within is None else _calendar(within, published, last_year)
            found = Resolved(TimeKind.RANGE) if month is None else replace(month, kind=TimeKind.RANGE)
        case Anaphor():
            found = _anaphor(expression, published)
        case Length():
            found = Resolved(TimeKind.DURATION)
        case Discard():
            pass
    return found


def _anaphor(anaphor: Anaphor, published: date | None) -> Resolved:
    ahead = None
    if published is not None and anaphor.is_open and anaphor.days:
        ahead = (published + timedelta(days=anaphor.days)).isoformat()
    return Resolved(TimeKind.RELATIVE, future=ahead, offset=anaphor.days)


def _calendar(date_: CalendarDate, published: date | None, last_year: int | None) -> Resolved:
    kind = TimeKind.MONTH if date_.day is None else TimeKind.DATE
    month_day = MonthDay(date_.month, date_.day, date_.hijri)
    if date_.year is not None:
        year = _year_number(date_.year, published, last_year)
        if year is None:
            return Resolved(kind)
        mixed = date_.hijri and not date_.year.hijri
        return Resolved(kind, _lunar_in(month_day, year) if mixed else month_day.in_year(year))
    if published is None:
        return Resolved(kind)
    if date_.direction == 0 and not date_.hijri:
        return Resolved(kind, month_day.in_year(published.year))
    value, future = nearest_year(month_day, published, direction=date_.direction or None, weekday=date_.weekday)
    return Resolved(kind, value, future)


def _lunar_in(month_day: MonthDay, year: int) -> str | None:
    """Return the first lunar day or month of that name in a Gregorian year."""
    values = (month_day.in_year(lunar) for lunar in lunar_years_about(year))
    return next((value for value in values if value is not None and value.startswith(iso_year(year))), None)


def _year(year: YearRef, published: date | None, last_year: int | None) -> str | None:
    number = _year_number(year, published, last_year)
    if number is None:
        return None
    if not year.hijri:
        return iso_year(number)
    # A lunar year lies in the year of its middle, the first of Rajab.
    middle = MonthDay(7, 1, hijri=True).in_year(number)
    return None if middle is None else middle[:4]


def _year_number(year: YearRef, published: date | None, last_year: int | None) -> int | None:
    if year.number is not None:
        return year.number
    if year.same:
        return last_year
    return None if published is None or year.shift is None else published.year + year.shift


def _weekday(weekday: Weekday, published: date | None) -> Resolved:
    if published is None:
        return Resolved(TimeKind.WEEKDAY)
    if weekday.week is not None:
        return Resolved(TimeKind.WEEKDAY, weekday_in_week(weekday.day, published, weekday.week).isoformat())
    if weekday.direction:
        return Resolved(TimeKind.WEEKDAY, weekday_beside(weekday.day, published, weekday.direction).isoformat())
    value = resolve_weekday(weekday.day, published).isoformat()
    future = resolve_weekday(weekday.day, published, future=True).isoformat()
    return Resolved(TimeKind.WEEKDAY, value, future if future != value else None)


def _day(shift: DayShift, published: date | None) -> Resolved:
    kind = TimeKind.DAYPART if shift.is_daypart else TimeKind.DEICTIC
    if published is None:
        return Resolved(kind)
    day = published + timedelta(days=shift.days)
    if shift.weekday is not None:
        # Items written about midnight carry the next day's date; the weekday is what the writer meant.
        day = nearest_weekday(shift.weekday, day)
    return Resolved(kind, day.isoformat())


def _unit(shift: UnitShift, published: date | None) -> Resolved:
    kind = TimeKind.DEICTIC if shift.day is None else TimeKind.DATE
    if published is None:
        return Resolved(kind)
    if shift.unit is Unit.WEEK:
        return Resolved(kind, month_of_week(published, shift.amount))
    if shift.unit is Unit.YEAR:
        return Resolved(kind, iso_year(published.year + shift.amount))
    year, month = shift_month(published, shift.amount)
    value = iso_month(year, month) if shift.day is None else MonthDay(month, shift.day).in_year(year)
    return Resolved(kind, value)
