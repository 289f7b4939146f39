"""Which candidate triggers tell an event: the rules' choice, or the learned classifier's."""

from __future__ import annotations

from kgbuild.docview import Marked
from kgbuild.extract.event_features import best_of_token, event_features
from kgbuild.extract.scene import Scene
from kgbuild.linear import LinearModel

EVENT, NONE = "event", "none"
THRESHOLD = 0.35


def choose_triggers(scene: Scene, model: LinearModel | None) -> dict[int, float]:
    """Set ``scene.triggers``, and return token -> probability where the model gave one."""
    if model is None:
        return {}
    scored: list[tuple[Marked, float]] = []
    for index, mark in enumerate(scene.candidates):
        scored.append((mark, model.probabilities(event_features(scene, index))[EVENT]))
    best = best_of_token(scored, THRESHOLD)
    scene.triggers = [mark for mark, _ in best]
    return {mark.start: round(probability, 4) for mark, probability in best}
