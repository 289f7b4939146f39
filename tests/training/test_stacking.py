"""No document's names are tagged by a model that has seen it."""

from __future__ import annotations

import pytest

from training import stacking
from training.stacking import FOLDS, stacked_scenes


@pytest.fixture
def trained(monkeypatch, rules):
    """Model file -> ids of the documents that it was trained on; the pipelines themselves are the rules'."""
    seen: dict[str, set[str]] = {}
    current: list[str] = []

    def train(records, target, *, folds):
        seen[str(target.parent)] = {record["id"] for record in records}

    def load(models):
        current[:] = [str(models.folder)]
        return rules

    monkeypatch.setattr(stacking, "train_names", train)
    monkeypatch.setattr(stacking, "load_pipeline", load)
    return seen, current


def test_each_document_is_tagged_once_by_a_model_of_the_others(trained, record):
    seen, current = trained
    records = [record | {"id": f"d{number}"} for number in range(FOLDS * 2 + 1)]
    met = []
    for document, scene, entities in stacked_scenes(records):
        met.append(document["id"])
        assert document["id"] not in seen[current[0]]
        assert scene.names
        assert entities
    assert sorted(met) == sorted(one["id"] for one in records)
    assert len(seen) == FOLDS
    # What is not tagged is learned from.
    assert all(len(ids) >= len(records) - len(records) // FOLDS - 1 for ids in seen.values())
