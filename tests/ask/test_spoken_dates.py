from __future__ import annotations

import re

import pytest

from kgbuild.ask.spoken_dates import DATE, iso_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-11-30", "2024-11-30"),
        ("2024-11", "2024-11"),
        ("2024", "2024"),
        ("30/11/2024", "2024-11-30"),
        ("5 اذار 2018", "2018-03-05"),
        ("تشرين الثاني 2024", "2024-11"),
        ("9 نوفمبر 2024", "2024-11-09"),
        ("may 2019", "2019-05"),
        ("30th november 2024", "2024-11-30"),
        ("november 3 2024", "2024-11-03"),
        ("3 nov 2024", "2024-11-03"),
    ],
)
def test_dates_are_read(text: str, value: str) -> None:
    assert iso_date(text) == value
    assert re.fullmatch(DATE, text)


@pytest.mark.parametrize("text", ["امس", "last week", "30 2024", "24-11-30", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        iso_date(text)
    assert not re.fullmatch(DATE, text)
