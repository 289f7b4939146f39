"""Offsets of bare surfaces."""

from __future__ import annotations

import pytest

from kgbuild.read.surfaces import first_occurrence, occurrences


def offsets(text: str, *surfaces: str) -> dict[str, list[int]]:
    return {surface: [place.start for place in found] for surface, found in occurrences(text, surfaces).items()}


def test_all_occurrences_with_and_without_proclitics() -> None:
    text = "حماة وحماة ولحماة فبحماة، في حماة."
    assert offsets(text, "حماة") == {"حماة": [0, 6, 13, 20, 29]}
    for place in occurrences(text, ["حماة"])["حماة"]:
        assert text[place.start : place.end] == place.text == "حماة"


@pytest.mark.parametrize(
    ("text", "surface", "starts"),
    [
        ("الحلبي في حلب", "حلب", [10]),
        ("حلبيون من حلب", "حلب", [10]),
        ("أهالي حلبٍ", "حلب", [6]),
        ("حلبنا", "حلب", [0]),
        ("طريق M5 (M5)", "M5", [5, 9]),
        ("سي.آي.إيه", "سي.آي", [0]),
    ],
)
def test_whole_words_come_first(text: str, surface: str, starts: list[int]) -> None:
    assert offsets(text, surface) == {surface: starts}


def test_a_name_inside_a_longer_name_is_not_its_own() -> None:
    text = "هيئة تحرير الشام في الشام"
    assert offsets(text, "هيئة تحرير الشام", "الشام") == {"هيئة تحرير الشام": [0], "الشام": [20]}


def test_a_surface_found_only_inside_another_still_gets_a_place() -> None:
    assert offsets("ريف حماة", "ريف حماة", "حماة") == {"ريف حماة": [0], "حماة": [4]}


def test_a_surface_that_is_not_there_has_no_entry() -> None:
    assert offsets("حلب", "حمص") == {}


@pytest.mark.parametrize(("skip", "start"), [(0, 0), (1, 11), (5, 11)])
def test_first_occurrence_can_pass_over_earlier_ones(skip: int, start: int) -> None:
    assert first_occurrence("مقتل جنود ومقتل مدني", "مقتل", skip=skip).start == start


def test_first_occurrence_keeps_to_its_stretch() -> None:
    text = "قصف. ثم قصف."
    assert first_occurrence(text, "قصف", start=5).start == 8
    with pytest.raises(ValueError, match="substring not found"):
        first_occurrence(text, "قصف", start=9)
