"""Decoding: what is no Arabic in any encoding is refused."""

from __future__ import annotations

import random

import pytest

from kgbuild.errors import ReadError
from kgbuild.read.encoding import decode


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Größe und Fläche über ähnliche Städte wäre schön", "latin-1"),
        ("Войска взяли город, сообщает министерство обороны", "cp1251"),
        ("l'été à la française, où être", "cp1252"),
    ],
)
def test_other_languages_are_not_taken_for_arabic(text: str, encoding: str) -> None:
    with pytest.raises(ReadError, match="broken UTF-8 at byte"):
        decode(text.encode(encoding), "a.txt")


@pytest.mark.parametrize("seed", range(20))
def test_binary_data_without_nul_is_refused(seed: int) -> None:
    chance = random.Random(seed)
    with pytest.raises(ReadError):
        decode(bytes(chance.randrange(1, 256) for _ in range(300)), "a.txt")


def test_a_declared_encoding_is_tried_first() -> None:
    text = "نفت"
    assert decode(text.encode("iso8859-6"), "a.html", "ISO-8859-6").text == text
