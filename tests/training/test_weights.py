"""What each part of the weights learns from."""

from __future__ import annotations

from functools import partial

import pytest

pytest.importorskip("sklearn", reason="needs the extra `training`")

from kgbuild.models import NAMES, RULES_ALONE
from training import weights
from training.gold import UNCHECKED
from training.stacking import scenes

OF_NAMES = {"train_names", "train_relations"}
OF_EVENTS = {"train_events", "train_roles", "train_modality", "train_claims", "train_times"}


@pytest.fixture
def learned(monkeypatch, tmp_path) -> dict[str, list[str]]:
    """Part -> ids of the documents that it learns from; nothing is learned, and the rules tag."""
    seen: dict[str, list[str]] = {}

    def tag(records, models):
        # A tagger may tag what it has learned from only by way of the folds.
        assert not {record["id"] for record in records} & set(seen["train_names"])
        return scenes(records, RULES_ALONE)

    def names(records, target, *, folds):
        assert target.name == NAMES
        seen["train_names"] = [record["id"] for record in records]

    def stacked(records, folds):
        assert folds
        return scenes(records, RULES_ALONE)

    def learn(part, examples, target):
        assert target.is_relative_to(tmp_path)
        seen[part] = [record["id"] for record, *_ in examples]

    monkeypatch.setattr(weights, "train_names", names)
    monkeypatch.setattr(weights, "stacked_scenes", stacked)
    monkeypatch.setattr(weights, "scenes", tag)
    for part in (OF_NAMES | OF_EVENTS) - {"train_names"}:
        monkeypatch.setattr(weights, part, partial(learn, part))
    return seen


def test_names_that_nobody_checked_teach_nothing_of_names(record, learned, tmp_path):
    weights.train([record, record | {"id": "t2", UNCHECKED: True}], tmp_path)
    assert learned == {part: ["t1"] for part in OF_NAMES} | {part: ["t1", "t2"] for part in OF_EVENTS}
