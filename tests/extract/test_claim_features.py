"""What the learned attribution sees: everyone who may speak, and signs of who does."""

from __future__ import annotations

import pytest

from kgbuild.extract.claim_features import Speaker, claim_features, speakers
from kgbuild.extract.claims import Scope, find_scopes
from kgbuild.labels import Stance

CONTEXT = {"rule": "asserts", "role": "none", "negated": "False"}


@pytest.fixture
def told(scene):
    return scene(
        "قال سامر في حمص إن الجيش انسحب . عاد الهدوء . انسحب الجيش من حماة ، بحسب سامر",
        names={"سامر": "Person", "الجيش": "MilitaryForce", "حمص": "Settlement", "حماة": "Settlement"},
        triggers={"انسحب": "v Withdrawal"},
        speech={"قال": "verb assert", "بحسب": "source assert"},
    )


def test_the_article_and_the_actors_of_the_sentence_may_speak(told):
    found = speakers(told, [], told.triggers[0])
    # A name that stands twice is taken where it is nearest; a place does not speak.
    assert found == [Speaker(None, None), Speaker("سامر", 0), Speaker("الجيش", 2)]


def test_the_nearest_mention_counts(scene):
    made = scene("الجيش قال إن الجيش انسحب", names={"الجيش": "MilitaryForce"}, triggers={"انسحب": "v Withdrawal"})
    assert speakers(made, [], made.triggers[0])[1] == Speaker("الجيش", 1)


def test_whoever_spoke_last_may_speak_without_being_named(told):
    scopes = [
        Scope(0, 2, "قديم", Stance.ASSERTS),
        Scope(1, 3, "أول", Stance.ASSERTS),
        Scope(2, 4, "ثان", Stance.ASSERTS),
    ]
    later = Scope(12, 14, "لاحق", Stance.ASSERTS)
    found = speakers(told, [*scopes, later], told.triggers[0])
    assert [speaker.entity for speaker in found if speaker.name is None] == [None, "أول", "ثان"]


def features(scene, entity: str | None, index: int = 0, **context: str) -> list[str]:
    trigger, scopes = scene.triggers[index], find_scopes(scene)
    (speaker,) = [one for one in speakers(scene, scopes, trigger) if one.entity == entity]
    return claim_features(scene, scopes, trigger, speaker, CONTEXT | context)


def test_the_articles_features_are_its_own(told):
    assert all(feature.startswith("article|") for feature in features(told, None))
    assert not [feature for feature in features(told, "سامر") if feature.startswith("article|")]


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        ("سامر", {"speaks=True", "opened=1", "since=0", "kind=Person", "side=before", "beside=verb:assert:True"}),
        ("الجيش", {"speaks=False", "opened=0", "kind=MilitaryForce", "side=before"}),
    ],
)
def test_signs_of_the_speaker(entity, expected, told):
    assert expected <= set(features(told, entity))


def test_signs_of_the_setting(told):
    first, second = set(features(told, "سامر", 0)), set(features(told, "سامر", 1))
    assert {"last=verb:assert", "that=True", "after=none", "covering=1", "quoted=False", "lead=False"} <= first
    assert {"last=none", "after=assert", "lead=True", "type=Withdrawal"} <= second


@pytest.mark.parametrize("context", [{"rule": "denies"}, {"role": "agent"}, {"negated": "True"}])
def test_the_context_is_seen(context, told):
    ((name, value),) = context.items()
    assert f"{name}={value}" in features(told, "سامر", **context)
    assert f"article|{name}={value}" in features(told, None, **context)


def test_the_floor_that_the_article_takes_is_seen(scene):
    made = scene("قال سامر نعم ، بعد أن انسحب الجيش", names={"سامر": "Person", "الجيش": "MilitaryForce"},
                 triggers={"انسحب": "v Withdrawal"}, speech={"قال": "verb assert"})  # fmt: skip
    assert {"floor=1", "floor-word=بعد", "commas=1"} <= set(features(made, "سامر"))


def test_a_quotation_is_seen(scene):
    made = scene("قال سامر « انسحب الجيش »", names={"سامر": "Person", "الجيش": "MilitaryForce"},
                 triggers={"انسحب": "v Withdrawal"}, speech={"قال": "verb assert"},
                 quotes={"انسحب الجيش": "quote"})  # fmt: skip
    assert "quoted=True" in features(made, "سامر")


def test_the_way_from_the_speaker_is_seen(scene):
    made = scene("سامر قال إن الجيش انسحب", names={"سامر": "Person", "الجيش": "MilitaryForce"},
                 triggers={"انسحب": "v Withdrawal"}, speech={"قال": "verb assert"})  # fmt: skip
    assert {
        "path=before:speech:verb clause actor", "path-starts=before:speech:verb clause actor",
        "path-ends=before:speech:verb clause actor",
    } <= set(features(made, "سامر"))  # fmt: skip
