"""Fitting, and reading back what was fitted."""

from __future__ import annotations

import pytest

from kgbuild.linear import BIAS, load_linear

pytest.importorskip("sklearn", reason="needs the extra `training`")

from training.linear import SMALLEST, fit_linear

EXAMPLES = [*[["a", "both"]] * 3, *[["b", "both"]] * 3, ["c"], ["c"], ["c", "tab\there"]]
LABELS = ["x", "x", "x", "y", "y", "y", "x", "x", "y"]


@pytest.mark.parametrize(
    "labels", [list("xxxyyyyyy"), list("xxxyyyzzz")], ids=["two classes", "three classes"]
)
def test_what_was_learned_is_read_back(labels, tmp_path):
    fit_linear(EXAMPLES, labels, tmp_path / "model.tsv.gz", strength=10.0)
    model = load_linear(tmp_path / "model.tsv.gz")
    assert list(model.classes) == sorted(set(labels))
    for features, label in zip(EXAMPLES, labels, strict=True):
        found = model.probabilities(features)
        assert max(found, key=found.__getitem__) == label


def test_two_classes_are_as_likely_as_the_learner_has_it(tmp_path):
    from sklearn.linear_model import LogisticRegression

    fit_linear(EXAMPLES, LABELS, tmp_path / "model.tsv.gz")
    matrix = [[float(name in example) for name in ("a", "b", "both", "c")] for example in EXAMPLES]
    expected = LogisticRegression(max_iter=400, tol=1e-4).fit(matrix, LABELS).predict_proba(matrix)
    model = load_linear(tmp_path / "model.tsv.gz")
    for example, row in zip(EXAMPLES, expected, strict=True):
        assert list(model.probabilities(example).values()) == pytest.approx(list(row), abs=0.01)


def test_an_example_counts_as_often_as_it_weighs(tmp_path):
    examples, labels = [["rare"], *EXAMPLES], ["y", *LABELS]
    fit_linear([["rare"], ["rare"], *examples], ["y", "y", *labels], tmp_path / "repeated.tsv.gz")
    fit_linear(examples, labels, tmp_path / "weighed.tsv.gz", weights=[3, *[1] * len(EXAMPLES)])
    repeated, weighed = (load_linear(tmp_path / f"{name}.tsv.gz").weights for name in ("repeated", "weighed"))
    assert weighed.keys() == repeated.keys() > {"rare"}
    for feature, row in weighed.items():
        assert row == pytest.approx(repeated[feature], abs=0.011)


def test_rare_and_light_features_are_left_out(tmp_path):
    examples = [*EXAMPLES, ["once", "twice"], ["twice"]]
    fit_linear(examples, [*LABELS, "x", "x"], tmp_path / "model.tsv.gz")
    weights = load_linear(tmp_path / "model.tsv.gz").weights
    assert not {"once", "twice"} & set(weights)
    assert BIAS in weights
    assert all(max(map(abs, row)) >= SMALLEST for feature, row in weights.items() if feature != BIAS)


def test_a_feature_with_a_tab_cannot_break_the_file(tmp_path):
    examples = [["tab\there"], ["b"]] * 3
    fit_linear(examples, ["x", "y"] * 3, tmp_path / "model.tsv.gz")
    assert set(load_linear(tmp_path / "model.tsv.gz").weights) == {BIAS, "b"}


def test_same_examples_same_bytes(tmp_path):
    for name in ("one.tsv.gz", "two.tsv.gz"):
        fit_linear(EXAMPLES, LABELS, tmp_path / name)
    assert (tmp_path / "one.tsv.gz").read_bytes() == (tmp_path / "two.tsv.gz").read_bytes()
