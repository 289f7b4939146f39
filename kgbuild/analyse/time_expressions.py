"""What a time expression says, before it is resolved against a publication day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgbuild.labels import Label


class TimeKind(Label):
    """What sort of time an expression names."""

    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    DEICTIC = "deictic"
    DAYPART = "daypart"
    DURATION = "duration"
    RELATIVE = "relative"
    RANGE = "range"


class Unit(Enum):
    """A unit of time, as ``data/time_units.tsv`` names it."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year: its number, or its distance from the publication's, or that of the last date (``same``)."""

    number: int | None = None
    shift: int | None = None
    same: bool = False
    hijri: bool = False


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A month or a day of it; ``direction`` is -1 for «الماضي», 0 for «الجاري», 1 for «المقبل»."""

    month: int
    day: int | None = None
    hijri: bool = False
    year: YearRef | None = None
    direction: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; ``direction`` as above, ``week`` is its week counted from the publication's."""

    day: int
    direction: int | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class DayShift:
    """A day counted from the publication's, with the weekday that the text gives it."""

    days: int
    weekday: int | None = None
    is_daypart: bool = False


@dataclass(frozen=True, slots=True)
class UnitShift:
    """A week, month or year counted from the publication's, or a ``day`` of such a month."""

    unit: Unit
    amount: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A day counted from another date; ``None`` where the distance is not a number of days.

    ``is_open``: the text names no such date, so that a planned event may count from the publication.
    ``from_last``: it is the last day named before («قبل ذلك بيومين», «في اليوم التالي»).
    """

    days: int | None
    is_open: bool = False
    from_last: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, or a time span that no single day, month or year holds."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another; ``within`` is the month or year that holds both, if one does."""

    within: CalendarDate | None = None


@dataclass(frozen=True, slots=True)
class Discard:
    """No time of an event, though it looks like one: the time of day, an age."""


Expression = CalendarDate | Weekday | DayShift | UnitShift | YearRef | Anaphor | Length | Range | Discard
Found = tuple[int, Expression]
