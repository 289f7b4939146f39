"""Distances on the globe."""

import pytest

from kgbuild.records import Coordinates
from kgbuild.resolve.distance import distance_km


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0.0, 0.0), (0.0, 1.0), 111.195),
        ((33.5138, 36.2765), (36.2012, 37.1612), 309.6),
        ((0.0, 179.9), (0.0, -179.9), 22.239),
        ((90.0, 0.0), (-90.0, 0.0), 20015.1),
        ((35.0, 37.0), (35.0, 37.0), 0.0),
    ],
)
def test_distance(one, other, expected):
    assert distance_km(Coordinates(*one), Coordinates(*other)) == pytest.approx(expected, rel=2e-3)
