"""Nodes: what each type of node lies in, and the territory of states."""

from __future__ import annotations

import pytest

from kgbuild.graph.entities import entity_triples
from kgbuild.graph.source import Source
from kgbuild.iris import BASE, KGB
from kgbuild.labels import EntityType
from kgbuild.records import Annotation, Article, Coordinates, Knowledge


@pytest.fixture
def facts(run):
    """The predicate and object of every triple that nodes give, shortened."""

    def build(*nodes, context=()):
        named = {f"e{number}": found for number, found in enumerate(nodes)}
        knowledge = Knowledge(Annotation(Article("doc", "نص")), f"{BASE}document/1", named, context)
        triples = entity_triples(Source(knowledge, run))
        return {(predicate.value.removeprefix(KGB), value.value.removeprefix(BASE)) for _, predicate, value in triples}

    return build


@pytest.mark.parametrize(
    ("kind", "predicate"),
    [
        (EntityType.SETTLEMENT, "locatedIn"),
        (EntityType.FACILITY, "locatedIn"),
        (EntityType.MILITARY_FORCE, "partOf"),
        (EntityType.PERSON, "partOf"),
        (EntityType.OPERATION, "partOf"),
    ],
)
def test_within_is_containment_of_its_kind(facts, node, kind, predicate):
    assert (predicate, "x/larger") in facts(node("x/1", kind, "اسم", within=f"{BASE}x/larger"))


@pytest.mark.parametrize("as_context", [True, False])
def test_territory_joins_state_and_country_of_one_slug(facts, node, as_context):
    state, country = node("actor/syria", EntityType.STATE, "سوريا"), node("place/syria", EntityType.COUNTRY, "سوريا")
    made = facts(state, context=(country,)) if as_context else facts(country, context=(state,))
    assert ("territory", "place/syria") in made


def test_territory_needs_the_country_in_the_document(facts, node):
    made = facts(node("actor/syria", EntityType.STATE, "سوريا"), node("place/iraq", EntityType.COUNTRY, "العراق"))
    assert not any(predicate == "territory" for predicate, _ in made)


def test_part_has_its_direction_and_says_how_far_off_its_position_may_be(facts, node):
    area = node("place/x-1", EntityType.AREA, "شمال", direction="N", coordinates=Coordinates(35.3, 36.6), accuracy=46)
    made = facts(area)
    assert ("direction", "N") in made
    assert ("http://www.opengis.net/ont/geosparql#hasMetricSpatialAccuracy", "46000.0") in made
    town = facts(node("place/t", EntityType.SETTLEMENT, "بلدة", coordinates=Coordinates(35.3, 36.6)))
    assert not any("Accuracy" in predicate or predicate == "direction" for predicate, _ in town)


def test_candidates(facts, node):
    unsure = node("place/x-1", EntityType.SETTLEMENT, "بلدة", candidates=(f"{BASE}place/a", f"{BASE}place/b"))
    assert {("candidate", "place/a"), ("candidate", "place/b")} <= facts(unsure)
