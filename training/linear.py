"""Fit a multinomial logistic regression and write it as the package reads it."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kgbuild.linear import BIAS

# Weights below this change no decision but make the file large.
SMALLEST = 0.02
# What is seen more rarely, examples counted by weight, is more often chance than knowledge, and a sixth of the file.
COMMON = 3


def fit_linear(
    examples: Sequence[Sequence[str]],
    labels: Sequence[str],
    target: Path,
    *,
    strength: float = 1.0,
    weights: Sequence[float] | None = None,
) -> None:
    """Write the model of ``examples`` to ``target``.

    ``strength`` is the inverse of the regularisation, ``weights`` how much each example counts (once, if not said).
    """
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform([dict.fromkeys(features, 1.0) for features in examples])
    counted = np.ones(len(examples)) if weights is None else np.asarray(weights)
    common = (matrix > 0).T @ counted >= COMMON
    model = LogisticRegression(C=strength, max_iter=400, tol=1e-4).fit(matrix[:, common], labels, weights)
    names = vectorizer.get_feature_names_out()[common]
    rows, intercept = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        # Two classes share one vector; half each keeps the softmax what the sigmoid was.
        rows, intercept = np.vstack([-rows / 2, rows / 2]), np.array([-intercept[0] / 2, intercept[0] / 2])
    # The weights of a feature sum to nothing; the last class's, which follows from the others', is not written.
    intercept = intercept - intercept.mean()
    lines = ["\t".join(["feature", *model.classes_]), "\t".join([BIAS, *(f"{value:.3f}" for value in intercept[:-1])])]
    for name, column in sorted(zip(names, rows.T, strict=True), key=lambda item: item[0]):
        if np.abs(column).max() >= SMALLEST and not set(name) & set("\t\n\r"):
            lines.append("\t".join([name, *(_short(value) for value in column[:-1])]))
    # No file name and no time of writing: the same weights are the same bytes.
    target.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


def _short(value: float) -> str:
    """Two decimals without zeros that say nothing (``-.05``, ``0``): a third of the file would be zeros."""
    whole, _, decimals = f"{value:.2f}".partition(".")
    sign, whole, decimals = "-" if whole.startswith("-") else "", whole.lstrip("-0"), decimals.rstrip("0")
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}" if whole else "0"
