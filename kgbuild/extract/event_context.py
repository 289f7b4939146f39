"""The second look at candidate triggers: each by what the first look makes of all of them.

The rules' choice is a poor picture of what else a text tells; the classifier's own is a
better one. Stacked sequential learning (Cohen and Carvalho 2005), as a small logistic
regression over the features below.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.docview import Marked
from kgbuild.extract.event_features import best_of_token, company, history, repetition
from kgbuild.extract.scene import Scene

# Log odds, in halves: below and above these the first look is as good as sure.
LEAST, MOST = -8, 8
SURE = 1e-4
MANY = 6


def seen_again(scene: Scene, first: Sequence[float], threshold: float) -> Scene:
    """Return ``scene`` with the candidates that are likely enough by ``first`` as the chosen ones."""
    best = {
        (mark.start, mark.label)
        for mark, _ in best_of_token(list(zip(scene.candidates, first, strict=True)), threshold)
    }
    candidates = [
        replace(mark, attrs={**mark.attrs, "chosen": (mark.start, mark.label) in best}) for mark in scene.candidates
    ]
    return replace(scene, candidates=candidates)


def context_features(again: Scene, index: int, first: Sequence[float]) -> list[str]:
    """Return the features of ``again.candidates[index]``.

    Args:
        again: what :func:`seen_again` made of the scene.
        index: which candidate.
        first: probability of each candidate by the first look.
    """
    mark = again.candidates[index]
    around = list(_around(again, mark, first))
    features = [f"type={mark.label}", *_at_least(_log_odds(first[index])), *around]
    features += [f"{mark.label}|{feature}" for feature in around]
    features += [f"{mark.attrs['definite']}|{feature}" for feature in around]
    return [*features, *history(again, index), *repetition(again, index), *company(again, mark)]


def _around(again: Scene, mark: Marked, first: Sequence[float]) -> Iterator[str]:
    sentence = mark.attrs["sentence"]
    others = [(other, p) for other, p in zip(again.candidates, first, strict=True) if other is not mark]
    same = [(other, p) for other, p in others if other.label == mark.label]
    here = [p for other, p in same if other.attrs["sentence"] == sentence]
    earlier = [p for other, p in same if other.start < mark.start and other.attrs["sentence"] != sentence]
    told = sum(p for other, p in others if other.attrs["sentence"] == sentence)
    yield f"here={_log_odds(max(here, default=0.0)) // 2}"
    yield f"earlier={_log_odds(max(earlier, default=0.0)) // 2}"
    yield f"times={round(min(math.fsum(earlier), MANY))}"
    yield f"told={round(min(told, MANY))}"
    yield f"share={round(10 * math.fsum(first) / len(first))}"


def _at_least(odds: int) -> Iterator[str]:
    """A thermometer, so that a surer first look is never worth less."""
    return (f"first>={bound}" for bound in range(LEAST, MOST + 1) if odds >= bound)


def _log_odds(probability: float) -> int:
    """Return the log odds in halves."""
    bounded = min(max(probability, SURE), 1 - SURE)
    return round(2 * math.log(bounded / (1 - bounded)))
