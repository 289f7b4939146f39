"""Records without texts: detached, and put together again with the articles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kgbuild.errors import AnnotationError
from training.standoff import attached, detached


@pytest.fixture
def articles(record, tmp_path) -> Path:
    """The record's article as a collection holds it."""
    path = tmp_path / "articles.jsonl"
    fields = {key: record[key] for key in ("id", "title", "date", "publisher", "text")}
    path.write_text(json.dumps(fields, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_no_word_of_the_text_stays(record):
    record["relations"][0]["title"] = "محافظة"
    written = json.dumps(detached(record), ensure_ascii=False)
    assert not any("ء" <= letter <= "ي" for letter in written)


def test_the_article_gives_back_what_was_taken_out(record, articles):
    record["entities"][5]["mentions"].append("روسيا إن")
    record["entities"][5]["name"] = "روسيا إن"
    assert attached([detached(record)], [articles]) == [record]


def test_a_trigger_is_found_in_its_own_sentence(record, articles):
    record["text"] = "انسحاب. " + record["text"]
    for event in record["events"]:
        event["sentence"] += 1
    start, end = detached(record)["events"][1]["trigger"]
    assert record["text"][start:end] == "انسحاب"
    assert start > len("انسحاب")


def test_records_with_text_need_no_articles(record):
    assert attached([record], []) == [record]


def test_a_missing_article_is_named(record):
    with pytest.raises(AnnotationError, match="t1: its article is not there"):
        attached([detached(record)], [])


def test_another_text_under_the_same_id_is_refused(record, articles):
    articles.write_text(articles.read_text(encoding="utf-8").replace("السبت", "الأحد"), encoding="utf-8")
    with pytest.raises(AnnotationError, match="t1: its article has another text"):
        attached([detached(record)], [articles])


@pytest.mark.parametrize("module", ["training", "training.standoff"])
def test_from_the_command_line(module, record, tmp_path):
    gold = tmp_path / "gold.jsonl"
    content = record if module == "training.standoff" else detached(record)
    gold.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", module, str(gold)], capture_output=True, text=True, check=False)
    if module == "training":
        assert done.returncode == 2
        assert "t1: its article is not there (name its file after --articles)" in done.stderr
    else:
        assert json.loads(done.stdout) == detached(record)
