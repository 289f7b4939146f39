"""How many were killed, injured, captured or displaced (guidelines, section 6, Time)."""

from __future__ import annotations

import pytest

from kgbuild.extract.quantities import count_of

KILLED = {"مقتل": "n Killing"}


@pytest.mark.parametrize(
    ("text", "numbers", "count"),
    [
        ("مقتل خمسة جنود", {"خمسة": 5}, 5),
        ("مقتل ما لا يقل عن 12 مدنيا", {"12": 12}, 12),
        ("مقتل العشرات", {"العشرات": None}, None),
        ("خمسة جنود مقتل", {"خمسة": 5}, 5),
        ("خمسة بعد سفر طويل شاق إلى هنا مقتل جنود", {"خمسة": 5}, None),
        # The first exact number of the text.
        ("مقتل خمسة جنود و ثلاثة ضباط", {"خمسة": 5, "ثلاثة": 3}, 5),
        # Another sentence counts something else.
        ("مقتل جنود . خمسة أيام", {"خمسة": 5}, None),
        ("خمسة أيام . مقتل جنود", {"خمسة": 5}, None),
        # Dual nouns are two, an unnamed singular victim one.
        ("مقتل جنديين في حمص", {}, 2),
        ("مقتل مدني في حمص", {}, 1),
        ("مقتل طفلة في حمص", {}, 1),
        ("مقتل مدنيين اثنين", {"اثنين": 2}, 2),
        ("مقتل ضابط روسي", {}, 1),
        ("مقتل جنود في حمص", {}, None),
        ("مقتل جنود بينهم ضابط", {}, None),
        ("اعتقال خلية إرهابية", {}, None),
    ],
)
def test_counts(text, numbers, count, scene):
    trigger = {"اعتقال": "n Arrest"} if "اعتقال" in text else KILLED
    found = scene(text, triggers=trigger, numbers=numbers)
    assert count_of(found, found.triggers[0]) == count


def test_each_of_two_events_has_its_own_count(scene):
    found = scene(
        "مقتل خمسة جنود و إصابة عشرة",
        triggers={**KILLED, "إصابة": "n Injury"},
        numbers={"خمسة": 5, "عشرة": 10},
    )
    assert [count_of(found, trigger) for trigger in found.triggers] == [5, 10]


def test_a_number_of_the_next_event_is_not_taken(scene):
    found = scene("مقتل قائد و إصابة عشرة", triggers={**KILLED, "إصابة": "n Injury"}, numbers={"عشرة": 10})
    assert count_of(found, found.triggers[0]) != 10


def test_a_dual_trigger_is_two(scene):
    found = scene("وصل قتيلان إلى المشفى", triggers={"قتيلان": "n Killing dual"})
    assert count_of(found, found.triggers[0]) == 2


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("n Killing", 7), ("n Injury", 7), ("n Arrest", 7), ("n Abduction", 7), ("n Release", 7), ("n Displacement", 7),
        ("n AirStrike", None), ("n Seizure", None), ("n Meeting", None),
    ],
)  # fmt: skip
def test_only_people_are_counted(said, count, scene):
    found = scene("كلمة سبعة أشخاص", triggers={"كلمة": said}, numbers={"سبعة": 7})
    assert count_of(found, found.triggers[0]) == count


@pytest.mark.parametrize("text", ["مقتل سامر لطفي", "مقتل الصحفي سامر لطفي", "مقتل الضابط سامر لطفي"])
def test_a_victim_known_by_name_is_not_counted(text, scene):
    found = scene(text, triggers=KILLED, names={"سامر لطفي": "Person"})
    assert count_of(found, found.triggers[0]) is None


def test_dozens_are_not_the_number_behind_them(scene):
    found = scene("مقتل عشرات في 3 غارات", triggers=KILLED, numbers={"عشرات": None, "3": 3})
    assert count_of(found, found.triggers[0]) is None
