"""Multinomial logistic regression over named features, read from a gzipped text: small, inspectable, deterministic."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgbuild.models import read_weights, unreadable

BIAS = "(bias)"


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights of a classifier.

    Attributes:
        classes: names of the classes.
        weights: feature -> one weight a class, which sum to nothing; a feature that is not listed weighs nothing.
    """

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return the probability of each class, by the softmax of the summed weights."""
        rows = [row for row in map(self.weights.get, (BIAS, *features)) if row]
        sums = self._sums(rows)
        top = max(sums)
        exponents = [math.exp(value - top) for value in sums]
        total = math.fsum(exponents)
        return {name: value / total for name, value in zip(self.classes, exponents, strict=True)}

    def _sums(self, rows: Sequence[tuple[float, ...]]) -> list[float]:
        if len(self.classes) == 2:
            # Most decisions have two classes, and the second's weights are the first's with the other sign.
            first = math.fsum([row[0] for row in rows])
            return [first, -first]
        return [math.fsum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(self.classes)


def load_linear(path: Path) -> LinearModel:
    """Read a gzipped model: a first line ``feature<TAB>class…``, then a feature and its weights a line.

    The last class has no column: the weights of a feature sum to nothing, so that its own is what the others lack.

    Raises:
        ExtractError: the file is not there or cannot be read.
    """
    try:
        content = read_weights(path).decode()
    except UnicodeDecodeError as error:
        raise unreadable(path, f"damaged file ({error.reason})") from error
    first, *lines = content.split("\n")
    classes = tuple(first.split("\t")[1:])
    weights = {row[0]: _all_weights(row[1:]) for row in (line.split("\t") for line in lines if line)}
    short = next((feature for feature, row in weights.items() if len(row) != len(classes)), None)
    if short is not None:
        raise unreadable(path, f"damaged file (the weights of {short!r} are not those of {len(classes)} classes)")
    return LinearModel(classes, weights)


def _all_weights(stated: Iterable[str]) -> tuple[float, ...]:
    weights = [float(value) for value in stated]
    return (*weights, -math.fsum(weights))
