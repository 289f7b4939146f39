"""The declared features: each has a question, a weight and its reasons, and can hold."""

from __future__ import annotations

import pytest

from kgbuild.labels import EventType
from kgbuild.merge.blocks import group_of
from kgbuild.merge.features import FEATURES
from kgbuild.merge.scoring import Score, Verdict, features, thresholds
from kgbuild.resources import data_rows


def test_table_and_questions_are_the_same():
    names = [row[0] for row in data_rows("merge", "features.tsv")]
    assert names == list(dict.fromkeys(names))
    assert set(names) == set(FEATURES)


def test_every_feature_has_weight_and_reasons_in_both_languages():
    for name, feature in features().items():
        assert feature.weight, name
        assert any("\u0600" <= letter <= "\u06ff" for letter in feature.arabic), name
        assert feature.english.isascii(), name


@pytest.mark.parametrize(("above", "verdict"), [(0.0, Verdict.SAME), (-0.01, Verdict.UNSURE)])
def test_a_score_means_what_the_thresholds_say(above, verdict):
    assert Score(thresholds()[Verdict.SAME] + above, ()).verdict is verdict


def test_between_different_and_unsure_nothing_is_said():
    limits = thresholds()
    assert limits[Verdict.DIFFERENT] < limits[Verdict.UNSURE] < limits[Verdict.SAME]
    assert Score(limits[Verdict.UNSURE] - 0.01, ()).verdict is None
    assert Score(limits[Verdict.DIFFERENT], ()).verdict is Verdict.DIFFERENT


def test_groups_hold_event_types_and_the_rest_stand_alone():
    for name, _ in data_rows("merge", "type_groups.tsv"):
        EventType(name)
    assert group_of(EventType.ARREST) == group_of(EventType.ABDUCTION)
    assert group_of(EventType.KILLING) not in {group_of(kind) for kind in EventType if kind is not EventType.KILLING}
