"""What made each part, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgbuild.extract.annotator import DocAnnotator
from kgbuild.extract.reasons import explain
from kgbuild.extract.scene import scene_of
from kgbuild.labels import Role, Stance
from kgbuild.models import CLAIMS, EVENTS, ROLES, RULES_ALONE, TIMES
from kgbuild.records import Article, Explanation

TEXT = "أعلنت الوزارة ، السبت ، أن الفصائل هاجمت مورك . و أسفر الهجوم عن أضرار . نفى الجيش قصف حلب"


@pytest.fixture
def analysed(doc):
    return doc(
        TEXT,
        names={"الوزارة": "GovernmentBody", "الفصائل": "ArmedGroup", "مورك": "Settlement hama-1",
               "الجيش": "MilitaryForce"},
        triggers={"هاجمت": "v Attack", "الهجوم": "n Attack", "قصف": "n Shelling"},
        speech={"أعلنت": "verb assert", "نفى": "verb deny"},
        times={"السبت": "2024-11-30"},
    )  # fmt: skip


@pytest.fixture
def by_rules(analysed) -> Explanation:
    return DocAnnotator(RULES_ALONE).explain(Article("a", TEXT, date="2024-11-30"), analysed)


def test_the_annotation_is_the_same_as_without_reasons(by_rules, analysed):
    assert by_rules.annotation == DocAnnotator(RULES_ALONE)(by_rules.annotation.article, analysed)


def test_a_listed_name_says_so(by_rules):
    assert by_rules.names[TEXT.index("مورك")].endswith("listed as hama-1")


def test_rules_alone_name_no_model(by_rules):
    reasons = by_rules.events["v1"]
    assert reasons.trigger == "lexicon «هاجمت» (verb); rules; told again: 1"
    assert reasons.roles == {(Role.AGENT, "e2"): "frame of Attack", (Role.PLACE, "e3"): "frame of Attack"}
    assert reasons.time == "nearest in the sentence; date"
    assert set(reasons.claims.values()) == {"rules of speech"}


def test_models_are_named_beside_what_the_rules_say(analysed, by_rules):
    scene = scene_of(analysed)
    annotation = DocAnnotator(RULES_ALONE)._annotate(by_rules.annotation.article, scene)  # noqa: SLF001
    found = explain(scene, annotation, {EVENTS, ROLES, TIMES, CLAIMS})
    reasons = found.events["v1"]
    assert reasons.trigger.startswith("lexicon «هاجمت» (verb); event model; the rules agree")
    assert reasons.time == "time model; the nearest; date"
    assert reasons.claims["e1", Stance.ASSERTS] == "claim model; the rules agree"
    # Denials are the rules' matter.
    assert found.events["v2"].claims["e4", Stance.DENIES] == "rules of speech"


def test_a_time_of_another_sentence_is_that_of_the_cause(analysed, by_rules):
    first, denied = by_rules.annotation.events
    dated = replace(denied, time=first.time, time_text=first.time_text)
    found = explain(scene_of(analysed), replace(by_rules.annotation, events=(first, dated)), {TIMES})
    assert found.events["v2"].time == "time of its cause; date"
