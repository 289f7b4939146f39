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


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-03-01", "hakan-fidan"), ("2020-03-01", "mevlut-cavusoglu"), ("2023-06-02", None)]
)
def test_descriptor_is_the_holder_of_the_day(annotate, day, expected):
    found = iri(annotate(("e1", "Person", "وزير الخارجية التركي"), day=day))
    assert found == f"actor/{expected}" if expected else found.startswith("actor/x-")


def test_descriptor_beside_a_name_that_is_not_the_holders(annotate):
    day = "2024-03-01"
    assert iri(annotate(("e1", "Person", "وزير الخارجية التركي", "فيدان"), day=day)) == "actor/hakan-fidan"
    assert iri(annotate(("e1", "Person", "فلان الفلاني", "وزير الخارجية التركي"), day=day)).startswith("actor/x-")


def test_surname_of_two_presidents(annotate):
    row = ("e1", "Person", "عون")
    assert iri(annotate(row, day="2025-06-01")) == "actor/joseph-aoun"
    # In 2018 one was president, and the other commanded the army: what the text says he is decides.
    assert iri(annotate(row, day="2018-03-01")).startswith("actor/x-")
    told = annotate(row, ("e2", "State", "لبنان"), day="2018-03-01", posts=(("e1", "e2", "الرئيس"),))
    assert iri(told) == "actor/michel-aoun"
    assert iri(annotate(row)).startswith("actor/x-")


def test_part_of_a_name_beside_a_post(annotate):
    """«أوغلو» alone is nobody's name; the post that the text gives him says whose."""
    rows = ("e1", "Person", "أوغلو"), ("e2", "GovernmentBody", "وزارة الخارجية التركية")
    posts = (("e1", "e2", "وزير الخارجية"),)
    assert iri(annotate(*rows, day="2020-03-01", posts=posts)) == "actor/mevlut-cavusoglu"
    assert iri(annotate(*rows, day="2024-03-01", posts=posts)).startswith("actor/x-")
    assert iri(annotate(*rows, day="2020-03-01")).startswith("actor/x-")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("قوات أميركية", "actor/us-armed-forces"),
        ("الطيران الحربي الروسي", "actor/russian-aerospace-forces"),
        ("الطيران الإسرائيلي", "actor/israeli-air-force"),
        ("سلاح الجو العراقي", "actor/iraqi-air-force"),
    ],
)
def test_nationality_tells_whose_force_it_is(annotate, name, expected):
    assert iri(annotate(("e1", "MilitaryForce", name), ("e2", "Country", "سوريا"))) == expected


def test_body_without_nationality_is_of_the_country_that_the_text_is_about(annotate):
    row = ("e1", "GovernmentBody", "وزارة الداخلية")
    assert iri(annotate(row, ("e2", "Country", "سوريا"))) == "actor/syrian-interior-ministry"
    assert iri(annotate(row, ("e2", "State", "مصر"))) == "actor/egyptian-interior-ministry"
    assert iri(annotate(row, ("e2", "Country", "سوريا"), ("e3", "Country", "مصر"))).startswith("actor/x-")
    assert iri(annotate(row)).startswith("actor/x-")


def test_agency_does_not_tell_what_a_text_is_about(annotate):
    row = ("e1", "MilitaryForce", "الشرطة")
    assert iri(annotate(row, ("e2", "Country", "فرنسا"))) == "actor/french-police"
    assert iri(annotate(row, ("e2", "MediaOrganization", "فرانس برس"))).startswith("actor/x-")


def test_body_of_a_place_of_the_text(annotate):
    gaza = ("e1", "Organization", "الدفاع المدني"), ("e2", "Area", "قطاع غزة"), ("e3", "Settlement", "غزة")
    assert iri(annotate(*gaza)) == "actor/gaza-civil-defence"
    syria = ("e1", "Organization", "الدفاع المدني"), ("e2", "Settlement", "إدلب")
    assert iri(annotate(*syria)) == "actor/syrian-civil-defence"


def test_short_name_of_two_bodies_is_of_the_one_whose_larger_body_is_named(annotate):
    row, day = ("e1", "MilitaryForce", "قوى الأمن الداخلي"), "2025-07-16"
    ministry = ("e2", "GovernmentBody", "وزارة الداخلية السورية")
    kurdish = ("e2", "GovernmentBody", "الإدارة الذاتية الكردية"), ("e3", "Country", "سوريا")
    assert iri(annotate(row, ministry, day=day)) == "actor/syrian-internal-security-forces"
    assert iri(annotate(row, *kurdish, day=day)) == "actor/asayish"


def test_outlets_are_quoted_everywhere(annotate):
    assert iri(annotate(("e1", "MediaOrganization", "الأناضول"), ("e2", "Country", "سوريا"))) == "actor/anadolu"
