"""Which candidates tell an event: what the rules chose, or what the classifier finds likely."""

from __future__ import annotations

import pytest

from kgbuild.extract.events import EVENT, NONE, choose_triggers, is_sports_page
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


def test_on_a_sports_page_an_event_has_to_be_surer(told):
    """«هجوم» and «مواجهة» of a team: words of sport around the candidates raise the bar."""
    likely = LinearModel((EVENT, NONE), {BIAS: (0.2, -0.2)})
    choose_triggers(told, likely)
    assert len(told.triggers) == 2
    for mark in told.candidates:
        mark.attrs["classes"].append("sport")
    assert is_sports_page(told)
    choose_triggers(told, likely)
    assert told.triggers == []
