"""Days against periods whose ends are known to the year, the month or the day.

Days are ISO ``YYYY-MM-DD``; an end of a period is such a day or its beginning (``2023``, ``2023-06``), so that
cutting the day to the length of the end compares them at the precision that is known.
"""

from __future__ import annotations

DAY = len("2023-06-01")


def may_be_within(day: str, since: str | None, until: str | None) -> bool:
    """Whether a day can lie in a period, ends included; an end that is unknown excludes nothing."""
    begun = since is None or day[: len(since)] >= since
    return begun and (until is None or day[: len(until)] <= until)


def is_within(day: str, since: str | None, until: str | None) -> bool:
    """Whether a day certainly lies in a period.

    In the month (or year) of an end that is known no better, nobody can tell; an end that is a day is counted in. A
    period without a beginning holds no certain day; one without an end goes on.
    """
    if since is None or not may_be_within(day, since, until):
        return False
    begun = len(since) == DAY or day[: len(since)] > since
    return begun and (until is None or len(until) == DAY or day[: len(until)] < until)
