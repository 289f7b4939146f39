"""Dates as people write them in a question: «30 تشرين الثاني 2024», November 2024, 30/11/2024."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from functools import cache

from kgbuild.folding import fold
from kgbuild.resources import data_rows


@cache
def _months() -> Mapping[str, int]:
    """Name of a month, folded -> its number: those of the Arab press, and the English ones."""
    rows = data_rows("analyse", "months.tsv")
    arabic = {fold(name): int(number) for name, number, era, _ in rows if era == "gregorian"}
    english = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
    short = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
    return arabic | english | short


_MONTH = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
_FORMS = (
    r"(?P<y{n}>\d{{4}})(?:-(?P<m{n}>\d{{2}})(?:-(?P<d{n}>\d{{2}}))?)?",
    r"(?P<d{n}>\d{{1,2}})[/.](?P<m{n}>\d{{1,2}})[/.](?P<y{n}>\d{{4}})",
    rf"(?:(?P<d{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)? )?(?P<m{{n}}>{_MONTH}) (?P<y{{n}}>\d{{{{4}}}})",
    rf"(?P<m{{n}}>{_MONTH}) (?P<d{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)? (?P<y{{n}}>\d{{{{4}}}})",
)
_PATTERNS = tuple(re.compile(form.format(n=number)) for number, form in enumerate(_FORMS))
# What a date looks like, for use in a larger expression: the same forms without names of groups.
DATE = "(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern in _PATTERNS) + ")"


def iso_date(text: str) -> str:
    """Return a date, folded, as ISO day, month or year; whether there is such a day is checked when it is used.

    Raises:
        ValueError: ``text`` is no date.
    """
    for number, pattern in enumerate(_PATTERNS):
        if match := pattern.fullmatch(text):
            year, month, day = (match.groupdict().get(f"{part}{number}") for part in "ymd")
            numbers = [int(year or 0), *(_number(part) for part in (month, day) if part)]
            return "-".join(f"{value:0{4 if at == 0 else 2}}" for at, value in enumerate(numbers))
    raise ValueError(f"not a date: {text!r}")


def _number(part: str) -> int:
    return int(part) if part.isdigit() else _months()[part]
