"""Which candidates tell an event: what the rules chose, or what the classifier finds likely."""

from __future__ import annotations

import pytest

from kgbuild.extract.events import EVENT, NONE, choose_triggers
from kgbuild.linear import BIAS, LinearModel

WEIGHTS = {BIAS: (-1.0, 1.0), "lemma=هاجمت": (3.0, -3.0)}


@pytest.fixture
def told(scene):
    return scene("هاجمت الفصائل مورك بعد اجتماع", triggers={"هاجمت": "v Attack", "اجتماع": "n Meeting"})


def test_without_a_model_the_rules_choice_stays(told):
    assert choose_triggers(told, None) == {}
    assert [mark.label for mark in told.triggers] == ["Attack", "Meeting"]


def test_the_classifier_chooses_among_all_candidates(told):
    told.triggers = []
    likely = choose_triggers(told, LinearModel((EVENT, NONE), WEIGHTS))
    assert [mark.label for mark in told.triggers] == ["Attack"]
    assert likely == {0: pytest.approx(1 / (1 + 2.718281828**-4), abs=1e-4)}


def test_a_text_without_candidates_has_no_events(scene):
    made = scene("عاد الهدوء")
    assert choose_triggers(made, LinearModel((EVENT, NONE), WEIGHTS)) == {}
    assert made.triggers == []
