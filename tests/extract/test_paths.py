"""The words between two places of a sentence as classes."""

from __future__ import annotations

from kgbuild.extract.paths import path_between, path_features


def path(scene, text: str, **layers) -> list[str]:
    made = scene(text, **layers)
    return path_between(made, 0, len(made.view.norms))


def test_classes_of_words(scene):
    assert path(scene, "في المدينة القديمة ، و خارجها التي قصفت") == [
        "في", "definite", "comma", "و", "plain", "relative", "plain",
    ]  # fmt: skip


def test_names_events_and_reports(scene):
    found = path(
        scene,
        "قال الجيش الوطني إن هجوم في حلب",
        names={"الجيش الوطني": "MilitaryForce", "حلب": "Settlement"},
        triggers={"هجوم": "n Attack"},
        speech={"قال": "verb assert"},
    )
    assert found == ["speech:verb", "actor", "clause", "trigger:n", "في", "place"]


def test_runs_of_plain_words_are_one(scene):
    assert path(scene, "عنيف واسع النطاق الكبير مفاجئ") == ["plain", "definite", "plain"]


def test_nothing_between(scene):
    assert path_features(scene("هجوم عنيف"), 1, 1) == ("", "", "")


def test_of_a_long_path_the_ends_are_kept(scene):
    made = scene("في من ، و عن ب ل إلى")
    assert path_features(made, 0, 8) == ("في من comma … ب ل الي", "في من comma", "ب ل الي")
    assert path_features(made, 0, 7) == ("في من comma و عن ب ل", "في من comma", "عن ب ل")


def test_a_report_of_several_words_is_one(scene):
    made = scene("وفق ما ذكره الجيش", names={"الجيش": "MilitaryForce"}, speech={"وفق ما ذكره": "source assert"})
    assert path_between(made, 0, 4) == ["speech:source", "actor"]


def test_a_named_operation_is_neither_actor_nor_place(scene):
    assert path(scene, "عملية الكرامة", names={"الكرامة": "Operation"}) == ["plain", "operation"]
