"""Names, containers and IRIs of nodes."""

import pytest

from kgbuild.iris import BASE
from kgbuild.records import Name
from kgbuild.resolve import resolve


def node(annotation, identifier="e1"):
    return resolve(annotation).nodes[identifier]


@pytest.mark.parametrize(
    ("kind", "name", "within", "country"),
    [
        ("Area", "ريف حماة الشمالي", "place/hama-governorate", "SY"),
        ("Area", "شمال سوريا", "place/syria", "SY"),
        ("GovernmentBody", "وزارة النقل السورية", "actor/syria", "SY"),
        ("MilitaryForce", "الحرس الملكي البريطاني", "actor/united-kingdom", "GB"),
        ("ArmedGroup", "فصائل المعارضة السورية", None, "SY"),
        ("Facility", "معسكر الشهداء", None, None),
    ],
)
def test_unknown_thing_is_placed_by_its_name(annotate, kind, name, within, country):
    found = node(annotate(("e1", kind, name)))
    assert "/x-" in found.iri
    assert found.within == (BASE + within if within else None)
    assert found.country == country


def test_facility_lies_in_the_governorate_of_the_town_that_it_names(annotate):
    found = node(annotate(("e1", "Facility", "مشفى سراقب الوطني"), ("e2", "Country", "سوريا")))
    assert found.within == f"{BASE}place/idlib-governorate"


def test_adjective_that_is_an_ordinary_word_needs_its_country(annotate):
    assert node(annotate(("e1", "MilitaryForce", "الحرس المالي"))).country is None
    assert node(annotate(("e1", "MilitaryForce", "الحرس المالي"), ("e2", "Country", "مالي"))).country == "ML"


def test_same_unknown_name_has_one_iri_within_a_country(annotate):
    syria, iraq = ("e2", "Country", "سوريا"), ("e2", "Country", "العراق")
    unknown = ("e1", "GovernmentBody", "وزارة الصحة")
    assert node(annotate(unknown, syria)).iri == node(annotate(unknown, syria)).iri
    assert node(annotate(unknown, syria)).iri != node(annotate(unknown, iraq)).iri
    person = ("e1", "Person", "فلان الفلاني")
    assert node(annotate(person, syria)).iri == node(annotate(person, iraq)).iri


def test_hamza_and_quotes_do_not_change_an_iri(annotate):
    one = node(annotate(("e1", "Operation", "«فجر إدلب»")))
    other = node(annotate(("e1", "Operation", "فجر ادلب")))
    assert one.iri == other.iri


@pytest.mark.parametrize(
    ("written", "label"),
    [("للنازحين", "النازحين"), ("مدنياً", "مدنيا"), ("#متظاهرون", "متظاهرون"), ("المتظاهرين)", "المتظاهرين")],
)
def test_an_unknown_thing_has_one_label_however_a_document_writes_it(annotate, written, label):
    """Regression: one node had two preferred labels in the union of documents, and two romanisations."""
    one, other = (node(annotate(("e1", "Population", name))) for name in (written, label))
    assert one.iri == other.iri
    assert [name.text for name in one.names if name.preferred] == [name.text for name in other.names if name.preferred]
    assert next(name.text for name in one.names if name.preferred and name.language == "ar") == label


def test_names_of_a_registered_actor(annotate):
    mentions = ("هيئة تحرير الشام", "الهيئة", "تحرير الشام", "جبهة النصرة")
    found = node(annotate(("e1", "ArmedGroup", *mentions)))
    assert found.names == (
        Name("هيئة تحرير الشام", "ar", preferred=True),
        Name("تحرير الشام", "ar"),
        Name("جبهة النصرة", "ar"),
        Name("Hay'at Tahrir al-Sham", "en", preferred=True),
    )


def test_surname_is_a_name_and_a_bare_head_is_none(annotate):
    person = node(annotate(("e1", "Person", "فلان الفلاني", "الفلاني")))
    assert Name("الفلاني", "ar") in person.names
    ministry = node(annotate(("e1", "GovernmentBody", "وزارة النقل السورية", "الوزارة")))
    assert ministry.names == (
        Name("وزارة النقل السورية", "ar", preferred=True),
        Name("Wizarat al-Naql al-Suriya", "ar-Latn", preferred=True),
    )


def test_seat_is_no_name_of_the_state(annotate):
    found = node(annotate(("e1", "State", "أنقرة", "تركيا")))
    assert [name.text for name in found.names if name.language == "ar"] == ["تركيا"]


def test_every_node_has_one_preferred_arabic_name(annotate):
    knowledge = resolve(annotate(("e1", "State", "روسيا"), ("e2", "Settlement", "قرية ما"), ("e3", "Person", "الأسد")))
    for found in (*knowledge.nodes.values(), *knowledge.context):
        assert sum(name.preferred for name in found.names if name.language == "ar") == 1


def test_context_has_all_that_nodes_stand_within(annotate):
    knowledge = resolve(annotate(("e1", "Settlement", "حماة"), ("e2", "ArmedGroup", "كتائب القسام")))
    iris = {found.iri.removeprefix(BASE) for found in knowledge.context}
    assert iris == {"place/hama-governorate", "place/syria", "actor/hamas"}
    every = {found.iri for found in (*knowledge.nodes.values(), *knowledge.context)}
    assert {found.within for found in (*knowledge.nodes.values(), *knowledge.context)} - {None} <= every


def test_territory_of_a_state_is_in_the_context(annotate):
    knowledge = resolve(annotate(("e1", "State", "تركيا")))
    assert [found.iri for found in knowledge.context] == [f"{BASE}place/turkey"]
