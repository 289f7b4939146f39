"""Which mentions of a text name one thing."""

from __future__ import annotations

import pytest

from kgbuild.extract.coreference import clean_name, find_entities


def grouped(scene):
    return [sorted({mention.text for mention in entity.mentions}) for entity in find_entities(scene)]


@pytest.mark.parametrize(
    ("kind", "full", "later"),
    [
        ("Person", "سامر لطفي", "لطفي"),
        ("Person", "أبو طارق", "أبوطارق"),
        ("Person", "نادر بن سعيد", "الشيخ نادر"),
        ("ArmedGroup", "حركة الفجر", "الفجر"),
        ("ArmedGroup", "ميليشيات الفجر", "الميليشيا"),
        ("ArmedGroup", "جماعة الفجر", "المتمردين"),
        ("MediaOrganization", "شبكة OTV", "OTV"),
        ("MilitaryForce", "التحالف العربي", "قوات التحالف"),
        ("MilitaryForce", "الجيش المغربي", "الجنود المغاربة"),
        ("GovernmentBody", "وزارة الري", "الوزارة"),
        ("Area", "الغوطة الشرقية", "الغوطة"),
        ("Population", "المدنيين", "مدنيا"),
        ("Population", "المتظاهرين", "محتجون"),
    ],
)
def test_a_later_name_takes_up_the_thing(scene, kind, full, later):
    nisbas = {word: "morocco" for word in ("المغربي", "المغاربة") if word in f"{full} {later}"}
    found = scene(f"وصل {full} . ثم غادر {later} .", names={full: kind, later: kind}, nisbas=nisbas)
    assert grouped(found) == [sorted({full, later})]
    assert set(found.entity_of) == {0, 1}


@pytest.mark.parametrize(
    ("kind", "one", "other", "nisbas"),
    [
        ("Person", "سامر لطفي", "سامر حداد", {}),
        ("GovernmentBody", "وزارة الري", "وزارة النقل", {}),
        ("GovernmentBody", "الحكومة المغربية", "الحكومة التونسية", {"المغربية": "morocco", "التونسية": "tunisia"}),
        ("MilitaryForce", "الجيش المغربي", "الجيش التونسي", {"المغربي": "morocco", "التونسي": "tunisia"}),
        ("Area", "ريف حماة", "ريف حمص", {}),
        ("Area", "شمال سوريا", "شمال شرق سوريا", {}),
        ("Settlement", "دير الزور", "الزور", {}),
        ("Population", "المعلمين", "الأطباء", {}),
    ],
)
def test_different_things_stay_apart(scene, kind, one, other, nisbas):
    found = scene(f"وصل {one} . ثم غادر {other} .", names={one: kind, other: kind}, nisbas=nisbas)
    assert grouped(found) == [[one], [other]]


def test_a_capital_that_acts_is_its_state_and_the_country_is_not(scene):
    found = scene(
        "طالبت أنقرة بالهدوء و رفضت تركيا الطلب في تركيا_البلد",
        names={"أنقرة": "State turkey", "تركيا": "State turkey", "تركيا_البلد": "Country turkey"},
    )
    assert grouped(found) == [["أنقرة", "تركيا"], ["تركيا_البلد"]]


@pytest.mark.parametrize(("named", "groups"), [("jordan", 1), ("france", 2)])
def test_an_epithet_is_a_state_that_it_fits(scene, named, groups):
    found = scene("زار الوفد الدولة ثم غادر المملكة", names={"الدولة": f"State {named}", "المملكة": "State"})
    assert len(grouped(found)) == groups


def test_a_name_in_brackets_is_the_other_name(scene):
    found = scene(
        "أعلنت وحدات الجبل ( YPX ) انسحابها و بقيت YPX هناك", names={"وحدات الجبل": "ArmedGroup", "YPX": "ArmedGroup"}
    )
    assert grouped(found) == [["YPX", "وحدات الجبل"]]


def test_of_relatives_the_one_named_last_is_meant(scene):
    found = scene(
        "وصل سامر حداد . و غادرت ليلى حداد . و قال حداد",
        names={"سامر حداد": "Person", "ليلى حداد": "Person", "حداد": "Person"},
    )
    assert grouped(found) == [["سامر حداد"], ["حداد", "ليلى حداد"]]


def test_the_fullest_name_and_the_order_of_first_mention(scene):
    found = scene(
        "قال لطفي إن حمص هادئة . و لطفي هو سامر لطفي",
        names={"لطفي": "Person", "حمص": "Settlement", "سامر لطفي": "Person"},
    )
    assert [(entity.id, entity.name) for entity in find_entities(found)] == [("e1", "سامر لطفي"), ("e2", "حمص")]


@pytest.mark.parametrize(
    ("surface", "name"), [("حزب « الغد »", "حزب الغد"), ("رد_العدوان", "رد العدوان"), ("دير  الزور", "دير الزور")]
)
def test_a_name_is_written_without_signs(surface, name):
    assert clean_name(surface) == name


def test_plain_names_join_the_one_called_by_the_same_word(scene):
    """Regression: «الفصائل» became one with «المعارضة السورية», though the text begins with «فصائل سورية مسلحة»."""
    made = scene(
        "بدأت فصائل سورية مسلحة هجوما . قصفت طائرات المعارضة السورية . سيطرت الفصائل السورية ثم انسحبت الفصائل",
        names={
            "فصائل سورية مسلحة": "ArmedGroup", "المعارضة السورية": "ArmedGroup", "الفصائل السورية": "ArmedGroup",
            "الفصائل": "ArmedGroup",
        },
        nisbas={"السورية": "syria"},
    )  # fmt: skip
    found = {entity.name: [mention.text for mention in entity.mentions] for entity in find_entities(made)}
    assert found == {
        "فصائل سورية مسلحة": ["فصائل سورية مسلحة", "الفصائل السورية", "الفصائل"],
        "المعارضة السورية": ["المعارضة السورية"],
    }
