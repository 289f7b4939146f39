"""Happened, planned or possible; and told as not having happened."""

from __future__ import annotations

import pytest

from kgbuild.extract.modality import is_negated, modality_of
from kgbuild.labels import Modality
from kgbuild.linear import LinearModel

ACTUAL, FUTURE, HYPOTHETICAL = Modality.ACTUAL, Modality.FUTURE, Modality.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "trigger", "said", "modality"),
    [
        ("انسحب الجيش من حمص", "انسحب", "v Withdrawal", ACTUAL),
        ("قد انسحب الجيش من حمص", "انسحب", "v Withdrawal perfect", ACTUAL),
        ("لقد انسحب الجيش", "انسحب", "v Withdrawal perfect", ACTUAL),
        ("قد ينسحب الجيش من حمص", "ينسحب", "v Withdrawal imperfect", HYPOTHETICAL),
        ("س ينسحب الجيش من حمص", "ينسحب", "v Withdrawal imperfect", FUTURE),
        ("سوف ينسحب الجيش", "ينسحب", "v Withdrawal imperfect", FUTURE),
        ("لن ينسحب الجيش", "ينسحب", "v Withdrawal imperfect", FUTURE),
        ("تعتزم تركيا سحب جنودها", "سحب", "n Withdrawal", FUTURE),
        ("من المقرر عقد اجتماع", "اجتماع", "n Meeting", FUTURE),
        # A military aim is a future event.
        ("بدأ الجيش عملية ل استعادة حمص", "استعادة", "n Seizure", FUTURE),
        ("يحتمل انسحاب الجيش", "انسحاب", "n Withdrawal", HYPOTHETICAL),
        ("إذا انسحب الجيش من حمص", "انسحب", "v Withdrawal", HYPOTHETICAL),
        ("وسط مخاوف من هجوم على حمص", "هجوم", "n Attack", HYPOTHETICAL),
        ("هجوم محتمل على حمص", "هجوم", "n Attack", HYPOTHETICAL),
        # What the sentence before says does not count.
        ("ربما . انسحب الجيش", "انسحب", "v Withdrawal", ACTUAL),
        ("تخطط تركيا . انسحب الجيش", "انسحب", "v Withdrawal", ACTUAL),
    ],
)
def test_modality(text, trigger, said, modality, scene):
    found = scene(text, triggers={trigger: said})
    assert modality_of(found, found.triggers[0], None) is modality


def test_the_classifier_overrules_the_rules(scene):
    """«سيعقد البرلمان، السبت، جلسة»: the verb that makes the noun an event ahead stands far before it."""
    told = scene("س يعقد البرلمان ، السبت ، جلسة", triggers={"جلسة": "n Meeting"})
    classes = tuple(modality.value for modality in Modality)
    weights = {"rule=actual": tuple(float(name == "actual") for name in classes)}
    assert modality_of(told, told.triggers[0], LinearModel(classes, weights)) is ACTUAL
    weights["future:before:0"] = tuple(2.0 * (name == "future") for name in classes)
    assert modality_of(told, told.triggers[0], LinearModel(classes, weights)) is FUTURE


def test_qad_before_an_imperfect_is_not_for_the_classifier(scene):
    told = scene("قد تنسحب القوات من حمص", triggers={"تنسحب": "v Withdrawal imperfect"})
    classes = tuple(modality.value for modality in Modality)
    sure = LinearModel(classes, {"rule=hypothetical": tuple(9.0 * (name == "actual") for name in classes)})
    assert modality_of(told, told.triggers[0], sure) is HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "trigger", "said", "negated"),
    [
        ("لم ينسحب الجيش", "ينسحب", "v Withdrawal imperfect", True),
        ("ما انسحب الجيش لكن انتشر", "انتشر", "v Deployment", False),
        ("لا يحاصر الجيش حمص", "يحاصر", "v Siege imperfect", True),
        ("لن ينسحب الجيش", "ينسحب", "v Withdrawal imperfect", True),
        ("عدم انسحاب الجيش", "انسحاب", "n Withdrawal", True),
        ("لم تقع اشتباكات", "اشتباكات", "n ArmedClash", True),
        ("لم تسفر الغارة عن مقتل أحد", "مقتل", "n Killing", True),
        ("أسفرت الغارة عن مقتل جندي", "مقتل", "n Killing", False),
        ("انسحب الجيش دون اشتباكات", "اشتباكات", "n ArmedClash", True),
        ("لم يعلق و انسحب الجيش", "انسحب", "v Withdrawal", False),
        ("لم . انسحب الجيش", "انسحب", "v Withdrawal", False),
        ("انسحاب الجيش", "انسحاب", "n Withdrawal", False),
        ("انسحب الجيش", "انسحب", "v Withdrawal", False),
    ],
)
def test_negation(text, trigger, said, negated, scene):
    found = scene(text, triggers={trigger: said})
    assert is_negated(found, found.triggers[0]) is negated


@pytest.mark.parametrize(
    ("text", "trigger", "said"),
    [
        # Guidelines, section 6: a stated non-occurrence is an event that its teller denies.
        ("لم يتمكن المسلحون من السيطرة على حمص", "السيطرة", "n Seizure"),
        ("لم ينجح المسلحون في اقتحام القاعدة", "اقتحام", "n Attack"),
        ("لم تحدث اشتباكات", "اشتباكات", "n ArmedClash"),
    ],
)
def test_what_did_not_come_about(text, trigger, said, scene):
    found = scene(text, triggers={trigger: said})
    assert is_negated(found, found.triggers[0])
