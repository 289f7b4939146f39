"""Reads years in folded Arabic tokens: after a month, and by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from kgbuild.analyse.number_grammar import read_cardinal, read_digits
from kgbuild.analyse.time_expressions import Found, Range, Unit, YearRef
from kgbuild.analyse.time_words import UnitWord, Word, follows, skip, units, value_at

Year = tuple[int, YearRef]

_HIJRI_YEARS = range(1300, 1500)
_BARE_YEARS = range(1900, 2100)
_STATED_YEARS = range(100, 2100)
_SPELT_YEARS = 1000


def read_year_of(norms: Sequence[str], start: int, *, hijri: bool = False) -> Year | None:
    """Read the year after a month: «2018», «من عام 2018», «العام الماضي», «من العام نفسه», «1445 هـ».

    Args:
        norms: the folded tokens.
        start: where to read.
        hijri: whether the month is a lunar one, whose years need no mark.
    """
    at = skip(Word.OF, norms, start)
    near = _near_year(norms, at)
    if near is not None:
        return near
    stated = skip(Word.YEAR_WORD, norms, at)
    if stated > at:
        return _number(norms, stated, _STATED_YEARS, hijri=hijri)
    # «مارس/2015»
    return _number(norms, skip(Word.OPEN, norms, start), _BARE_YEARS, hijri=hijri) if at == start else None


def read_year(norms: Sequence[str], start: int) -> Found | None:
    """Read «عام 2018», «عامي 2021 و» 2022, a bare year after «في» and its like, «بين عامي 2014 و2016»."""
    at = skip(Word.YEAR_WORD, norms, start)
    if at > start:
        year = _number(norms, at, _STATED_YEARS)
    elif _bare_year_may_stand(norms, start):
        year = _number(norms, start, _BARE_YEARS)
    else:
        year = None
    return _range_from(norms, start) or year


def _range_from(norms: Sequence[str], start: int) -> Found | None:
    """Read «2014-2016», «2014 إلى 2016», and after «بين» «2014 و2016»."""
    first = _number(norms, skip(Word.YEAR_WORD, norms, start), _BARE_YEARS)
    if first is None:
        return None
    at = skip(Word.TO, norms, first[0])
    if at == first[0] and follows(Word.BETWEEN, norms, start):
        at = skip(Word.JOIN, norms, at)
    second = _number(norms, skip(Word.YEAR_WORD, norms, at), _BARE_YEARS) if at > first[0] else None
    return None if second is None else (second[0], Range())


def _bare_year_may_stand(norms: Sequence[str], start: int) -> bool:
    """Whether «في», «حرب» or the like, or the «2021 و» of a list, stands before it, or it heads a line («2011:»)."""
    if follows(Word.YEAR_CONTEXT, norms, start):
        return True
    if start == 0 or "\n" in norms[start - 1]:
        return skip(Word.HEADING, norms, start + 1) > start + 1
    return start > 1 and follows(Word.JOIN, norms, start) and read_digits(norms[start - 2]) in _BARE_YEARS


def _near_year(norms: Sequence[str], start: int) -> Year | None:
    """Read «هذا العام», «نفس العام», «العام الماضي», «العام نفسه»."""
    this, same = skip(Word.THIS, norms, start), skip(Word.SAME_BEFORE, norms, start)
    if this > start and _is_the_year(norms, this):
        return this + 1, YearRef(shift=0)
    if same > start and _is_the_year(norms, same):
        return same + 1, YearRef(same=True)
    if not _is_the_year(norms, start):
        return None
    direction = value_at(Word.DIRECTION, norms, start + 1)
    if direction is not None:
        return direction[0], YearRef(shift=direction[1])
    anaphor = value_at(Word.SAME_AFTER, norms, start + 1)
    return (anaphor[0], YearRef(same=True)) if anaphor is not None and anaphor[1] == 0 else None


def _is_the_year(norms: Sequence[str], at: int) -> bool:
    unit: UnitWord | None = units().get(norms[at]) if at < len(norms) else None
    return unit is not None and unit.unit is Unit.YEAR and unit.definite and unit.count == 1


def _number(norms: Sequence[str], start: int, allowed: range, *, hijri: bool = False) -> Year | None:
    """Read a year in digits, or after its head in words («ألف وتسعمئة وسبعة وستين»)."""
    if start >= len(norms):
        return None
    digits = read_digits(norms[start])
    reading = (start + 1, digits) if digits is not None else None
    if reading is None and allowed is _STATED_YEARS:
        words = read_cardinal(norms, start)
        reading = (
            (words[0], words[1]) if words is not None and words[1] is not None and words[1] >= _SPELT_YEARS else None
        )
    if reading is None:
        return None
    end, number = reading
    marked = skip(Word.HIJRI_MARK, norms, end)
    if number in _HIJRI_YEARS and (hijri or marked > end):
        return marked, YearRef(number, hijri=True)
    if number not in allowed or skip(Word.COUNTED, norms, end) > end:
        return None
    return skip(Word.GREGORIAN_MARK, norms, end), YearRef(number)
