"""Names that several places bear, each in a document about one of them, or about none."""

from __future__ import annotations

import pytest

from kgbuild.iris import BASE
from kgbuild.records import Coordinates
from kgbuild.resolve import resolve
from kgbuild.resolve.distance import distance_km

# (type, name), what else the document names, the country and a point within 25 km; None: it must stay unlinked.
DOCUMENTS = [
    (("Settlement", "طرابلس"), [("State", "ليبيا"), ("Settlement", "ترهونة")], ("LY", 32.89, 13.19)),
    (("Settlement", "طرابلس"), [("State", "لبنان"), ("MilitaryForce", "الجيش اللبناني")], ("LB", 34.43, 35.85)),
    (("Settlement", "طرابلس"), [("Settlement", "صيدا"), ("Settlement", "زحلة")], ("LB", 34.43, 35.85)),
    (("Settlement", "طرابلس"), [], None),
    (("Settlement", "الميادين"), [("Governorate", "دير الزور"), ("Settlement", "البوكمال")], ("SY", 35.02, 40.45)),
    (("Settlement", "الرقة"), [("State", "سوريا"), ("ArmedGroup", "قوات سوريا الديمقراطية")], ("SY", 35.95, 39.01)),
    (("Settlement", "الزاوية"), [("Settlement", "صبراتة"), ("State", "ليبيا")], ("LY", 32.76, 12.73)),
    (
        ("Settlement", "الزاوية"),
        [("Settlement", "نابلس"), ("State", "فلسطين"), ("State", "إسرائيل")],
        ("PS", 32.10, 35.05),
    ),
    (("Settlement", "السويداء"), [("Governorate", "درعا"), ("State", "سوريا")], ("SY", 32.71, 36.57)),
    (("Settlement", "السويداء"), [("Governorate", "لحج"), ("Settlement", "عدن")], ("YE", 13.79, 45.23)),
    (("Settlement", "دير حافر"), [("Governorate", "حلب"), ("MilitaryForce", "الجيش السوري")], ("SY", 36.16, 37.71)),
    (("Settlement", "حلبجة"), [("Country", "العراق"), ("Governorate", "السليمانية")], ("IQ", 35.18, 45.99)),
    (("Settlement", "الحسكة"), [("Settlement", "القامشلي")], ("SY", 36.51, 40.74)),
    (("Settlement", "القامشلي"), [("Governorate", "الحسكة")], ("SY", 37.05, 41.23)),
    (("Settlement", "صور"), [("Settlement", "الناقورة"), ("Country", "لبنان")], ("LB", 33.27, 35.20)),
    (("Settlement", "الباب"), [("Settlement", "منبج"), ("MilitaryForce", "الجيش التركي")], ("SY", 36.37, 37.52)),
    (("Settlement", "المخا"), [("Settlement", "تعز"), ("ArmedGroup", "الحوثيون")], ("YE", 13.32, 43.25)),
    (("Settlement", "مصراتة"), [("Person", "خليفة حفتر"), ("State", "ليبيا")], ("LY", 32.38, 15.09)),
    (("Settlement", "صوران"), [("Settlement", "مورك"), ("Settlement", "طيبة الإمام")], ("SY", 35.29, 36.75)),
    (("Settlement", "صوران"), [("Settlement", "أعزاز"), ("Settlement", "مارع")], ("SY", 36.57, 37.22)),
    (("Settlement", "النيرب"), [("Settlement", "سراقب"), ("Settlement", "سرمين")], ("SY", 35.87, 36.72)),
    (("Settlement", "النيرب"), [("Settlement", "حلب"), ("Settlement", "السفيرة")], ("SY", 36.18, 37.23)),
    (("Settlement", "ربيعة"), [("Settlement", "سنجار"), ("Settlement", "تلعفر")], ("IQ", 36.80, 42.10)),
    (("Settlement", "ربيعة"), [("Governorate", "اللاذقية"), ("Settlement", "سلمى")], ("SY", 35.79, 36.04)),
    (("Settlement", "الطيبة"), [("Settlement", "إربد"), ("Country", "الأردن")], ("JO", 32.54, 35.72)),
    (("Settlement", "الطيبة"), [("Settlement", "رام الله"), ("Settlement", "جنين"), ("State", "فرنسا")], None),
    (("Settlement", "شبام"), [("Governorate", "حضرموت"), ("Settlement", "سيئون")], ("YE", 15.93, 48.63)),
    (("Settlement", "الحزم"), [("Governorate", "الجوف"), ("State", "اليمن")], ("YE", 16.16, 44.78)),
    (("Settlement", "القنيطرة"), [("State", "المغرب"), ("Settlement", "الرباط")], ("MA", 34.26, -6.58)),
    (("Settlement", "القنيطرة"), [("State", "سوريا"), ("Settlement", "درعا")], ("SY", 33.13, 35.82)),
    (("Settlement", "أثينا"), [("State", "تركيا")], ("GR", 37.98, 23.73)),
]


@pytest.mark.parametrize(("place", "others", "expected"), DOCUMENTS)
def test_homonym(annotate, place, others, expected):
    rows = [(f"o{number}", *other) for number, other in enumerate(others)]
    knowledge = resolve(annotate(("e1", *place), *rows))
    node = knowledge.nodes["e1"]
    if expected is None:
        assert "/x-" in node.iri
        assert len(node.candidates) > 1
        return
    country, latitude, longitude = expected
    assert node.country == country, node.iri.removeprefix(BASE)
    assert node.coordinates, node.candidates
    assert distance_km(node.coordinates, Coordinates(latitude, longitude)) <= 25


def test_every_document_is_of_another_kind():
    assert len({(place, tuple(others)) for place, others, _ in DOCUMENTS}) == len(DOCUMENTS) >= 20
