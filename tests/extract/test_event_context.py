"""What the second look at candidate triggers sees of the first."""

from __future__ import annotations

import pytest

from kgbuild.extract.event_context import context_features, seen_again
from kgbuild.extract.events import EVENT, NONE, choose_triggers
from kgbuild.linear import BIAS, LinearModel


@pytest.fixture
def told(scene):
    return scene(
        "هاجمت الفصائل مورك بعد اجتماع . تواصل الهجوم",
        triggers={"هاجمت": "v Attack", "اجتماع": "n Meeting", "الهجوم": "n Attack"},
    )


def test_what_is_likely_counts_as_chosen(told):
    again = seen_again(told, [0.9, 0.1, 0.2], 0.35)
    assert [mark.attrs["chosen"] for mark in again.candidates] == [True, False, False]
    assert all(mark.attrs["chosen"] for mark in told.candidates), "the scene itself stays as it was"


def test_a_surer_first_look_has_all_that_a_doubtful_one_has(told):
    def bounds(probability: float) -> set[str]:
        first = [probability, 0.5, 0.5]
        seen = context_features(seen_again(told, first, 0.35), 0, first)
        return {feature for feature in seen if feature.startswith("first>=")}

    assert bounds(0.5) < bounds(0.7) < bounds(0.99)
    assert bounds(0.0) < bounds(0.5)
    assert bounds(1.0) == bounds(0.9999)


def test_what_was_told_before_is_seen(told):
    def seen(first: list[float]) -> set[str]:
        return set(context_features(seen_again(told, first, 0.35), 2, first))

    sure, unsure = seen([0.99, 0.1, 0.5]), seen([0.01, 0.1, 0.5])
    assert {"times=1", "Attack|times=1", "True|times=1", "told=0"} <= sure
    assert {"times=0", "told=0"} <= unsure
    assert {feature for feature in sure if feature.startswith("earlier=")}.isdisjoint(unsure)


def test_the_second_look_decides(told):
    first = LinearModel((EVENT, NONE), {BIAS: (2.0, -2.0)})
    second = LinearModel((EVENT, NONE), {BIAS: (-2.0, 2.0), "type=Meeting": (8.0, 0.0)})
    assert list(choose_triggers(told, first)) == [0, 4, 7]
    likely = choose_triggers(told, first, second)
    assert list(likely) == [4]
    assert [mark.label for mark in told.triggers] == ["Meeting"]
    assert choose_triggers(told, None, second) == {}
