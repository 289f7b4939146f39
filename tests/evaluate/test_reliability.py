"""Confidences against what is right."""

from __future__ import annotations

import pytest

from kgbuild.evaluate import reliability
from kgbuild.evaluate.reliability import Judged


def document(entities: dict[str, tuple[str, float | None]], events: list[dict[str, object]]) -> dict[str, object]:
    named = [
        {"id": key, "type": kind, "name": key, "mentions": [key], "confidence": sure}
        for key, (kind, sure) in entities.items()
    ]
    return {"id": "d", "entities": named, "events": events, "relations": []}


def attack(agent: str, *, sentence: int = 0, **figures: object) -> dict[str, object]:
    return {"type": "Attack", "trigger": f"هاجم{sentence}", "sentence": sentence, "agent": [agent], **figures}


GOLD = document({"a": ("State", None), "b": ("Person", None)}, [attack("a")])
FOUND = document(
    {"a": ("State", 0.95), "b": ("State", 1.0), "c": ("Person", 0.2)},
    [
        attack("a", confidence=0.8, role_confidence={"agent": {"a": 0.6}}),
        attack("a", sentence=3, confidence=0.5, role_confidence={"agent": {"a": 0.65}}),
    ],
)


def of(kind: Judged) -> list[tuple[float, int, float, float]]:
    [found] = [part for part in reliability([GOLD], [FOUND]) if part.judged is kind]
    return [(part.low, part.count, part.confidence, part.right) for part in found.bins]


def test_one_belongs_to_the_last_bin_and_empty_bins_are_left_out():
    assert of(Judged.ENTITIES) == [(0.2, 1, 0.2, 0.0), (0.9, 2, 0.975, 0.5)]


def test_an_event_is_right_where_gold_has_it():
    assert of(Judged.EVENTS) == [(0.5, 1, 0.5, 0.0), (0.8, 1, 0.8, 1.0)]


def test_a_role_falls_with_its_event_but_not_where_events_are_right():
    assert of(Judged.ROLES) == [(0.6, 2, 0.625, 0.5)]
    assert of(Judged.ROLES_OF_RIGHT_EVENTS) == [(0.6, 1, 0.6, 1.0)]


def test_the_error_weighs_each_bin_by_its_number():
    entities = reliability([GOLD], [FOUND])[0]
    assert entities.error == pytest.approx((0.2 + 2 * (0.975 - 0.5)) / 3, abs=1e-4)


def test_what_has_no_confidence_is_left_out():
    bare = document({"a": ("State", None)}, [attack("a")])
    assert [part.bins for part in reliability([GOLD], [bare])] == [()] * len(Judged)
    assert [part.error for part in reliability([GOLD], [])] == [0.0] * len(Judged)
