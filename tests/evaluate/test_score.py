"""The scorer: hand-computed cases, and agreement with the guidelines' own script where it is at hand."""

from __future__ import annotations

import copy
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kgbuild.errors import AnnotationError
from kgbuild.evaluate import score

GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"
# Path of the annotation guidelines' score.py.
REFERENCE = os.environ.get("KGBUILD_REFERENCE_SCORER")

Json = dict[str, Any]


def event(**changes: Any) -> Json:
    base = {
        "id": "v1", "type": "Seizure", "trigger": "سيطرت", "sentence": 0, "agent": ["e1"], "target": [],
        "place": ["e2", "e3"], "operation": [], "time": "2024-11-30", "count": None, "modality": "actual",
        "claims": [{"source": None, "stance": "asserts"}],
    }  # fmt: skip
    return base | changes


def document(**changes: Any) -> Json:
    base = {
        "id": "d",
        "title": "",
        "date": "2024-11-30",
        "text": "سيطرت الهيئة على مورك وصوران.",
        "entities": [
            {"id": "e1", "type": "ArmedGroup", "name": "هيئة تحرير الشام", "mentions": ["الهيئة"]},
            {"id": "e2", "type": "Settlement", "name": "مورك", "mentions": ["مورك"]},
            {"id": "e3", "type": "Settlement", "name": "صوران", "mentions": ["صوران"]},
        ],
        "events": [event()],
        "relations": [{"type": "opposedTo", "subject": "e1", "object": "e2"}],
    }
    return base | changes


def counts(gold: Json, predicted: Json) -> dict[str, tuple[int, int, int]]:
    report = score([gold], [predicted])
    return {name: (part.right, part.predicted, part.gold) for name, part in report.parts.items()}


def test_a_perfect_prediction_scores_one_everywhere() -> None:
    report = score([document()], [document()])
    assert {part.f1 for part in report.parts.values()} == {1.0}
    assert (report.modality, report.count, report.errors, report.absent) == (1.0, 1.0, (), ())


def test_an_absent_prediction_misses_all() -> None:
    report = score([document()], [])
    assert report.absent == ("d",)
    assert counts(document(), document(id="other"))["all"] == (0, 0, 10)
    assert report.parts["all"].recall == 0.0


def test_partial_prediction_by_hand() -> None:
    """One of three entities is missing and one is wrong; the event lacks one place, denies, and has a month only."""
    predicted = document(
        entities=[
            {
                "id": "x",
                "type": "ArmedGroup",
                "name": "الهيئه",
                "mentions": [{"text": "الهيئة", "start": 6, "end": 12}],
            },
            {"id": "y", "type": "Settlement", "name": "مورك", "mentions": ["مورك"]},
            {"id": "z", "type": "Person", "name": "صوران", "mentions": ["صوران"]},
        ],
        events=[
            event(
                agent=["x"],
                place=["y", "z"],
                time="2024-11",
                modality="future",
                claims=[{"source": None, "stance": "denies"}],
            )
        ],
        relations=[{"type": "opposedTo", "subject": "y", "object": "x"}],
    )
    assert counts(document(), predicted) == {
        "entities": (2, 3, 3),
        "events": (1, 1, 1),
        "roles": (2, 3, 3),
        "claims": (0, 1, 1),
        "times": (1, 1, 1),
        "relations": (1, 1, 1),
        "all": (7, 10, 10),
    }
    report = score([document()], [predicted])
    assert (report.parts["entities"].precision, report.parts["all"].f1) == (0.6667, 0.7)
    assert (report.modality, report.count) == (0.0, 1.0)
    assert report.errors == (
        "d: missed entity Settlement صوران",
        "d: wrong entity Person صوران",
        "d: Seizure 'سيطرت': missed place Settlement صوران",
        "d: Seizure 'سيطرت': wrong place Person صوران",
        "d: Seizure 'سيطرت': missed claim asserts by None",
        "d: Seizure 'سيطرت': wrong claim denies by None",
        "d: Seizure 'سيطرت': time 2024-11 for 2024-11-30",
    )


