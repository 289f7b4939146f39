"""Records without texts: detached, and put together again with the articles."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kgbuild.errors import AnnotationError
from training.gold import UNCHECKED, read_gold
from training.standoff import attached, detached

ROOT = Path(__file__).parents[2]
SHIPPED = [
    ROOT / "tests" / "gold" / name for name in ("articles.jsonl", "article_events.jsonl", "article_events_2.jsonl")
]


@pytest.fixture
def articles(record, tmp_path) -> Path:
    """The record's article as a collection holds it."""
    path = tmp_path / "articles.jsonl"
    fields = {key: record[key] for key in ("id", "title", "date", "publisher", "text")}
    path.write_text(json.dumps(fields, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_no_word_of_the_text_stays(record):
    record["relations"][0]["title"] = "محافظة"
    record["events"][0]["time_text"] = {"text": "السبت", "start": 24, "end": 29}
    record["events"][0]["mentions"] = ["سيطرت"]
    record["events"][1]["claims"][0]["sentence"] = "ونفت وزارة الدفاع السورية"
    written = json.dumps(detached(record), ensure_ascii=False)
    assert not any("ء" <= letter <= "ي" for letter in written)


def test_the_article_gives_back_what_was_taken_out(record, articles):
    record["entities"][5]["mentions"].append("روسيا إن")
    record["entities"][5]["name"] = "روسيا إن"
    assert attached([detached(record)], [articles]) == [record]


def test_offsets_that_a_record_has_are_kept(record, articles):
    given = copy.deepcopy(record)
    start = record["text"].rindex("مورك")
    given["entities"][1]["mentions"] = [{"text": "مورك", "start": start, "end": start + 4}]
    given["events"][0]["trigger"] = {"text": "سيطرت", "start": 0, "end": 5}
    assert detached(given)["entities"][1]["mentions"] == [[start, start + 4]]
    assert attached([detached(given)], [articles]) == [record]


def test_whole_words_are_taken_before_parts_of_words(record):
    record["text"] = record["text"].replace("الفصائل", "المورك الفصائل")
    start, end = detached(record)["entities"][1]["mentions"][0]
    assert record["text"][start - 1 : end] == " مورك"


def test_a_trigger_is_found_in_its_own_sentence(record):
    record["text"] = "انسحاب. " + record["text"] + " انسحاب."
    for event in record["events"]:
        event["sentence"] += 1
    start, end = detached(record)["events"][1]["trigger"]
    assert record["text"][start:end] == "انسحاب"
    assert len("انسحاب") < start < record["text"].rindex("انسحاب")


def test_a_trigger_of_another_sentence_is_refused(record):
    record["events"][1]["sentence"] = 0
    with pytest.raises(AnnotationError, match="t1: a mention or trigger is not in its text"):
        detached(record)


def test_records_with_text_need_no_articles(record):
    assert attached([record], []) == [record]


def test_a_missing_article_is_named(record):
    with pytest.raises(AnnotationError, match="t1: its article is not there"):
        attached([detached(record)], [])


def test_a_file_that_cannot_be_read_is_named(record, tmp_path):
    with pytest.raises(AnnotationError, match=r"none\.jsonl: cannot be read"):
        attached([detached(record)], [tmp_path / "none.jsonl"])


def test_another_text_under_the_same_id_is_refused(record, articles):
    articles.write_text(articles.read_text(encoding="utf-8").replace("السبت", "الأحد"), encoding="utf-8")
    with pytest.raises(AnnotationError, match="t1: its article has another text"):
        attached([detached(record)], [articles])


def test_detaching_from_the_command_line(record, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    assert json.loads(run("training.standoff", gold).stdout) == detached(record)


def test_training_names_what_it_lacks(record, tmp_path):
    pytest.importorskip("sklearn", reason="needs the extra `training`")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(detached(record)) + "\n", encoding="utf-8")
    done = run("training", gold)
    assert done.returncode == 2
    assert "t1: its article is not there (name its file after --articles)" in done.stderr


def test_of_unchecked_names_only_those_of_events_are_kept(record, articles):
    record[UNCHECKED] = True
    kept = detached(record)
    assert [entity["id"] for entity in kept["entities"]] == ["e1", "e2", "e4", "e5"]
    (back,) = attached([kept], [articles])
    assert (back[UNCHECKED], back["events"]) == (True, record["events"])


def test_what_an_event_has_not_is_not_written(record):
    assert set(detached(record)["events"][0]) == {"id", "type", "trigger", "agent", "place", "time"}


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_records_hold_no_text(shipped):
    assert not re.search("[ء-ي]", shipped.read_text(encoding="utf-8"))


def test_no_document_is_annotated_twice():
    gold = [record["id"] for record in read_gold([*SHIPPED, SHIPPED[0].with_name("held_out.jsonl")])]
    assert len(set(gold)) == len(gold)


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_records_are_sound(shipped):
    for record in read_gold([shipped]):
        known = {entity["id"] for entity in record["entities"]}
        spans = [span for entity in record["entities"] for span in entity["mentions"]]
        assert all(0 <= start < end for start, end in (*spans, *(event["trigger"] for event in record["events"])))
        roles = ("agent", "target", "place", "operation")
        named = {ref for event in record["events"] for role in roles for ref in event.get(role, [])}
        assert named <= known
        assert {end for relation in record["relations"] for end in (relation["subject"], relation["object"])} <= known
