"""Areas named after a governorate, country or region are parts of it."""

import pytest

from kgbuild.folding import fold
from kgbuild.iris import BASE
from kgbuild.registry import governorates, places
from kgbuild.resolve import resolve
from kgbuild.resolve.areas import read_part
from kgbuild.resolve.distance import distance_km
from kgbuild.resolve.extent import FARTHEST_KM, locate


def part(name, likely=""):
    return read_part(fold(name), likely)


@pytest.mark.parametrize(
    ("name", "whole", "direction"),
    [
        ("ريف حماة الشمالي", "hama-governorate", "N"),
        ("ريف حلب الشمالي الشرقي", "aleppo-governorate", "NE"),
        ("ريف إدلب", "idlib-governorate", None),
        ("شمال سوريا", "syria", "N"),
        ("شمالي سوريا", "syria", "N"),
        ("الشمال السوري", "syria", "N"),
        ("جنوب شرق تركيا", "turkey", "SE"),
        ("الجنوب اللبناني", "lebanon", "S"),
        ("شمال غرب محافظة درعا", "daraa-governorate", "NW"),
        ("ريف دمشق الغربي", "rif-dimashq-governorate", "W"),
        ("جنوب الغوطة الشرقية", "eastern-ghouta", "S"),
        ("شمال قطاع غزة", "gaza-strip", "N"),
        ("وسط سيناء", "sinai", "C"),
        ("غرب دارفور", "darfur", "W"),
    ],
)
def test_part(name, whole, direction):
    found = part(name)
    assert (found.whole.slug, found.direction) == (whole, direction)


@pytest.mark.parametrize(
    "name",
    ["شمال", "ريف", "شمال حيس", "جنوب البلاد", "شرق نهر الفرات", "الشرق الأوسط", "حماة", "المنطقة الجنوبية الغربية"],
)
def test_no_part(name):
    assert part(name) is None


def test_wholes_of_one_name_need_the_likely_country():
    assert part("شمال الجوف") is None
    assert part("شمال الجوف", "YE").whole.slug == "al-jawf-governorate"


def test_names_of_one_part_are_one_node(annotate):
    document = annotate(
        ("e1", "Area", "الشمال السوري"), ("e2", "Area", "شمالي سوريا"), ("e3", "Area", "ريف حماة الشمالي")
    )
    nodes = resolve(document).nodes
    assert nodes["e1"] is nodes["e2"]
    assert [name.text for name in nodes["e1"].names if name.preferred] == ["شمال سوريا", "northern Syria"]
    assert {name.text for name in nodes["e1"].names} >= {"الشمال السوري", "شمالي سوريا"}
    assert (nodes["e1"].within, nodes["e1"].direction) == (f"{BASE}place/syria", "N")
    assert nodes["e3"].iri != nodes["e1"].iri
    assert nodes["e3"].within == f"{BASE}place/hama-governorate"


def test_position_lies_on_its_side_and_reaches_the_farthest_town():
    hama = next(place for place in places() if place.slug == "hama-gn170017").coordinates
    north, reach = locate(part("ريف حماة الشمالي"))
    south, _ = locate(part("ريف حماة الجنوبي"))
    assert north.latitude > hama.latitude > south.latitude
    town = next(place for place in places() if place.name == "مورك" and place.country == "SY").coordinates
    assert distance_km(north, town) <= reach < 100


def test_parts_that_reach_too_far_or_have_no_towns_have_no_position():
    assert locate(part("شرق كندا")) is None
    assert locate(part("شمال قطاع غزة")) is None
    assert locate(part("وسط سوريا")) is None
    assert locate(part("شمال سوريا"))[1] < FARTHEST_KM


def test_every_governorate_has_readable_parts():
    names = [f"ريف {place.name} الشمالي" for place in governorates() if place.country == "SY"]
    assert [name for name in names if part(name, "SY") is None] == []


def test_governorates_say_how_far_they_reach(annotate):
    nodes = resolve(annotate(("e1", "Governorate", "حماة"), ("e2", "Settlement", "حماة"))).nodes
    assert 20 < nodes["e1"].accuracy < 150
    assert nodes["e2"].accuracy is None
