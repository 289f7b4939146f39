"""Train the classifier of events."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kgbuild.docview import Marked
from kgbuild.extract.event_features import event_features
from kgbuild.extract.events import EVENT, NONE
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from training.gold import Record
from training.linear import fit_linear
from training.stacking import Example

PROCLITICS = "وفبلكس"


def train_events(examples: Iterable[Example], target: Path) -> None:
    """Write the classifier trained on ``examples`` to ``target``."""
    features, labels = [], []
    for record, scene, _ in examples:
        told = set(gold_candidates(record, scene).values())
        for index in range(len(scene.candidates)):
            features.append(event_features(scene, index))
            labels.append(EVENT if index in told else NONE)
    fit_linear(features, labels, target, strength=0.3)


def gold_candidates(record: Record, scene: Scene) -> dict[int, int]:
    """Return index of a gold event -> index of the candidate that tells it."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for exact in (True, False):
        for number, event in enumerate(record["events"]):
            if number in found:
                continue
            for index, mark in enumerate(scene.candidates):
                if index not in taken and _tells(scene, mark, event, exact):
                    found[number] = index
                    taken.add(index)
                    break
    return found


def _tells(scene: Scene, mark: Marked, event: Record, exact: bool) -> bool:
    if mark.label != event["type"] or scene.view.sentence_of(mark.start) != event["sentence"]:
        return False
    if not exact:
        return bool(mark.attrs["chosen"])
    # Some gold triggers keep a proclitic that is a token of its own here («ستجتمع»).
    trigger = fold(event["trigger"])
    found = {scene.view.norms[mark.start], fold(scene.view.words[mark.start])}
    return not found.isdisjoint({trigger, trigger[1:] if trigger[0] in PROCLITICS else trigger})
