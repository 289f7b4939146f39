"""Train the two looks at candidate triggers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kgbuild.docview import Marked
from kgbuild.extract.event_context import context_features, seen_again
from kgbuild.extract.event_features import event_features
from kgbuild.extract.events import EVENT, NONE, THRESHOLD
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.linear import load_linear
from kgbuild.models import EVENT_CONTEXT, EVENTS
from training.gold import Record, weight_of
from training.linear import fit_linear
from training.stacking import Example

PROCLITICS = "وفبلكس"
# The second look learns from what classifiers of the other folds make of a document.
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Lesson:
    """A gold document's candidates: their features and labels, and how often they count."""

    features: list[list[str]]
    labels: list[str]
    weight: int


def train_events(examples: Sequence[Example], folder: Path) -> None:
    """Write the classifier trained on ``examples``, and the one of the second look, to ``folder``."""
    lessons = [_lesson(record, scene) for record, scene, _ in examples]
    _fit(lessons, folder / EVENTS)
    with TemporaryDirectory() as temporary:
        first = _unseen(lessons, Path(temporary) / EVENTS)
    context = []
    for (_, scene, _), lesson, likely in zip(examples, lessons, first, strict=True):
        again = seen_again(scene, likely, THRESHOLD)
        seen = [context_features(again, index, likely) for index in range(len(likely))]
        context.append(replace(lesson, features=seen))
    _fit(context, folder / EVENT_CONTEXT, strength=0.1)


def _lesson(record: Record, scene: Scene) -> Lesson:
    features = [event_features(scene, index) for index in range(len(scene.candidates))]
    return Lesson(features, _labels(record, scene), weight_of(record))


def _fit(lessons: Iterable[Lesson], target: Path, *, strength: float = 0.2) -> None:
    features, labels, weights = [], [], []
    for lesson in lessons:
        features += lesson.features
        labels += lesson.labels
        weights += [lesson.weight] * len(lesson.labels)
    fit_linear(features, labels, target, strength=strength, weights=weights)


def _unseen(lessons: Sequence[Lesson], target: Path) -> list[list[float]]:
    """Return the probabilities of each document's candidates by a classifier that has not seen the document."""
    likely: list[list[float]] = [[] for _ in lessons]
    for part in range(FOLDS):
        _fit((lesson for number, lesson in enumerate(lessons) if number % FOLDS != part), target)
        model = load_linear(target)
        for number in range(part, len(lessons), FOLDS):
            likely[number] = [model.probabilities(seen)[EVENT] for seen in lessons[number].features]
    return likely


def _labels(record: Record, scene: Scene) -> list[str]:
    told = set(gold_candidates(record, scene).values())
    return [EVENT if index in told else NONE for index in range(len(scene.candidates))]


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


def with_gold_triggers(examples: Iterable[Example]) -> list[Example]:
    """Return the examples with the gold's events as those of their scenes: beside these the later parts learn."""
    return [(record, _told_by(record, scene), entities) for record, scene, entities in examples]


def _told_by(record: Record, scene: Scene) -> Scene:
    told = sorted(gold_candidates(record, scene).values(), key=lambda index: scene.candidates[index].start)
    return replace(scene, triggers=[scene.candidates[index] for index in told])


def _tells(scene: Scene, mark: Marked, event: Record, exact: bool) -> bool:
    if mark.label != event["type"] or scene.view.sentence_of(mark.start) != event["sentence"]:
        return False
    if not exact:
        return bool(mark.attrs["chosen"])
    # Some gold triggers keep a proclitic that is a token of its own here («ستجتمع»).
    trigger = fold(event["trigger"])
    found = {scene.view.norms[mark.start], fold(scene.view.words[mark.start])}
    return not found.isdisjoint({trigger, trigger[1:] if trigger[0] in PROCLITICS else trigger})
