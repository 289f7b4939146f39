"""Which candidate triggers tell an event: the rules' choice, or the learned classifier's."""

from __future__ import annotations

from kgbuild.extract.event_context import context_features, seen_again
from kgbuild.extract.event_features import best_of_token, event_features
from kgbuild.extract.scene import Scene
from kgbuild.linear import LinearModel

EVENT, NONE = "event", "none"
THRESHOLD = 0.42
# On a sports page «هجوم», «مواجهة» and «إصابة» are mostly of the game; there an event has to be surer.
SPORT = "sport"
SPORT_SHARE, SPORT_THRESHOLD = 0.3, 0.7


def choose_triggers(scene: Scene, model: LinearModel | None, second: LinearModel | None = None) -> dict[int, float]:
    """Set ``scene.triggers``, and return token -> probability where the model gave one.

    Args:
        scene: a text with its candidates.
        model: judges each candidate by itself; ``None`` leaves the rules' choice.
        second: judges each again by what ``model`` makes of all.
    """
    if model is None:
        return {}
    threshold = SPORT_THRESHOLD if is_sports_page(scene) else THRESHOLD
    likely = [model.probabilities(event_features(scene, index))[EVENT] for index in range(len(scene.candidates))]
    if second:
        again = seen_again(scene, likely, threshold)
        likely = [second.probabilities(context_features(again, index, likely))[EVENT] for index in range(len(likely))]
    best = best_of_token(list(zip(scene.candidates, likely, strict=True)), threshold)
    scene.triggers = [mark for mark, _ in best]
    return {mark.start: round(probability, 4) for mark, probability in best}


def is_sports_page(scene: Scene) -> bool:
    """Return whether words of sport stand around so many candidates that the text as a whole is about a game."""
    near = sum(SPORT in mark.attrs["classes"] for mark in scene.candidates)
    return near > SPORT_SHARE * len(scene.candidates)
