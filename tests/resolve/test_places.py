"""Homonymous places are told apart by what the document says, or left alone."""

import pytest

from kgbuild.gazetteer import Gazetteer, import_places
from kgbuild.iris import BASE
from kgbuild.resolve import KnownPlaces, resolve


def iri(annotation, identifier="e1"):
    return resolve(annotation).nodes[identifier].iri.removeprefix(BASE)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([("e2", "Settlement", "مصراتة")], "place/tripoli-gn2210247"),
        ([("e2", "Country", "لبنان")], "place/tripoli-gn266826"),
        ([("e2", "ArmedGroup", "حزب الله"), ("e3", "Settlement", "بعلبك")], "place/tripoli-gn266826"),
        ([("e2", "MilitaryForce", "الجيش الليبي")], "place/tripoli-gn2210247"),
    ],
)
def test_homonym_by_context(annotate, others, expected):
    assert iri(annotate(("e1", "Settlement", "طرابلس"), *others)) == expected


def test_homonym_without_context_stays_unlinked_with_its_candidates(annotate):
    knowledge = resolve(annotate(("e1", "Settlement", "طرابلس")))
    node = knowledge.nodes["e1"]
    assert "/x-" in node.iri
    assert node.candidates == (f"{BASE}place/tripoli-gn2210247", f"{BASE}place/tripoli-gn266826")
    context = {found.iri: found for found in knowledge.context}
    assert {context[iri].country for iri in node.candidates} == {"LY", "LB"}


def test_containment_outweighs_the_rest_of_the_document(annotate):
    document = annotate(
        ("e1", "Settlement", "صوران"),
        ("e2", "Governorate", "حلب"),
        ("e3", "Governorate", "حماة"),
        within=(("e1", "e2"),),
    )
    assert resolve(document).nodes["e1"].within == f"{BASE}place/aleppo-governorate"


def test_old_city_before_its_namesake(annotate):
    assert iri(annotate(("e1", "Settlement", "أثينا"))) == "place/athens-gn264371"


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("Settlement", "حماة", "place/hama-gn170017"),
        ("Governorate", "حماة", "place/hama-governorate"),
        ("Settlement", "دمشق", "place/damascus-gn170654"),
        ("Settlement", "الرقة", "place/raqqa-gn172955"),
        ("Settlement", "رقة", "place/raqqa-gn172955"),
        ("Settlement", "كفر زيتة", "place/kafr-zayta-gn168620"),
        ("Settlement", "مدينة سراقب", "place/saraqib-gn164816"),
        ("Area", "قطاع غزة", "place/gaza-strip"),
        ("Area", "غزة", "place/gaza-strip"),
        ("Settlement", "غزة", "place/gaza-gn281133"),
        ("Area", "ريف دمشق", "place/rif-dimashq-governorate"),
        ("Facility", "مطار كويرس", "place/kuweires-airbase"),
        ("NaturalFeature", "مضيق هرمز", "place/strait-of-hormuz"),
        ("Road", "الطريق الدولي M5", "place/m5-motorway"),
        ("Country", "كردستان العراق", "place/kurdistan-region-iq"),
    ],
)
def test_type_decides(annotate, kind, name, expected):
    found = iri(annotate(("e1", kind, name)))
    assert found == expected.removesuffix("-iq")


def test_small_namesake_in_another_country_is_not_taken(annotate):
    syrian = [("e2", "Governorate", "حلب"), ("e3", "Settlement", "إدلب")]
    assert iri(annotate(("e1", "Settlement", "كوهدشت"), *syrian)).startswith("place/x-")
    assert iri(annotate(("e1", "Settlement", "كوهدشت"), ("e2", "Governorate", "لرستان"))).endswith("gn126409")


def test_supported_place_has_position_and_match(annotate):
    node = resolve(annotate(("e1", "Settlement", "حماة"))).nodes["e1"]
    assert node.matches == ("https://sws.geonames.org/170017/",)
    assert node.coordinates is not None
    assert round(node.coordinates.latitude) == 35
    assert node.within == f"{BASE}place/hama-governorate"
    assert node.country == "SY"


def test_distance_to_what_is_known_decides_between_homonyms_of_one_country(annotate):
    """Two Taybehs: one beside Irbid, one beside Wadi Musa."""
    north = annotate(("e1", "Settlement", "الطيبة"), ("e2", "Settlement", "إربد"))
    assert resolve(north).nodes["e1"].coordinates.latitude > 32


