"""Train the classifier of modality."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kgbuild.extract.modality import rule_modality
from kgbuild.extract.modality_features import modality_features
from training.events import gold_candidates
from training.gold import weight_of
from training.linear import fit_linear
from training.stacking import Example


def train_modality(examples: Iterable[Example], target: Path) -> None:
    """Write the classifier trained on ``examples``: each gold event by its trigger."""
    features, labels, weights = [], [], []
    for record, scene, _ in examples:
        for number, index in gold_candidates(record, scene).items():
            trigger = scene.candidates[index]
            features.append(modality_features(scene, trigger, rule_modality(scene, trigger)))
            labels.append(record["events"][number]["modality"])
            weights.append(weight_of(record))
    fit_linear(features, labels, target, strength=0.1, weights=weights)
