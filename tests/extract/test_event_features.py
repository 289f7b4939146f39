"""What the classifier of events sees of a candidate trigger, and which of a token's types is taken."""

from __future__ import annotations

import pytest

from kgbuild.docview import Marked
from kgbuild.extract.event_features import best_of_token, event_features

GROUP, TOWN = "ArmedGroup", "Settlement"


@pytest.fixture
def told(scene):
    return scene(
        "لم تهاجم الفصائل مورك السبت . تواصل الهجوم و الهجوم على مورك",
        names={"الفصائل": GROUP, "مورك": TOWN},
        triggers={"تهاجم": "v Attack imperfect", "الهجوم": "n Attack"},
        times={"السبت": "2024-11-30"},
    )


def test_the_word_and_its_form(told):
    assert {
        "type=Attack", "lemma=تهاجم", "w0=تهاجم", "tense=imperfect", "definite=False", "suffix=False", "chosen=True",
        "Attack|lemma=تهاجم", "تهاجم|Attack|w0=تهاجم",
    } <= set(event_features(told, 0))  # fmt: skip


def test_the_words_around_end_with_the_sentence(told):
    seen = set(event_features(told, 0))
    assert {"w-1=لم", "negation-1", "w-2=|", "w1=الفصايل"} <= seen
    assert "w3=السبت" in seen
    assert "w-3=|" in set(event_features(told, 1))


def test_the_names_around(told):
    seen = set(event_features(told, 0))
    assert {"name+0=ArmedGroup:", "name+1=Settlement:", "names+=2", "actors=True", "inside=False"} <= seen
    assert {"name+0=Settlement:علي", "names+=1", "actors=False"} <= set(event_features(told, 2))


def test_what_was_told_before(told):
    first, second, third = (set(event_features(told, index)) for index in range(3))
    assert {"earlier=0:-1", "here=0"} <= first
    assert {"earlier=1:1", "earlier-definite=1:1:True", "here=0", "same-lemma=False"} <= second
    assert {"earlier=2:0", "here=1", "same-lemma=True"} <= third


def test_the_setting(told):
    first, third = set(event_features(told, 0)), set(event_features(told, 2))
    assert {"dated=True", "counted=False", "quoted=False", "sentence=0", "rivals=1", "first=False"} <= first
    assert {"dated=False", "sentence=1"} <= third


def test_a_trigger_within_a_name_is_seen(scene):
    made = scene("هيئة تحرير الشام", names={"هيئة تحرير الشام": GROUP}, triggers={"تحرير": "n Seizure"})
    assert "inside=True" in event_features(made, 0)


def test_quotations_and_numbers_are_seen(scene):
    made = scene("« مقتل خمسة »", triggers={"مقتل": "n Killing"}, numbers={"خمسة": 5}, quotes={"مقتل خمسة": "quote"})
    assert {"quoted=True", "counted=True"} <= set(event_features(made, 0))


def test_the_likeliest_type_of_a_token_is_taken():
    def mark(at: int, label: str) -> Marked:
        return Marked(at, at + 1, label, {"sentence": at})

    scored = [(mark(5, "Attack"), 0.5), (mark(5, "Shelling"), 0.7), (mark(2, "Killing"), 0.4), (mark(9, "Injury"), 0.3)]
    assert best_of_token(scored, 0.4) == [(mark(2, "Killing"), 0.4), (mark(5, "Shelling"), 0.7)]
    # Of equals the first.
    assert best_of_token([(mark(5, "Attack"), 0.5), (mark(5, "Shelling"), 0.5)], 0.4)[0][0].label == "Attack"
