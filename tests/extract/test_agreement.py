"""Gender and number of names, and what a verb's person says beside them."""

from __future__ import annotations

import pytest

from kgbuild.extract.agreement import agreement_features, number_and_gender
from kgbuild.extract.attachments import attachments


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("دمشق", "Settlement", "f"), ("روسيا", "State", "f"), ("مطار", "Facility", "m"), ("قوات", "MilitaryForce", "f"),
        ("الفصائل", "ArmedGroup", "f"), ("فصائل", "ArmedGroup", "f"), ("ألوية", "MilitaryForce", "f"),
        ("الجيش", "MilitaryForce", "m"), ("الشرطة", "MilitaryForce", "f"), ("سعيد", "Person", "m"),
        ("سميرة", "Person", "f"), ("مدنيين", "Population", "p"), ("مدنيات", "Population", "f"),
        ("الحوثيون", "ArmedGroup", "p"),
    ],
)  # fmt: skip
def test_what_agrees_with_a_name(scene, name, kind, expected):
    made = scene(f"هاجم {name}", names={name: kind})
    assert number_and_gender(made, 0) == expected


def test_a_title_tells_a_woman(scene):
    made = scene("قالت الوزيرة نور", names={"نور": "Person"}, titles={"الوزيرة": "position"})
    assert number_and_gender(made, 0) == "f"


def test_a_suffix_is_seen_beside_each_name(scene):
    made = scene("أعلن الجيش استهداف الشرطة", names={"الجيش": "MilitaryForce"}, triggers={"استهداف": "n Attack"})
    trigger = made.triggers[0]
    trigger.attrs["suffix"], trigger.attrs["person"] = "ه", ""
    (item,) = attachments(made, trigger)
    assert set(agreement_features(made, trigger, item)) == {
        "agrees=m::before:0", f"agrees=m::before:{item.slot}", "suffix=m:ه:before:0", "Attack|suffix=m:ه:before:n",
    }  # fmt: skip
