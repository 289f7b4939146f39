"""Train the binding of times to events."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kgbuild.extract.timing import DATES, OTHER, candidate_features, time_candidates
from kgbuild.labels import Modality
from training.events import gold_candidates
from training.gold import weight_of
from training.linear import fit_linear
from training.stacking import Example


def train_times(examples: Iterable[Example], target: Path) -> None:
    """Write the model trained on ``examples``: each gold event with each time expression of its sentence."""
    features, labels, weights = [], [], []
    for record, scene, _ in examples:
        for number, index in gold_candidates(record, scene).items():
            event = record["events"][number]
            trigger, modality = scene.candidates[index], Modality(event["modality"])
            candidates = time_candidates(scene, trigger, modality)
            for mark, seen in candidate_features(scene, trigger, candidates, modality):
                readings = {mark.attrs.get("values"), mark.attrs.get("futures")} - {None}
                agrees = any(_agree(event["time"], reading) for reading in readings)
                features.append(seen)
                weights.append(weight_of(record))
                labels.append(DATES if agrees else OTHER)
    fit_linear(features, labels, target, strength=0.1, weights=weights)


def _agree(gold: str | None, found: str) -> bool:
    """Equal on the shorter one's precision, as the scorer has it."""
    return (
        bool(gold)
        and (gold or "").startswith(found[: len(gold or "")])
        and found.startswith((gold or "")[: len(found)])
    )
