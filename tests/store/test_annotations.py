"""Annotations to JSON Lines and back, without loss and without half-written files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgbuild.errors import StoreError
from kgbuild.labels import EntityType, EventType, Modality, RelationType, Role, Stance
from kgbuild.read import read_annotations
from kgbuild.records import Annotation, Article, Claim, Entity, Event, Mention, Relation
from kgbuild.store.annotations import annotation_to_json, write_annotations

GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"
FULL = Annotation(
    Article("d", "سيطرت الهيئة على مورك.\nنفت الوزارة سقوطها السبت.", "عنوان", "2024-11-30", "وكالة", "http://x.example"),
    (
        Entity("e1", EntityType.ARMED_GROUP, "الهيئة", (Mention("الهيئة", 6, 12),), 0.75),
        Entity("e2", EntityType.GOVERNMENT_BODY, "الوزارة", (Mention("الوزارة", 27, 34),)),
    ),
    (
        Event(
            "v1", EventType.SEIZURE, Mention("سيطرت", 0, 5), 0, ("e1",), ("e2",), (), (), "2024-11-30",
            Mention("السبت", 42, 47), 4, Modality.HYPOTHETICAL, (Claim(None), Claim("e2", Stance.DENIES, 1)),
            (Mention("سقوطها", 35, 41),), 0.5,
            {Role.AGENT: {"e1": 0.75}, Role.TARGET: {"e2": 1}},
        ),
        Event("v2", EventType.ATTACK, Mention("نفت", 23, 26), 1),
    ),
    (Relation(RelationType.HOLDS_POSITION, "e1", "e2", "وزير", 1), Relation(RelationType.PART_OF, "e1", "e2")),
)  # fmt: skip


def test_round_trip_of_every_field(tmp_path: Path) -> None:
    assert write_annotations(tmp_path / "a.jsonl", [FULL]) == 1
    assert list(read_annotations(tmp_path / "a.jsonl")) == [FULL]


def test_round_trip_of_gold_and_same_bytes_again(tmp_path: Path) -> None:
    gold = [item for item in read_annotations(GOLD) if isinstance(item, Annotation)]
    assert write_annotations(tmp_path / "a.jsonl", gold) == len(gold) > 0
    again = [item for item in read_annotations(tmp_path / "a.jsonl") if isinstance(item, Annotation)]
    assert again == gold
    write_annotations(tmp_path / "b.jsonl", again)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_keys_are_the_format_s_and_unknown_extras_are_absent() -> None:
    wanted = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    plain = Annotation(Article("d", "نفت", "", "2024-11-30"), FULL.entities[1:], FULL.events[1:], FULL.relations[1:])
    found = annotation_to_json(plain)
    assert list(found) == list(wanted)
    for part in ("entities", "events"):
        assert list(found[part][0]) == list(wanted[part][0])
    assert found["publisher"] is None
    assert found["events"][0]["trigger"] == {"text": "نفت", "start": 23, "end": 26}
    assert list(found["events"][0]["claims"][0]) == ["source", "stance"]
    assert list(found["relations"][0]) == ["type", "subject", "object"]


def test_a_failure_leaves_the_earlier_file_and_no_other(tmp_path: Path) -> None:
    def failing() -> Iterator[Annotation]:
        yield FULL
        raise RuntimeError("stop")

    target = tmp_path / "a.jsonl"
    target.write_text("earlier", encoding="utf-8")
    with pytest.raises(RuntimeError, match="stop"):
        write_annotations(target, failing())
    assert [file.name for file in tmp_path.iterdir()] == ["a.jsonl"]
    assert target.read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize("name", ["absent/a.jsonl", "file/a.jsonl", "folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match=f"{name}: cannot be written"):
        write_annotations(tmp_path / name, [FULL])
    assert not list(tmp_path.glob(".*"))
