"""Actors, states, persons and operations are linked by name, nationality and context."""

import pytest

from kgbuild.iris import BASE
from kgbuild.resolve import resolve


def iri(annotation, identifier="e1"):
    return resolve(annotation).nodes[identifier].iri.removeprefix(BASE)


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("State", "روسيا", "actor/russia"),
        ("State", "أنقرة", "actor/turkey"),
        ("State", "دمشق", "actor/syria"),
        ("State", "أمريكا", "actor/united-states"),
        ("Country", "روسيا", "place/russia"),
        ("ArmedGroup", "تنظيم داعش", "actor/islamic-state"),
        ("ArmedGroup", "ميليشيا الدعم السريع", "actor/rapid-support-forces"),
        ("PoliticalGroup", "حزب الله", "actor/hezbollah"),
        ("MilitaryForce", "الجيش العربي السوري", "actor/syrian-army"),
        ("MediaOrganization", "صحيفة الغارديان البريطانية", "actor/guardian"),
        ("MediaOrganization", "وكالة سانا", "actor/sana"),
        ("GovernmentBody", "وزارة الدفاع الأمريكية", "actor/pentagon"),
        ("Person", "محمد بن سلمان بن عبد العزيز آل سعود", "actor/mohammed-bin-salman"),
        ("Person", "ترمب", "actor/donald-trump"),
        ("Operation", "عملية غصن الزيتون", "operation/olive-branch"),
    ],
)
def test_known_actor(annotate, kind, name, expected):
    assert iri(annotate(("e1", kind, name))) == expected


def test_both_spellings_of_an_operation_are_one(annotate):
    knowledge = resolve(annotate(("e1", "Operation", "ردع العدوان"), ("e2", "Operation", "رد العدوان")))
    assert knowledge.nodes["e1"] == knowledge.nodes["e2"]
    assert {name.text for name in knowledge.nodes["e1"].names} >= {"ردع العدوان", "رد العدوان"}


def test_surname_of_one_registered_person(annotate):
    assert iri(annotate(("e1", "Person", "الأسد"))) == "actor/bashar-al-assad"


def test_surname_beside_another_first_name(annotate):
    found = iri(annotate(("e1", "Person", "الأسد", "فراس الأسد")))
    assert found.startswith("actor/x-")


def test_mention_that_is_an_alias_links_a_person_only_if_the_full_name_agrees(annotate):
    assert iri(annotate(("e1", "Person", "أحمد غولر", "غولر"))).startswith("actor/x-")
    assert iri(annotate(("e1", "Person", "يشار غولر", "غولر"))) == "actor/yasar-guler"


def test_surname_of_several_registered_persons(annotate):
    assert iri(annotate(("e1", "Person", "ساندرز"))).startswith("actor/x-")


@pytest.mark.parametrize(("country", "expected"), [("ليبيا", "actor/libyan-presidential-council"), ("سوريا", None)])
def test_short_name_needs_its_country(annotate, country, expected):
    found = iri(annotate(("e1", "GovernmentBody", "المجلس الرئاسي"), ("e2", "Country", country)))
    assert found == expected if expected else found.startswith("actor/x-")


def test_party_of_another_country_is_not_the_registered_one(annotate):
    assert iri(annotate(("e1", "PoliticalGroup", "حزب العدالة والتنمية"))) == "actor/akp"
    assert iri(annotate(("e1", "PoliticalGroup", "حزب العدالة والتنمية الموريتاني"))).startswith("actor/x-")


def test_name_that_is_a_state_and_a_seat(annotate):
    jordan = annotate(("e1", "State", "عمان"), ("e2", "Settlement", "إربد"))
    oman = annotate(("e1", "State", "عمان"), ("e2", "Settlement", "صلالة"))
    assert iri(jordan) == "actor/jordan"
    assert iri(oman) == "actor/oman"
    assert iri(annotate(("e1", "State", "عمان"))).startswith("actor/x-")


def test_person_is_no_organization(annotate):
    assert iri(annotate(("e1", "Organization", "بشار الأسد"))).startswith("actor/x-")
