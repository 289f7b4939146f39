import pytest

from kgbuild.days import days_after, is_day


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        ("2024-02-28", 2, "2024-03-01"),
        ("2024-01-01", -1, "2023-12-31"),
        ("0001-01-01", -1, None),
        ("9999-12-31", 1, None),
    ],
)
def test_days_are_counted_on_and_back(day, days, expected):
    assert days_after(day, days) == expected


@pytest.mark.parametrize("value", ["2024-11", "2024", None])
def test_months_and_years_are_no_days(value):
    assert not is_day(value)
    assert is_day("2024-11-30")
