"""Publication days: what is read, and what is not guessed."""

from __future__ import annotations

import pytest

from kgbuild.read.dates import parse_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-11-30", "2024-11-30"),
        (" 2024-11-30T23:59:59+03:00 ", "2024-11-30"),
        ("2024-11-30 10:00", "2024-11-30"),
        ("2024/1/5", "2024-01-05"),
        ("٢٠٢٤-١١-٣٠", "2024-11-30"),
        ("Sun, 18 Feb 2018 23:35:43 -0700", "2018-02-18"),
        ("18 Feb 2018 21:35:43 GMT", "2018-02-18"),
        ("2024-02-30", None),
        ("2024-11", None),
        ("0001-01-01T00:00:00", None),
        ("02/04/2016", None),
        ("2024-11-301", None),
        ("السبت 2 نيسان 2016", None),
        ("أمس", None),
        ("", None),
    ],
)
def test_parse_day(text: str, day: str | None) -> None:
    assert parse_day(text) == day
