"""Forty-eight towns of the news are where they are, with and without a user's gazetteer, and in no other country."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgbuild.gazetteer import Gazetteer, import_places
from kgbuild.records import Coordinates
from kgbuild.resolve import KnownPlaces, resolve
from kgbuild.resolve.distance import distance_km

HERE = Path(__file__).parent
# Towns, and namesakes of towns elsewhere. Source: Who's On First (attribution licence).
SMALL = HERE / "towns_wof.tsv"
WHOLE = HERE.parents[2] / "shared" / "data" / "gazetteer" / "wof_arabic_places.tsv.gz"
NEAR_KM = 10.0


def towns():
    lines = (HERE / "towns.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def imported(source, folder):
    import_places(source, folder / "own.sqlite")
    return KnownPlaces(Gazetteer(folder / "own.sqlite"))


def linked(annotate, places=None):
    """Return the towns that are linked within 10 km, and those that are linked to another country."""
    right, abroad = [], []
    for name, country, latitude, longitude, beside in towns():
        kind, _, other = beside.partition(":")
        knowledge = resolve(annotate(("e1", "Settlement", name), ("e2", kind, other)), places=places)
        node = knowledge.nodes["e1"]
        where = Coordinates(float(latitude), float(longitude))
        if node.coordinates and distance_km(node.coordinates, where) <= NEAR_KM:
            right.append(name)
        if node.country not in (country, None):
            abroad.append(name)
    return right, abroad


def test_towns_are_of_many_wars():
    assert len({name for name, *_ in towns()}) == 48
    assert {country for _, country, *_ in towns()} == {"SY", "IQ", "YE", "LB", "SD", "LY", "PS", "UA", "RU", "ML", "BF"}


def test_built_in(annotate):
    right, abroad = linked(annotate)
    assert len(right) >= 44
    assert abroad == []


def test_with_an_imported_gazetteer(annotate, tmp_path):
    right, abroad = linked(annotate, imported(SMALL, tmp_path))
    assert len(right) >= 47
    assert abroad == []
    assert set(right) > set(linked(annotate)[0])


@pytest.mark.skipif(not WHOLE.exists(), reason="the gazetteer of 80,860 places is not part of the project")
def test_with_eighty_thousand_places(annotate, tmp_path):
    right, abroad = linked(annotate, imported(WHOLE, tmp_path))
    assert len(right) >= 47
    assert abroad == []
