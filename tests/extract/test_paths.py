"""The words between two places of a sentence as classes."""

from __future__ import annotations

from kgbuild.extract.paths import ends, path_between, whole


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
    assert path(scene, "هجوم")[:0] == []
    assert whole([]) == ""
    assert ends([]) == ("", "")


def test_of_a_long_path_the_ends_are_kept():
    long = list("abcdefgh")
    assert whole(long) == "a b c … f g h"
    assert whole(long[:7]) == "a b c d e f g"
    assert ends(long) == ("a b c", "f g h")
