"""Gender and number of names, and what a verb's person says beside them."""

from __future__ import annotations

import pytest

from kgbuild.extract.agreement import agreement_features, agreement_of
from kgbuild.extract.attachments import attachments


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("دمشق", "Settlement", "f"), ("روسيا", "State", "f"), ("العراق", "State", "m"), ("مطار", "Facility", "m"),
        ("ريف حماة", "Area", "m"), ("المنطقة العازلة", "Area", "f"), ("قوات", "MilitaryForce", "f"),
        ("الفصائل", "ArmedGroup", "f"), ("فصائل", "ArmedGroup", "f"), ("ألوية", "MilitaryForce", "f"),
        ("الألوية", "MilitaryForce", "f"), ("الجيش", "MilitaryForce", "m"), ("الشرطة", "MilitaryForce", "f"),
        ("الكرملين", "GovernmentBody", "m"), ("تلفزيون", "MediaOrganization", "m"),
        ("مدنيين", "Population", "p"), ("مدنيات", "Population", "f"), ("الشعب", "Population", "m"),
        ("الحوثيون", "ArmedGroup", "p"), ("مقاتلو", "ArmedGroup", "p"),
        ("سعيد", "Person", "m"), ("سميرة", "Person", "f"), ("حمزة", "Person", "m"), ("أسامة", "Person", "m"),
        ("علاء", "Person", "m"), ("هدى", "Person", "f"), ("تاكايتشي", "Person", "m"),
    ],
)  # fmt: skip
def test_what_agrees_with_a_name(scene, name, kind, expected):
    made = scene(f"هاجم {name}", names={name: kind})
    assert agreement_of(made, 0) == expected


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [("الوزيرة", "نور", "f"), ("جلالة الملك", "عبد", "m"), ("رئيسة الوزراء", "ميركل", "f"), ("الوزير", "سميرة", "f")],
)
def test_a_title_tells_a_woman(scene, title, name, expected):
    made = scene(f"قال {title} {name}", names={name: "Person"}, titles={title: "position"})
    assert agreement_of(made, 0) == expected


def test_a_suffix_is_seen_beside_each_name(scene):
    made = scene("أعلن الجيش استهداف الشرطة", names={"الجيش": "MilitaryForce"}, triggers={"استهداف": "n Attack"})
    trigger = made.triggers[0]
    trigger.attrs["suffix"], trigger.attrs["person"] = "ه", ""
    (item,) = attachments(made, trigger)
    assert set(agreement_features(made, trigger, item)) == {
        "agrees=m::before:0", f"agrees=m::before:{item.slot}", "suffix=m:ه:before:0", "Attack|suffix=m:ه:before:n",
    }  # fmt: skip
