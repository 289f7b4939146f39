"""Reads weeks, months and years counted from the publication's, and lengths of time."""

from __future__ import annotations

from collections.abc import Sequence

from kgbuild.analyse.date_grammar import read_calendar, read_date
from kgbuild.analyse.day_grammar import read_day
from kgbuild.analyse.number_grammar import read_cardinal
from kgbuild.analyse.time_expressions import Anaphor, DayShift, Discard, Expression, Found, Length, Unit, UnitShift
from kgbuild.analyse.time_words import UnitWord, Word, follows, skip, units, value_at
from kgbuild.analyse.year_grammar import read_year, read_year_of

Amount = tuple[int, Unit, int | None]

_DAYS = {Unit.MINUTE: 0, Unit.HOUR: 0, Unit.DAY: 1, Unit.WEEK: 7}
_SHIFTED = (Unit.WEEK, Unit.MONTH, Unit.YEAR)
_SHORT = (Unit.MINUTE, Unit.HOUR)
_HOURS = 24
_DUAL = 2
# Nobody counts farther from a day of news; what does is no time of an event.
_MOST = 1000


def read_phase(norms: Sequence[str], start: int) -> Found | None:
    """Read a part of a month or year: «أواخر نوفمبر», «منتصف آب», «مطلع عام 2017», «نهاية الشهر»."""
    at = skip(Word.OF, norms, skip(Word.PHASE, norms, start))
    if skip(Word.PHASE, norms, start) == start:
        return None
    date = read_date(norms, at, supported=True)
    if date is not None:
        return date if date[1].day is None else None
    year = read_year_of(norms, at)
    if year is not None:
        return year
    near = read_near(norms, at)
    if near is not None:
        return near if isinstance(near[1], UnitShift) else None
    unit = _unit(norms, at)
    if unit is None or not unit.definite or unit.count != 1 or unit.unit not in _SHIFTED:
        return None
    return at + 1, UnitShift(unit.unit, 0)


def read_near(norms: Sequence[str], start: int) -> Found | None:
    """Read «الأسبوع الماضي», «هذا العام», «الأيام القليلة المقبلة», and «اليوم التالي», «العام نفسه»."""
    for word in (Word.THIS, Word.SAME_BEFORE):
        at = skip(word, norms, start)
        unit = _unit(norms, at)
        if at > start and unit is not None and unit.definite and unit.count == 1:
            return _named(unit, at + 1, 0 if word is Word.THIS else None)
    unit = _unit(norms, start)
    if unit is None or not unit.definite:
        return None
    if unit.count == 1:
        return _near_unit(norms, start + 1, unit)
    at = _count_of_many(norms, start + 1)
    direction = value_at(Word.DIRECTION, norms, at) or value_at(Word.RECENT, norms, at)
    return None if direction is None else (direction[0], _about_now(unit.unit, unit.count))


def read_anaphor(norms: Sequence[str], start: int) -> Found | None:
    """Read «غداة», «عشية», «يومها»: days counted from another date."""
    found = value_at(Word.ANAPHOR, norms, start)
    return None if found is None else (found[0], Anaphor(found[1]))


def read_length(norms: Sequence[str], start: int) -> Found | None:
    """Read a length with what it is counted from: «قبل ثلاثة أيام», «منذ سنوات», «بعد يومين», «24 ساعة»."""
    anchor = value_at(Word.ANCHOR, norms, start)
    if anchor is not None:
        amount = _amount(norms, skip(Word.APPROX, norms, anchor[0]), led=True)
        return None if amount is None else (amount[0], Anaphor(_in_days(amount, anchor[1]), from_last=True))
    for lead in (Word.AGO, Word.AFTER, Word.SINCE, Word.WITHIN, Word.DURING):
        at = skip(lead, norms, start)
        if at > start:
            amount = _amount(norms, skip(Word.APPROX, norms, at), led=True)
            return None if amount is None else (amount[0], _led(norms, lead, amount))
    amount = _amount(norms, start, led=False)
    if amount is None:
        return None
    return amount[0], Discard() if _is_age(norms, start, amount) else Length()


