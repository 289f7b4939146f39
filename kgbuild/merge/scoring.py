"""Scores with reasons, and what a score means: same, unsure, different, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kgbuild.merge.comparison import Comparison
from kgbuild.merge.features import FEATURES
from kgbuild.resources import data_rows

ROOM = "merge"
_DIGITS = 2


class Verdict(StrEnum):
    """A judgement of two tellings or two entities."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of ``features.tsv``: what holding of it adds to the score, and the reason in both languages."""

    weight: float
    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the weights of the features that hold, and these features' names."""

    value: float
    reasons: tuple[str, ...]

    @property
    def verdict(self) -> Verdict | None:
        """What the score means; ``None`` where too little speaks for or against."""
        limits = thresholds()
        if self.value >= limits[Verdict.SAME]:
            return Verdict.SAME
        if self.value >= limits[Verdict.UNSURE]:
            return Verdict.UNSURE
        return Verdict.DIFFERENT if self.value <= limits[Verdict.DIFFERENT] else None


@cache
def features() -> dict[str, Feature]:
    """Return the weighted features by name, in the order in which they are asked."""
    given = {name: Feature(float(weight), arabic, english) for name, weight, arabic, english in _rows()}
    return {name: given[name] for name in FEATURES}


@cache
def entity_features() -> dict[str, Feature]:
    """Return the features of pairs of entities by name (``entity_features.tsv``)."""
    rows = data_rows(ROOM, "entity_features.tsv")
    return {name: Feature(float(weight), arabic, english) for name, weight, arabic, english in rows}


def entity_threshold() -> float:
    """Return the score from which a person is asked whether two entities are one (``thresholds.tsv``)."""
    return _limits()["unsure_entities"]


def _rows() -> tuple[tuple[str, ...], ...]:
    return data_rows(ROOM, "features.tsv")


@cache
def _limits() -> dict[str, float]:
    return {name: float(score) for name, score in data_rows(ROOM, "thresholds.tsv")}


@cache
def thresholds() -> dict[Verdict, float]:
    """Return the limit of each judgement (``thresholds.tsv``)."""
    return {verdict: _limits()[verdict.value] for verdict in Verdict}


def linkage() -> float:
    """Return the mean score between two clusters from which they may be joined (``thresholds.tsv``)."""
    return _limits()["joined"]


@cache
def _asked() -> tuple[tuple[str, float], ...]:
    return tuple((name, feature.weight) for name, feature in features().items())


def score(pair: Comparison) -> Score:
    """Score a comparison: the declared weights of the features that hold, added up."""
    held = [(name, weight) for name, weight in _asked() if FEATURES[name](pair)]
    return Score(round(sum(weight for _, weight in held), _DIGITS), tuple(name for name, _ in held))
