"""Days as ISO 8601 writes them: ``2024-11-30``, where a month or a year is shorter."""

from __future__ import annotations

from datetime import date, timedelta


def is_day(value: str | None) -> bool:
    """Return whether an ISO value is that of a day, neither a month nor a year."""
    return value is not None and len(value) == len("2024-11-30")


def days_after(day: str, days: int) -> str | None:
    """Return the ISO day ``days`` after ``day``; ``None`` before the year 1 and after 9999, where there is no news."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