def _led(norms: Sequence[str], lead: Word, amount: Amount) -> Expression:
    end, unit, count = amount
    if lead is Word.AFTER:
        return Anaphor(_in_days(amount, 1), is_open=skip(Word.RELATIVE_AFTER, norms, end) == end)
    if lead is Word.WITHIN and count is None:
        return _about_now(unit, count)
    if lead is not Word.AGO:
        return Length()
    if skip(Word.COUNTED_FROM, norms, end) > end:
        return Anaphor(_in_days(amount, -1))
    return _about_now(unit, count) if count is None else _before_now(unit, count)


def _before_now(unit: Unit, count: int) -> Expression:
    if unit in _SHORT:
        return DayShift(-(count // _HOURS) if unit is Unit.HOUR else 0)
    if unit is Unit.DAY:
        return DayShift(-count)
    return UnitShift(unit, -count) if unit in _SHIFTED else Length()


def _about_now(unit: Unit, count: int | None) -> Expression:
    """Some hours are the day of publication, some days and two weeks its month; more is no one time."""
    if unit in _SHORT:
        return DayShift(0)
    if unit is Unit.DAY or (unit is Unit.WEEK and count is not None):
        return UnitShift(Unit.MONTH, 0)
    return Length()


def _in_days(amount: Amount, sign: int) -> int | None:
    _, unit, count = amount
    if unit is Unit.MINUTE or (unit is Unit.HOUR and count is None):
        return 0
    if unit is Unit.HOUR and count is not None:
        return sign * (count // _HOURS)
    return sign * count * _DAYS[unit] if count is not None and unit in _DAYS else None


def _near_unit(norms: Sequence[str], at: int, unit: UnitWord) -> Found | None:
    direction = value_at(Word.DIRECTION, norms, at)
    if direction is not None and unit.unit is not Unit.DAY:
        return _named(unit, *direction)
    same = value_at(Word.SAME_AFTER, norms, at)
    if same is None:
        return None
    return same[0], Anaphor(same[1], from_last=True) if unit.unit is Unit.DAY else Anaphor(None)


def _named(unit: UnitWord, end: int, amount: int | None) -> Found | None:
    """Make the expression of one unit near the publication (``None``: near another date)."""
    if amount is None:
        return end, Anaphor(0, from_last=True) if unit.unit is Unit.DAY else Anaphor(None)
    return (end, UnitShift(unit.unit, amount)) if unit.unit in _SHIFTED else None


def _count_of_many(norms: Sequence[str], at: int) -> int:
    """Skip what stands between a plural and its adjective: «القليلة», «الثلاثة», «ال» 24."""
    at = skip(Word.APPROX, norms, skip(Word.FEW, norms, at))
    number = read_cardinal(norms, at)
    return at if number is None else number[0]


def _amount(norms: Sequence[str], start: int, *, led: bool) -> Amount | None:
    """Read ``(end, unit, count)``; the count is ``None`` for some.

    Without a word that leads it, a length is a number with its unit or a dual.
    """
    few = skip(Word.FEW, norms, start)
    number = read_cardinal(norms, start) if few == start else (few, None)
    at = start if number is None else number[0]
    unit = _unit(norms, at)
    if unit is None or unit.definite:
        return None
    end = skip(Word.FEW, norms, at + 1)
    if number is not None:
        return (end, unit.unit, number[1]) if number[1] is None or number[1] <= _MOST else None
    if unit.count == 1 and (not led or _names_a_time(norms, at)):
        return None
    return (end, unit.unit, unit.count) if led or unit.count == _DUAL or end > at + 1 else None


def _names_a_time(norms: Sequence[str], at: int) -> bool:
    """Whether the unit is the head of a name: «عام 2011», «يوم السبت», «شهر مارس»."""
    readers = (read_year, read_day, read_calendar)
    return any(found is not None and found[0] > at + 1 for found in (read(norms, at) for read in readers))


def _is_age(norms: Sequence[str], start: int, amount: Amount) -> bool:
    """Whether the years are a person's: after «عمره», «ذات ال», or alone in brackets or between commas."""
    end, unit, _ = amount
    if unit is not Unit.YEAR:
        return False
    before = start - 1 if follows(Word.APPROX, norms, start) else start
    set_off = skip(Word.CLOSE, norms, end) > end or skip(Word.COMMA, norms, end) > end
    return follows(Word.AGE, norms, before) or (follows(Word.COMMA, norms, start) and set_off)


def _unit(norms: Sequence[str], at: int) -> UnitWord | None:
    return units().get(norms[at]) if at < len(norms) else None
