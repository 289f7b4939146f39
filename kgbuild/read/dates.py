"""Publication days as machines write them: ISO 8601 and RFC 2822, nothing guessed."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

# A year first leaves one reading; "02/04/2016" has two and is not read.
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:$|[T\s])")
# 0001-01-01 and its like are the null dates of content systems.
_FIRST_YEAR = 1900


def iso_day(year: int, month: int, day: int) -> str | None:
    """Return the day as ``YYYY-MM-DD``; ``None`` where the calendar or the press has no such day."""
    if year < _FIRST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def parse_day(text: str) -> str | None:
    """Return the day of an ISO 8601 or RFC 2822 date or timestamp as ``YYYY-MM-DD``.

    The day is taken as written, in the outlet's own time zone: that is the day that
    "today" means in its text. ``None`` where the date cannot be read with certainty.
    """
    match = _YEAR_FIRST.match(text.strip())
    if match:
        return iso_day(int(match[1]), int(match[2]), int(match[3]))
    mail = parsedate(text)
    return iso_day(*mail[:3]) if mail else None