@pytest.mark.parametrize(
    ("change", "paired"),
    [
        ({"trigger": "السيطرة"}, 1),
        ({"sentence": 7}, 1),
        ({"trigger": "السيطرة", "sentence": 7}, 0),
        ({"type": "Entry"}, 0),
    ],
)
def test_events_pair_by_type_and_sentence_or_trigger(change: Json, paired: int) -> None:
    assert counts(document(), document(events=[event(**change)]))["events"] == (paired, 1, 1)


def test_the_event_with_more_agreeing_roles_is_paired_first() -> None:
    gold = document(events=[event(place=["e2"]), event(id="v2", place=["e3"])])
    predicted = document(events=[event(place=["e3"]), event(id="v2", place=["e2"])])
    assert counts(gold, predicted)["roles"] == (4, 4, 4)


def test_a_directed_relation_counts_one_way_only() -> None:
    gold = document(relations=[{"type": "locatedIn", "subject": "e2", "object": "e3"}])
    predicted = document(relations=[{"type": "locatedIn", "subject": "e3", "object": "e2"}])
    assert counts(gold, predicted)["relations"] == (0, 1, 1)


def test_a_document_that_stands_twice_is_refused() -> None:
    with pytest.raises(AnnotationError, match="d: document stands twice"):
        score([document(), document()], [])


def perturbed(documents: list[Json], seed: int) -> list[Json]:
    """Return documents with things dropped, changed and invented."""
    chance = random.Random(seed)
    wrong = copy.deepcopy(documents)
    del wrong[3]
    for item in wrong:
        item["entities"] = [entity for entity in item["entities"] if chance.random() > 0.15]
        for entity in item["entities"]:
            entity["mentions"] = entity["mentions"][: chance.randint(1, 3)]
            if chance.random() < 0.2:
                entity["name"] = chance.choice(entity["mentions"])
            if chance.random() < 0.1:
                entity["type"] = chance.choice(["Person", "State", "Settlement"])
        item["events"] += [dict(chance.choice(item["events"]), id=f"n{n}") for n in range(3)]
        chance.shuffle(item["events"])
        names = [entity["id"] for entity in item["entities"]]
        for told in item["events"]:
            told["sentence"] += chance.choice([0, 0, 0, 1])
            told["agent"] = chance.sample(names, min(len(names), chance.randint(0, 2)))
            told["type"] = chance.choice([told["type"]] * 5 + ["Attack"])
            told["time"] = chance.choice([told["time"], None, "2024", "2024-11-30"])
            told["count"] = chance.choice([told["count"], 4])
            told["modality"] = chance.choice([told["modality"], "future"])
            told["claims"] = [*told["claims"], {"source": chance.choice([None, *names]), "stance": "denies"}]
            if chance.random() < 0.3:
                told["trigger"] = {"text": told["trigger"], "start": 0, "end": 1}
        for relation in item["relations"]:
            if chance.random() < 0.5:
                relation["subject"], relation["object"] = relation["object"], relation["subject"]
    return wrong


@pytest.mark.skipif(REFERENCE is None, reason="KGBUILD_REFERENCE_SCORER does not name the guidelines' score.py")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_agrees_with_the_guidelines_scorer(tmp_path: Path, seed: int) -> None:
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    predicted = perturbed(gold, seed)
    file = tmp_path / "predicted.jsonl"
    file.write_text("".join(json.dumps(item) + "\n" for item in predicted), encoding="utf-8")
    command = [sys.executable, str(REFERENCE), str(GOLD), str(file)]
    options = ["--json", "--per-type", "--errors", "100000"]
    output = subprocess.run([*command, *options], check=True, capture_output=True, encoding="utf-8").stdout
    figures, *lines = output.splitlines()
    report = score(gold, predicted)
    assert report.as_dict() == json.loads(figures)
    types = len(report.per_type)
    assert [
        f"{row.kind:7} {row.label:26} right {row.right:4}  wrong {row.wrong:4}  missed {row.missed:4}"
        for row in report.per_type
    ] == lines[:types]
    assert list(report.errors) == lines[types:]
    assert 0 < report.parts["all"].f1 < 1
