"""Logistic regression read from a file: the softmax of summed weights."""

from __future__ import annotations

import gzip
import math

import pytest

from kgbuild.errors import ExtractError
from kgbuild.linear import BIAS, LinearModel, load_linear

MODEL = LinearModel(("agent", "place", "none"), {BIAS: (0.0, 0.0, 1.0), "type=Person": (2.0, -1.0, 0.0)})


def test_softmax_of_bias_and_features():
    exponents = [math.exp(value) for value in (2.0, -1.0, 1.0)]
    expected = [value / sum(exponents) for value in exponents]
    found = MODEL.probabilities(["type=Person"])
    assert list(found) == ["agent", "place", "none"]
    assert list(found.values()) == pytest.approx(expected)


def test_unknown_features_weigh_nothing():
    assert MODEL.probabilities(["type=Person", "unheard"]) == MODEL.probabilities(["type=Person"])


def test_the_order_of_features_does_not_matter():
    model = LinearModel(("a", "b"), {f"f{n}": (1e16 if n == 3 else -0.3, 0.1 * n) for n in range(9)})
    features = [f"f{n}" for n in range(9)]
    assert model.probabilities(features) == model.probabilities(reversed(features))


def test_without_weights_all_classes_are_as_likely():
    assert LinearModel(("a", "b"), {}).probabilities(["f"]) == {"a": 0.5, "b": 0.5}


@pytest.mark.parametrize("weight", [2000.0, -2000.0])
def test_large_weights_do_not_overflow(weight):
    found = LinearModel(("a", "b"), {"f": (weight, 0.0)}).probabilities(["f"])
    assert found == {"a": float(weight > 0), "b": float(weight < 0)}


def test_a_file_is_read_feature_by_feature(tmp_path):
    path = tmp_path / "model.tsv.gz"
    path.write_bytes(gzip.compress(f"feature\tno\tyes\n{BIAS}\t-1.5\nbetween=في مدينة\t0.25\n".encode()))
    model = load_linear(path)
    assert model.classes == ("no", "yes")
    assert dict(model.weights) == {BIAS: (-1.5, 1.5), "between=في مدينة": (0.25, -0.25)}


def test_the_last_class_has_what_the_others_lack(tmp_path):
    path = tmp_path / "model.tsv.gz"
    path.write_bytes(gzip.compress(b"feature\ta\tb\tc\nf\t0.5\t-2\n"))
    assert dict(load_linear(path).weights) == {"f": (0.5, -2.0, 1.5)}


def test_signs_that_only_python_takes_for_line_breaks_are_part_of_a_feature(tmp_path):
    path = tmp_path / "model.tsv.gz"
    path.write_bytes(gzip.compress("feature\ta\tb\nword=\u2028\t1\n".encode()))
    assert dict(load_linear(path).weights) == {"word=\u2028": (1.0, -1.0)}


def test_a_weight_that_is_missing_is_an_error_not_a_guess(tmp_path):
    path = tmp_path / "model.tsv.gz"
    path.write_bytes(gzip.compress(f"feature\ta\tb\tc\n{BIAS}\t1\t2\nf\t1\n".encode()))
    with pytest.raises(ExtractError, match="the weights of 'f' are not those of 3 classes"):
        load_linear(path)


@pytest.mark.parametrize(
    "content", [b"", b"feature\ta\n", gzip.compress(b"feature\ta\n" * 99)[:-20]], ids=["empty", "no gzip", "cut"]
)
def test_a_damaged_file_is_named(content, tmp_path):
    path = tmp_path / "model.tsv.gz"
    path.write_bytes(content)
    with pytest.raises(ExtractError, match=r"no weights") as caught:
        load_linear(path)
    assert str(path) in str(caught.value)


def test_two_classes_share_one_sum():
    model = LinearModel(("a", "b"), {"f": (0.5, -0.5), "g": (0.25, -0.25)})
    expected = 1 / (1 + math.exp(-1.5))
    assert list(model.probabilities(["f", "g"]).values()) == pytest.approx([expected, 1 - expected])
