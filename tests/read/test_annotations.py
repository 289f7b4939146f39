"""Annotation files: gold is read whole, each breach of the format is named."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgbuild.errors import AnnotationError
from kgbuild.labels import EventType, Modality, Role, Stance
from kgbuild.read import annotation_from_json, read_annotations
from kgbuild.records import Annotation, Claim, Mention, Skipped
from kgbuild.sentences import split_sentences

GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"
TEXT = "سيطرت الهيئة على مورك، ومقتل جندي ومقتل مدني السبت.\nنفت الوزارة سقوط مورك."
Json = dict[str, Any]


def event(**changes: Any) -> Json:
    base = {
        "id": "v1", "type": "Seizure", "trigger": "سيطرت", "sentence": 0, "agent": ["e1"], "target": [],
        "place": ["e2"], "operation": [], "time": "2024-11", "count": None, "modality": "actual",
        "claims": [{"source": None, "stance": "asserts"}],
    }  # fmt: skip
    return base | changes


@pytest.fixture
def document() -> Json:
    return {
        "id": "d", "title": "هيئة تحرير الشام", "date": "2024-11-30", "publisher": None, "text": TEXT,
        "entities": [
            {"id": "e1", "type": "ArmedGroup", "name": "الهيئة", "mentions": ["الهيئة", "هيئة تحرير الشام"]},
            {"id": "e2", "type": "Settlement", "name": "مورك", "mentions": [{"text": "مورك", "start": 17, "end": 21}]},
        ],
        "events": [event()],
        "relations": [{"type": "locatedIn", "subject": "e2", "object": "e1"}],
    }  # fmt: skip


def test_gold_is_read_without_loss() -> None:
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = list(read_annotations(GOLD))
    assert len(found) == len(gold)
    for annotation, wanted in zip(found, gold, strict=True):
        assert isinstance(annotation, Annotation)
        text = annotation.article.text
        assert text == wanted["text"]
        for entity, given in zip(annotation.entities, wanted["entities"], strict=True):
            assert {mention.text for mention in entity.mentions} == set(given["mentions"])
            assert all(text[mention.start : mention.end] == mention.text for mention in entity.mentions)
        sentences = split_sentences(text)
        for told, given in zip(annotation.events, wanted["events"], strict=True):
            start, end = sentences[given["sentence"]]
            assert text[told.trigger.start : told.trigger.end] == given["trigger"]
            assert start <= told.trigger.start < told.trigger.end <= end
            assert len(told.claims) == len(given["claims"])
        starts = [(told.type, told.trigger.start) for told in annotation.events]
        assert len(set(starts)) == len(starts)
        assert len(annotation.relations) == len(wanted["relations"])


def test_surfaces_get_offsets_and_title_only_surfaces_are_left_out(document: Json) -> None:
    document["entities"][1]["mentions"] = ["مورك"]
    first, second = annotation_from_json(document).entities
    assert first.mentions == (Mention("الهيئة", 6, 12),)
    assert second.mentions == (Mention("مورك", 17, 21), Mention("مورك", 69, 73))


def test_a_second_event_of_one_word_takes_the_next_occurrence(document: Json) -> None:
    document["events"] = [event(id=name, type="Killing", trigger="مقتل") for name in ("v1", "v2")]
    assert [told.trigger.start for told in annotation_from_json(document).events] == [24, 35]


def test_optional_keys(document: Json) -> None:
    document["entities"][0]["confidence"] = 0.5
    document["events"] = [
        event(
            confidence=1,
            count=1,
            modality="future",
            time_text={"text": "السبت", "start": 45, "end": 50},
            mentions=["سقوط"],
            claims=[{"source": "e1", "stance": "denies", "sentence": 1}],
        )
    ]
    document["relations"][0] |= {"title": "وزير", "sentence": 1}
    annotation = annotation_from_json(document)
    [told] = annotation.events
    assert (told.type, told.modality, told.count, told.confidence) == (EventType.SEIZURE, Modality.FUTURE, 1, 1)
    assert told.time_text == Mention("السبت", 45, 50)
    assert told.mentions == (Mention("سقوط", 64, 68),)
    assert told.claims == (Claim("e1", Stance.DENIES, 1),)
    assert annotation.entities[0].confidence == 0.5
    assert (annotation.relations[0].title, annotation.relations[0].sentence) == ("وزير", 1)


def test_the_confidence_of_a_role_counts_while_its_filler_stands(document: Json) -> None:
    figures = {"agent": {"e1": 0.5, "e2": 0.9}, "target": {"e2": 0.4}}
    document["events"] = [event(agent=["e1"], target=[], role_confidence=figures)]
    assert annotation_from_json(document).events[0].role_confidence == {Role.AGENT: {"e1": 0.5}}


@pytest.mark.parametrize(
    ("damage", "breach"),
    [
        (lambda doc: doc.pop("id"), "document: no 'id'"),
        (lambda doc: doc.update(text=""), "d: no 'text'"),
        (lambda doc: doc.update(text=["x"]), "d: 'text' is ['x'], not a string"),
        (lambda doc: doc.update(text="\ud800"), "d: 'text' is '\\ud800', not a string"),
        (lambda doc: doc.update(date="30/11/2024"), "d: date '30/11/2024' is no ISO day"),
        (lambda doc: doc.pop("entities"), "d: 'entities' is not a list"),
        (lambda doc: doc.update(relations=["x"]), "d: 'relations' holds 'x', not an object"),
        (lambda doc: doc["entities"][1].update(id="e1"), "d: entity e1: id stands twice"),
        (lambda doc: doc["entities"][0].update(type="Army"), "no EntityType is called 'Army'; there are: Person"),
        (lambda doc: doc["entities"][0].update(mentions=["حماة"]), "d: entity e1: mention not in the text: 'حماة'"),
        (lambda doc: doc["entities"][0].update(mentions=[]), "d: entity e1: no mention in the text"),
        (lambda doc: doc["entities"][0].update(confidence=2), "'confidence' is 2, not a number from 0 to 1"),
        (
            lambda doc: doc["entities"][1]["mentions"][0].update(start=16, end=20),
            "d: entity e2: text[16:20] is ' مور', not 'مورك'",
        ),
        (lambda doc: doc["events"].append(event()), "d: event v1: id stands twice"),
        (lambda doc: doc["events"][0].update(type=None), "no EventType is called None"),
        (lambda doc: doc["events"][0].update(sentence=2), "d: event v1: sentence 2 of 2"),
        (lambda doc: doc["events"][0].update(sentence=-1), "'sentence' is -1, not a whole number"),
        (lambda doc: doc["events"][0].update(sentence=1), "d: event v1: 'سيطرت' is not in sentence 1"),
        (
            lambda doc: doc["events"][0].update(trigger={"text": "نفت", "start": 52, "end": 55}),
            "d: event v1: 'نفت' at 52 is not in sentence 0",
        ),
        (lambda doc: doc["events"][0].update(trigger=None), "None is neither a surface nor an object"),
        (lambda doc: doc["events"][0].update(agent=["e9"]), "d: event v1: agent 'e9' is no entity"),
        (lambda doc: doc["events"][0].update(agent=[{}]), "d: event v1: agent {} is no entity"),
        (lambda doc: doc["events"][0].update(time="2024-13"), "d: event v1: time '2024-13' is no ISO day"),
        (lambda doc: doc["events"][0].update(time="السبت"), "is no ISO day, month or year"),
        (lambda doc: doc["events"][0].update(count="4"), "'count' is '4', not a whole number"),
        (lambda doc: doc["events"][0].update(modality="past"), "no Modality is called 'past'"),
        (lambda doc: doc["events"][0].update(claims=[]), "d: event v1: no claim"),
        (lambda doc: doc["events"][0].update(role_confidence=[]), "'role_confidence' is [], not an object"),
        (lambda doc: doc["events"][0].update(role_confidence={"agent": 1}), "role_confidence of 'agent' is 1, not"),
        (lambda doc: doc["events"][0].update(role_confidence={"victim": {}}), "no Role is called 'victim'"),
        (
            lambda doc: doc["events"][0].update(agent=["e1"], role_confidence={"agent": {"e1": 2}}),
            "role_confidence of agent: 'e1' is 2, not a number from 0 to 1",
        ),
        (lambda doc: doc["events"][0]["claims"][0].update(source="e9"), "d: event v1: source 'e9' is no entity"),
        (lambda doc: doc["events"][0]["claims"][0].update(stance="x"), "no Stance is called 'x'"),
        (lambda doc: doc["relations"][0].update(object=None), "d: relation: no 'object'"),
        (lambda doc: doc["relations"][0].update(subject="e9"), "d: relation: subject 'e9' is no entity"),
    ],
)
def test_names_the_breach(document: Json, damage: Callable[[Json], object], breach: str) -> None:
    annotation_from_json(copy.deepcopy(document))
    damage(document)
    with pytest.raises(AnnotationError) as error:
        annotation_from_json(document)
    assert breach in str(error.value)


def test_a_bad_document_is_skipped_and_the_rest_goes_on(tmp_path: Path, document: Json) -> None:
    bad = document | {"id": "bad", "events": [event(sentence=9)]}
    file = tmp_path / "a.jsonl"
    lines = [json.dumps(item) for item in (bad, document, document)]
    file.write_text("\n".join([*lines, "{"]), encoding="utf-8")
    skipped, annotation, twice, broken = read_annotations(file)
    assert skipped == Skipped(f"{file}:1", "read", "bad: event v1: sentence 9 of 2")
    assert isinstance(annotation, Annotation)
    assert twice == Skipped(f"{file}:3", "read", f"document 'd' stands already at {file}:2")
    assert isinstance(broken, Skipped)
    assert "not JSON" in broken.reason


def test_an_absent_file_is_skipped(tmp_path: Path) -> None:
    [skipped] = read_annotations(tmp_path / "absent.jsonl")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "cannot be read: No such file or directory"
