"""``kgbuild evaluate``: the figures, and the check of the format."""

from __future__ import annotations

import json

import pytest


def test_gold_against_itself_is_perfect(kgbuild, gold):
    result = kgbuild("evaluate", gold, gold, "--json")
    assert result.exit_code == 0, result.output
    figures = json.loads(result.output)
    assert {figures[part]["f1"] for part in ("entities", "events", "roles", "claims", "times", "relations")} == {1.0}


def test_errors_and_types_are_shown(kgbuild, records, tmp_path):
    other = tmp_path / "other.jsonl"
    text = records.read_text(encoding="utf-8").splitlines()[0].replace('"Shelling"', '"AirStrike"')
    other.write_text(text + "\n", encoding="utf-8")
    result = kgbuild("evaluate", records, other, "--per-type", "--errors", "2")
    assert result.exit_code == 0, result.output
    assert "a-1: missed event Shelling 'قصف' in sentence 0" in result.output
    assert "AirStrike" in result.output
    assert "1 of 2 documents have no prediction" in result.output


def test_the_rightness_of_each_confidence_is_shown(kgbuild, record, tmp_path):
    record["events"][0] |= {"confidence": 0.82, "role_confidence": {"agent": {"e1": 0.4}}}
    path = tmp_path / "sure.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    shown = kgbuild("evaluate", path, path, "--reliability").output
    assert "events, off by 0.180" in shown
    assert ["0.4", "to", "0.5", "0.40", "1.00", "1"] in [line.split() for line in shown.splitlines()]
    figures = json.loads(kgbuild("evaluate", path, path, "--reliability", "--json").output)
    assert [part["error"] for part in figures["reliability"]] == [0.0, 0.18, 0.6, 0.6]


def test_check_tells_breaches(kgbuild, records, gold):
    result = kgbuild("evaluate", "--check", gold, records)
    assert result.exit_code == 1
    assert "1 breaches of the format in 2 files" in result.output


@pytest.mark.parametrize("text", ["{}\n", '{"id": "a"}\n', "[1]\n", "no json\n", '{"id": "a", "entities": 3}\n'])
def test_what_is_no_gold_is_one_line(kgbuild, tmp_path, text):
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    result = kgbuild("evaluate", path, path)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1


def test_three_files_are_too_many(kgbuild, gold):
    assert kgbuild("evaluate", gold, gold, gold).exit_code == 2
