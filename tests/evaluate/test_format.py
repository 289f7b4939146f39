"""The format check: the gold documents pass, each kind of breach is named."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgbuild.evaluate import check

GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"
DOCUMENT = {
    "id": "d",
    "title": "",
    "date": "2024-11-30",
    "text": "سيطرت الهيئة على مورك.\nثم انسحبت.",
    "entities": [
        {"id": "e1", "type": "ArmedGroup", "name": "الهيئة", "mentions": ["الهيئة"]},
        {"id": "e2", "type": "Settlement", "name": "مورك", "mentions": [{"text": "مورك", "start": 17, "end": 21}]},
    ],
    "events": [
        {
            "id": "v1", "type": "Seizure", "trigger": "سيطرت", "sentence": 0, "agent": ["e1"], "target": [],
            "place": ["e2"], "operation": [], "time": None, "count": None, "modality": "actual",
            "claims": [{"source": None, "stance": "asserts"}],
        }
    ],
    "relations": [{"type": "locatedIn", "subject": "e2", "object": "e1"}],
}  # fmt: skip


def test_gold_keeps_to_the_format() -> None:
    assert check(json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()) == []


@pytest.mark.parametrize(
    ("damage", "breach"),
    [
        (lambda doc: doc.pop("date"), "no date"),
        (lambda doc: doc["entities"][1].update(id="e1"), "entity id e1 stands twice"),
        (lambda doc: doc["entities"][0].update(type="Army"), "entity type Army"),
        (lambda doc: doc["entities"][0].update(mentions=["حماة"]), "mention not in the text: حماة"),
        (lambda doc: doc["entities"][0].update(mentions=[]), "entity e1 has no mention"),
        (lambda doc: doc["events"][0].update(type="War"), "event v1: type War"),
        (lambda doc: doc["events"][0].update(sentence=2), "event v1: sentence 2 of 2"),
        (lambda doc: doc["events"][0].update(sentence=1), "event v1: trigger سيطرت not in sentence 1"),
        (lambda doc: doc["events"][0].update(agent=["e9"]), "event v1: agent e9 is no entity"),
        (lambda doc: doc["events"][0].update(modality="past"), "event v1: modality past"),
        (lambda doc: doc["events"][0].update(time="السبت"), "event v1: time السبت"),
        (lambda doc: doc["events"][0].update(claims=[]), "event v1: no claim"),
        (lambda doc: doc["events"][0]["claims"][0].update(stance="doubts"), "event v1: stance doubts"),
        (lambda doc: doc["events"][0]["claims"][0].update(source="e9"), "event v1: source e9 is no entity"),
        (lambda doc: doc["relations"][0].update(type="near"), "relation type near"),
        (lambda doc: doc["relations"][0].update(object="e9"), "relation object e9 is no entity"),
    ],
)
def test_names_the_breach(damage: Callable[[dict[str, Any]], object], breach: str) -> None:
    document = copy.deepcopy(DOCUMENT)
    assert check([document]) == []
    damage(document)
    assert f"d: {breach}" in check([document])


def test_names_a_document_that_stands_twice() -> None:
    assert check([DOCUMENT, DOCUMENT]) == ["d: document stands twice"]
