"""Which names hang on a trigger, and in which slot."""

from __future__ import annotations

import pytest

from kgbuild.extract.attachments import MAX_DISTANCE, attachments, count_breaks, first_token, governor

GROUP, TOWN, FORCE = "ArmedGroup", "Settlement", "MilitaryForce"


def slots(scene) -> dict[str, str]:
    """Surface of each name that hangs on the first trigger -> its slot."""
    return {scene.entity_of[item.name]: item.slot for item in attachments(scene, scene.triggers[0])}


@pytest.mark.parametrize(
    ("text", "said", "names", "expected"),
    [
        # VSO, SVO, passive.
        ("هاجمت الفصائل الجيش في حمص", "v Attack", [GROUP, FORCE, TOWN], ["subject", "object", "في"]),
        ("الفصائل هاجمت الجيش", "v Attack", [GROUP, FORCE], ["subject", "object"]),
        ("هوجم الجيش من قبل الفصائل", "v Attack perfect-passive", [FORCE, GROUP], ["object", "agentive"]),
        # A verbal noun with what it governs.
        ("هجوم الفصائل على الجيش", "n Attack", [GROUP, FORCE], ["genitive", "علي"]),
        ("شنت الفصائل هجوما على الجيش", "n Attack", [GROUP, FORCE], ["subject", "علي"]),
        # What is said of a list is said of all its members.
        ("هاجمت الفصائل حمص و حماة و حلب", "v Attack", [GROUP, TOWN, TOWN, TOWN], ["subject", *["object"] * 3]),
        ("سيطرت الفصائل على حمص ، حماة", "v Seizure", [GROUP, TOWN, TOWN], ["subject", "علي", "علي"]),
        # The antecedent of a relative clause is its subject.
        ("إلى الفصائل التي هاجمت الجيش", "v Attack", [GROUP, FORCE], ["subject", "object"]),
    ],
)
def test_slots(text, said, names, expected, scene):
    surfaces = {"الفصائل": 0, "الجيش": 0, "حمص": 0, "حماة": 0, "حلب": 0}
    order = sorted((surface for surface in surfaces if surface in text.split(" ")), key=text.index)
    trigger = next(word for word in text.split(" ") if word in {"هاجمت", "هوجم", "هجوم", "هجوما", "سيطرت"})
    made = scene(text, triggers={trigger: said}, names=dict(zip(order, names, strict=True)))
    assert slots(made) == dict(zip(order, expected, strict=True))


def test_only_the_triggers_sentence(scene):
    made = scene("عاد الجيش . هاجمت الفصائل حمص . زار سامر حلب", triggers={"هاجمت": "v Attack"},
                 names={"الجيش": FORCE, "الفصائل": GROUP, "حمص": TOWN, "سامر": "Person", "حلب": TOWN})  # fmt: skip
    assert set(slots(made)) == {"الفصائل", "حمص"}


def test_what_stands_far_behind_does_not_hang_on_the_trigger(scene):
    near, far = ("في حمص", "كلمة " * MAX_DISTANCE + "في حلب")
    made = scene(f"هاجمت الفصائل {near} {far}", triggers={"هاجمت": "v Attack"},
                 names={"الفصائل": GROUP, "حمص": TOWN, "حلب": TOWN})  # fmt: skip
    assert set(slots(made)) == {"الفصائل", "حمص"}


def test_side_distance_and_breaks(scene):
    made = scene("الفصائل هاجمت حمص بعد أن انسحب الجيش", triggers={"هاجمت": "v Attack", "انسحب": "v Withdrawal"},
                 names={"الفصائل": GROUP, "حمص": TOWN, "الجيش": FORCE})  # fmt: skip
    found = [(item.after, item.distance, item.breaks) for item in attachments(made, made.triggers[0])]
    assert found == [(False, 0, 0), (True, 0, 0), (True, 4, 3)]


def test_a_bare_name_in_a_later_clause_has_no_slot(scene):
    made = scene("انسحب فيما هاجم الجيش", triggers={"انسحب": "v Withdrawal"}, names={"الجيش": FORCE})
    assert slots(made) == {"الجيش": "loose"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عاد إلى حمص", "الي"),
        ("عاد إلى مدينة حمص", "الي"),
        ("إلى البلدة القديمة الجميلة الآمنة حمص", "الي"),
        ("إلى كل أحياء البلدة القديمة الجميلة الآمنة حمص", ""),
        ("في « حمص »", "في"),
        ("قتل على يد حمص", "agentive"),
        ("قتل بيد حمص", "agentive"),
        ("قتل بيد أن حمص", ""),
        ("قتل من قبل حمص", "agentive"),
        ("عاد قبل حمص", ""),
        ("بين حلب و حمص", "conjunction"),
        ("حلب ، حمص", "conjunction"),
        ("في المدينة التي زارها حمص", ""),
        ("عاد بعد حمص", ""),
        ("إلى . حمص", ""),
        ("عاد حمص", ""),
        ("حمص", ""),
    ],
)
def test_governors(text, expected, scene):
    made = scene(text, names={name: TOWN for name in ("حلب", "حمص") if name in text.split(" ")})
    assert governor(made, len(made.names) - 1, 0) == expected


def test_a_preposition_that_is_part_of_the_name_governs_it(scene):
    made = scene("تأييد للجيش", names={"للجيش": FORCE})
    assert governor(made, 0, 0) == "ل"


def test_a_governor_is_not_sought_before_the_bound(scene):
    made = scene("في شمال حمص", names={"حمص": TOWN})
    assert (governor(made, 0, 0), governor(made, 0, 1)) == ("في", "")


def test_a_name_begins_with_its_title(scene):
    made = scene("زار إلى وزير الدفاع سامر", names={"سامر": "Person"}, titles={"وزير الدفاع": "post"})
    assert first_token(made, 0) == 2
    assert governor(made, 0, 0) == "الي"


@pytest.mark.parametrize(
    ("text", "breaks"),
    [("في مدينة قريبة", 0), ("فيما كان", 1), ("أن عاد ثم", 2), ("؛", 1), ("قال هاجم", 2), ("هجوم", 0)],
)
def test_breaks_are_clause_openers_and_verbs(text, breaks, scene):
    tokens = text.split(" ")
    triggers = {word: said for word, said in (("هاجم", "v Attack"), ("هجوم", "n Attack")) if word in tokens}
    speech = {"قال": "verb assert"} if "قال" in tokens else {}
    made = scene(text, triggers=triggers, speech=speech)
    assert count_breaks(made, 0, len(tokens)) == breaks