def test_giant_city_is_known_even_by_an_ordinary_word(annotate):
    iraqi = [("e2", "Country", "العراق"), ("e3", "Settlement", "بغداد")]
    assert iri(annotate(("e1", "Settlement", "مشهد"), *iraqi)) == "place/mashhad-gn124665"
    assert iri(annotate(("e1", "Settlement", "الحسينية"), ("e2", "Country", "اليمن"))).startswith("place/x-")


@pytest.fixture
def hamlets(tmp_path):
    """A gazetteer of hamlets of Yemen with the names of cities."""
    table, target = tmp_path / "own.tsv", tmp_path / "own.sqlite"
    rows = ["a\tمسقط\tYE\t15.1\t44.1", "b\tالسويق\tYE\t14.6\t43.0", "c\tوادي السنديان\tYE\t15.2\t44.2"]
    table.write_text("\n".join(["id\tar\tcountry\tlat\tlon", *rows]) + "\n", encoding="utf-8")
    import_places(table, target)
    return KnownPlaces(Gazetteer(target))


def test_hamlet_does_not_take_a_capital_s_name(annotate, hamlets):
    document = annotate(("e1", "Settlement", "مسقط"), ("e2", "State", "اليمن"), ("e3", "Settlement", "صنعاء"))
    assert resolve(document, places=hamlets).nodes["e1"].country == "OM"


def test_hamlet_and_a_town_abroad_of_its_name_are_candidates(annotate, hamlets):
    document = annotate(("e1", "Settlement", "السويق"), ("e2", "Governorate", "الحديدة"), ("e3", "Settlement", "زبيد"))
    node = resolve(document, places=hamlets).nodes["e1"]
    assert node.candidates == (f"{BASE}place/own-b", f"{BASE}place/as-suwayq-gn288955")


def test_hamlet_without_namesakes_needs_its_country_in_the_text(annotate, hamlets):
    """Nobody has listed every village: the only known one need not be the one that is meant."""
    name = ("e1", "Settlement", "وادي السنديان")
    assert "/x-" in resolve(annotate(name), places=hamlets).nodes["e1"].iri
    assert "/x-" in resolve(annotate(name, ("e2", "State", "لبنان")), places=hamlets).nodes["e1"].iri
    assert resolve(annotate(name, ("e2", "State", "اليمن")), places=hamlets).nodes["e1"].iri.endswith("/own-c")


def test_town_of_the_new_world_needs_its_country_in_the_text(annotate):
    name = ("e1", "Settlement", "أوستن")
    assert "/x-" in resolve(annotate(name, ("e2", "State", "فرنسا"))).nodes["e1"].iri
    assert resolve(annotate(name, ("e2", "State", "الولايات المتحدة"))).nodes["e1"].country == "US"


def test_area_with_a_state_s_name_is_its_country(annotate):
    assert iri(annotate(("e1", "Area", "الصحراء الغربية"))) == "place/western-sahara"


def test_facility_of_a_place_of_the_text(annotate):
    palace = ("e1", "Facility", "القصر الجمهوري")
    assert iri(annotate(palace, ("e2", "Settlement", "الخرطوم"))) == "place/republican-palace-khartoum"
    assert iri(annotate(palace, ("e2", "Settlement", "دمشق"))).startswith("place/x-")


def test_quarter_without_its_head(annotate):
    quarter, city = ("e1", "Settlement", "الأشرفية"), ("e2", "Settlement", "حلب")
    assert iri(annotate(quarter, city)) == "place/ashrafiyeh-aleppo-sy"
    assert iri(annotate(quarter, ("e2", "Settlement", "بيروت"))).startswith("place/x-")


def test_quarter_and_a_town_abroad_of_its_name(annotate):
    name = ("e1", "Settlement", "الرفاعي")
    assert iri(annotate(name, ("e2", "Settlement", "حمص"))) == "place/al-rifai-homs-sy"
    assert iri(annotate(name, ("e2", "Governorate", "ذي قار"))) == "place/ar-rifai-gn98699"


def test_area_of_the_country_that_the_text_is_about(annotate):
    south = ("e1", "Area", "الجنوب")
    assert iri(annotate(south, ("e2", "Country", "لبنان"))) == "place/south-lebanon"
    assert iri(annotate(south, ("e2", "Country", "لبنان"), ("e3", "Country", "سوريا"))).startswith("place/x-")
