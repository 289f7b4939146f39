"""What the classifier of modality sees of a trigger."""

from __future__ import annotations

import pytest

from kgbuild.extract.modality_features import modality_features
from kgbuild.labels import Modality


@pytest.fixture
def told(scene):
    return scene(
        "أعلن الجيش أن البرلمان س يعقد السبت جلسة . انسحب الجيش",
        triggers={"جلسة": "n Meeting", "انسحب": "v Withdrawal perfect"},
        times={"السبت": "2024-11-23 2024-11-30"},
        speech={"أعلن": "verb assert"},
    )


def features(told, number: int) -> set[str]:
    return set(modality_features(told, told.triggers[number], Modality.ACTUAL))


def test_the_words_on_either_side_and_how_far_they_are(told):
    seen = features(told, 0)
    assert {"rule=actual", "pos=n", "w-1=السبت", "w-2=يعقد", "w1=.", "before=س", "behind=."} <= seen
    assert {"future:before:0", "future:before:near=True", "Meeting|future:before:0"} <= seen


def test_a_time_that_may_be_ahead_and_a_speaker_are_seen(told):
    assert {"open=True", "spoken=1", "quoted=False", "after=-"} <= features(told, 0)


def test_the_sentence_before_is_not_seen(told):
    seen = features(told, 1)
    assert {"w-1=|", "spoken=0", "open=False", "time=-", "tense=perfect"} <= seen
    assert not [feature for feature in seen if feature.startswith(("future:", "before="))]
