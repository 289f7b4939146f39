"""Reasons are weighed as they are declared."""

import pytest

from kgbuild.labels import EntityType
from kgbuild.records import Coordinates
from kgbuild.registry import PlaceFacts
from kgbuild.resolve.context import Evidence
from kgbuild.resolve.ranking import Reason, rank, weights
from kgbuild.resources import data_rows


def place(slug, country="SY", **more):
    where = more.pop("at", (35.0, 37.0))
    return PlaceFacts(slug, EntityType.SETTLEMENT, slug, (), slug, country, coordinates=Coordinates(*where), **more)


def best(places, container=Evidence(), document=Evidence(), near=()):  # noqa: B008 - frozen
    return rank(places, container, document, near)[0]


def test_every_reason_is_declared_in_both_languages():
    assert set(weights()) == set(Reason)
    assert all(len(row) == 4 and row[2] and row[3] for row in data_rows("resolve", "place_reasons.tsv"))


def test_country_of_the_text_outweighs_fame():
    hamlet, city = place("a", "YE", geonames=1), place("b", "SY", geonames=2, population=200_000)
    assert best([hamlet, city]).place is city
    assert best([hamlet, city], document=Evidence({"YE": 3})).place is hamlet


def test_what_the_text_says_outweighs_the_country_that_it_is_about():
    here, there = place("a", "YE", geonames=1), place("b", "SY", geonames=2)
    assert best([here, there], Evidence({"SY": 2}), Evidence({"YE": 9})).place is there


def test_governorate_that_is_said_decides_within_a_country():
    one, other = place("a", within="hama-governorate", geonames=1), place("b", within="aleppo-governorate", geonames=2)
    said = Evidence({"SY": 3}, {"aleppo-governorate": 3})
    found = rank([one, other], said, Evidence())
    assert [(item.place.slug, set(item.reasons)) for item in found] == [
        ("b", {Reason.SAID_DIVISION}),
        ("a", {Reason.SAID_ELSEWHERE}),
    ]


@pytest.mark.parametrize(("near", "expected"), [((35.1, 37.0), "a"), ((33.1, 36.0), "b")])
def test_nearer_to_the_other_places(near, expected):
    places = [place("a", at=(35.0, 37.0), geonames=1), place("b", at=(33.0, 36.0), geonames=2)]
    assert best(places, near=[Coordinates(*near)]).place.slug == expected


def test_distance_speaks_less_the_farther():
    near = [Coordinates(35.0, 37.0)]
    strengths = [
        best([place("a", at=(latitude, 37.0))], near=near).reasons.get(Reason.NEAR, 0.0)
        for latitude in (35, 36, 37, 38)
    ]
    assert strengths[0] == weights()[Reason.NEAR]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[-1] == 0.0


def test_order_of_places_does_not_matter():
    places = [place("a", geonames=1), place("b", geonames=2), place("c", geonames=3)]
    assert [found.place.slug for found in rank(reversed(places), Evidence(), Evidence())] == ["a", "b", "c"]
