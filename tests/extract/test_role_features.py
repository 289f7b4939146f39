"""What the ranker of roles sees of a trigger and a name."""

from __future__ import annotations

import pytest

from kgbuild.extract.attachments import attachments
from kgbuild.extract.role_features import role_features

CONTEXT = {"rule": "agent", "rank": "1"}
NAMES = {"الفصائل": "ArmedGroup", "مورك": "Settlement"}


def features(scene, name: str) -> set[str]:
    trigger = scene.triggers[0]
    (item,) = [one for one in attachments(scene, trigger) if scene.entity_of[one.name] == name]
    return set(role_features(scene, trigger, item, CONTEXT))


@pytest.fixture
def attack(scene):
    return scene("هاجمت الفصائل فجرا مدينة مورك", names=NAMES, triggers={"هاجمت": "v Attack"})


def test_syntax_types_and_order(attack):
    assert {
        "Attack|ArmedGroup", "slot=subject:after", "slot=subject:after:v:active", "distance=after:1", "breaks=0:after",
        "rule=agent", "rank=1", "ArmedGroup|slot=subject:after", "Attack|slot=subject:after",
        "Attack|هاجمت|subject:after",
    } <= features(attack, "الفصائل")  # fmt: skip


def test_the_words_around_and_between(attack):
    assert {"between=", "before=هاجمت", "after=فجرا", "comma=False", "names=0"} <= features(attack, "الفصائل")
    assert {"between=الفصايل فجرا مدينه", "before=مدينه", "after=|", "names=1"} <= features(attack, "مورك")


def test_a_name_before_the_trigger(scene):
    made = scene("الفصائل هاجمت مورك", names=NAMES, triggers={"هاجمت": "v Attack"})
    assert {"slot=subject:before", "distance=before:1", "before=|", "between="} <= features(made, "الفصائل")


def test_a_passive_is_told_from_an_active(scene):
    made = scene("هوجمت الفصائل", names={"الفصائل": "ArmedGroup"}, triggers={"هوجمت": "v Attack perfect-passive"})
    assert "slot=object:after:v:passive" in features(made, "الفصائل")


def test_long_stretches_are_not_features(scene):
    made = scene("هجوم واسع عنيف من الفصائل ، و انسحاب", names={"الفصائل": "ArmedGroup"}, triggers={"هجوم": "n Attack"})
    assert "between=واسع عنيف من" in features(made, "الفصائل")
    longer = scene("هجوم واسع عنيف ، من الفصائل", names={"الفصائل": "ArmedGroup"}, triggers={"هجوم": "n Attack"})
    assert not [feature for feature in features(longer, "الفصائل") if feature.startswith("between=")]
    assert "comma=True" in features(longer, "الفصائل")


def test_events_between_are_counted(scene):
    made = scene(
        "هجوم و انسحاب الفصائل",
        names={"الفصائل": "ArmedGroup"},
        triggers={"هجوم": "n Attack", "انسحاب": "n Withdrawal"},
    )
    assert "events=1" in features(made, "الفصائل")


def test_the_way_between_and_the_names_own_words(scene):
    made = scene(
        "هجوم عنيف على مدينة مورك القديمة",
        names={"مورك القديمة": "Settlement"},
        triggers={"هجوم": "n Attack"},
    )
    assert {
        "path=after:True:n:plain علي plain", "Attack|path=after:True:plain علي plain",
        "path-starts=after:True:n:plain علي plain", "path-ends=after:True:plain علي plain",
        "Attack|first=مورك:after", "Attack|last=القديمه:after", "agrees=f::after:0",
    } <= features(made, "مورك القديمة")  # fmt: skip
