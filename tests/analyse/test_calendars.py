"""Arithmetic of days, weeks, months and years against a publication day."""

from datetime import date

import pytest

from kgbuild.analyse.calendars import (
    MonthDay,
    month_of_week,
    nearest_weekday,
    nearest_year,
    resolve_weekday,
    shift_month,
    weekday_beside,
)

SATURDAY = date(2024, 11, 30)


@pytest.mark.parametrize(
    ("day", "future", "expected"),
    [
        (6, False, date(2024, 11, 30)),
        (6, True, date(2024, 11, 30)),
        (3, False, date(2024, 11, 27)),
        (7, False, date(2024, 11, 24)),
        (7, True, date(2024, 12, 1)),
    ],
)
def test_resolve_weekday(day, future, expected):
    assert resolve_weekday(day, SATURDAY, future=future) == expected


@pytest.mark.parametrize(
    ("weeks", "expected"), [(-1, date(2024, 11, 23)), (-2, date(2024, 11, 16)), (1, date(2024, 12, 7))]
)
def test_same_weekday_before_and_after(weeks, expected):
    assert weekday_beside(6, SATURDAY, weeks) == expected


@pytest.mark.parametrize("day", range(1, 8))
def test_nearest_weekday_is_that_weekday_within_three_days(day):
    found = nearest_weekday(day, SATURDAY)
    assert found.isoweekday() == day
    assert abs((found - SATURDAY).days) <= 3


@pytest.mark.parametrize(
    ("published", "weeks", "expected"),
    [
        (date(2024, 12, 2), -1, "2024-11"),
        (date(2018, 8, 6), -1, "2018-08"),
        (date(2018, 4, 8), -1, "2018-04"),
        (date(2018, 4, 22), 1, "2018-04"),
        (date(2018, 4, 29), 0, "2018-04"),
    ],
)
def test_week_belongs_to_the_month_of_its_middle(published, weeks, expected):
    assert month_of_week(published, weeks) == expected


def test_months_carry_over_the_year():
    assert shift_month(date(2024, 1, 31), -1) == (2023, 12)
    assert shift_month(date(2024, 12, 1), 1) == (2025, 1)


@pytest.mark.parametrize(
    ("month_day", "direction", "expected"),
    [
        (MonthDay(11, 30), None, ("2024-11-30", None)),
        (MonthDay(12), None, ("2023-12", "2024-12")),
        (MonthDay(11), -1, ("2023-11", None)),
        (MonthDay(11), 1, ("2025-11", None)),
        (MonthDay(2, 29), -1, ("2024-02-29", None)),
        (MonthDay(9, 15, hijri=True), None, ("2024-03-25", "2025-03-15")),
    ],
)
def test_nearest_year(month_day, direction, expected):
    assert nearest_year(month_day, SATURDAY, direction=direction) == expected


@pytest.mark.parametrize(
    ("month_day", "year"), [(MonthDay(2, 29), 2023), (MonthDay(4, 31), 2024), (MonthDay(9, 1, hijri=True), 1200)]
)
def test_day_that_is_not_there_has_no_value(month_day, year):
    assert month_day.in_year(year) is None
