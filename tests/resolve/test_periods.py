"""Days against periods that are known to the year, the month or the day."""

import pytest

from kgbuild.resolve.periods import is_within, may_be_within


@pytest.mark.parametrize(
    ("day", "since", "until", "possible", "certain"),
    [
        ("2023-07-01", "2023-06", None, True, True),
        ("2023-06-30", "2023-06", None, True, False),
        ("2023-05-31", "2023-06", None, False, False),
        ("2023-06-03", "2023-06-03", None, True, True),
        ("2023-06-02", "2023-06-03", None, False, False),
        ("2015-12-31", "2010", "2015", True, False),
        ("2016-01-01", "2010", "2015", False, False),
        ("2014-01-01", "2010", "2015", True, True),
        ("2014-01-01", None, "2015", True, False),
        ("2014-01-01", None, None, True, False),
        ("2021-01-20", "2017-01-20", "2021-01-20", True, True),
        ("2021-01-21", "2017-01-20", "2021-01-20", False, False),
    ],
)
def test_day_in_period(day, since, until, possible, certain):
    assert may_be_within(day, since, until) is possible
    assert is_within(day, since, until) is certain
