"""B-cubed, by hand."""

from __future__ import annotations

import pytest

from kgbuild.evaluate import b_cubed

GOLD = {
    "a": "1",
    "b": "1",
    "c": "1",
    "d": "1",
    "e": "1",
    "f": "2",
    "g": "2",
    "h": "3",
    "i": "3",
    "j": "3",
    "k": "3",
    "l": "3",
}


def test_the_example_of_bagga_and_baldwin():
    # Figures 2 and 4 of the paper: the chains of five are joined to one, or that of five and that of two are.
    far = {item: "x" if gold in "13" else "y" for item, gold in GOLD.items()}
    near = {item: "x" if gold in "12" else "y" for item, gold in GOLD.items()}
    assert b_cubed(GOLD, far).precision == pytest.approx(0.58, abs=0.005)
    assert b_cubed(GOLD, near).precision == pytest.approx(0.76, abs=0.005)
    assert b_cubed(GOLD, far).recall == b_cubed(GOLD, near).recall == 1.0


def test_what_is_missed_lowers_recall_and_not_precision():
    found = {item: group for item, group in GOLD.items() if item != "a"}
    score = b_cubed(GOLD, found)
    assert (score.precision, score.found_recall, score.found_f1) == (1.0, 1.0, 1.0)
    # Of the first five, four see four of five; the missed one sees none.
    assert score.recall == pytest.approx((4 * 4 / 5 + 2 + 5) / 12, abs=0.0001)
    assert score.missed == ("a",)


def test_joined_and_split_groups_are_named():
    found = GOLD | {"a": "3", "l": "4"}
    score = b_cubed(GOLD, found)
    assert score.joined == (("1", "3"),)
    assert score.split == ("1", "3")


def test_nothing_found_is_zero():
    assert b_cubed(GOLD, {}).f1 == 0.0
