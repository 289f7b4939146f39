"""``kgbuild explain``: one document for a reader's eyes."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import RECORD

HOSTILE = "قصف الجيش السوري مدينة حماة السبت. <script>alert('x')</script> وقتل 3 مدنيين."


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "records.jsonl"
    second = {**RECORD, "id": "a-2", "title": "الثاني"}
    path.write_text("".join(json.dumps(item) + "\n" for item in (RECORD, second)), encoding="utf-8")
    return path


def test_records_are_shown_as_they_are(kgbuild, record):
    result = kgbuild("explain", record)
    assert result.exit_code == 0, result.output
    assert "\u2068<قصف v1>\u2069" in result.stdout
    assert "\u2068[الجيش السوري agent]\u2069" in result.stdout
    assert "  agent     \u2068الجيش السوري\u2069  e1" in result.stdout
    assert "  says so   the article itself" in result.stdout
    assert "--id a-2" in result.stderr


def test_an_annotator_that_is_asked_for_extracts_anew(kgbuild, record):
    assert "frame of Shelling" in kgbuild("explain", record, "--annotator", "rules").stdout


def test_a_document_is_chosen_by_its_id(kgbuild, record):
    assert "الثاني" in kgbuild("explain", record, "--id", "a-2").stdout


def test_an_unknown_id_is_one_line(kgbuild, record):
    result = kgbuild("explain", record, "--id", "a-9")
    assert result.exit_code == 2
    assert result.stderr == "Error: no document is called 'a-9' (there are: a-1, a-2)\n"


def test_a_page_of_a_text_runs_none_of_it(kgbuild, tmp_path):
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    page = tmp_path / "page.html"
    result = kgbuild("explain", tmp_path / "a.txt", "--date", "2024-11-30", "--html", page)
    assert result.exit_code == 0, result.output
    written = page.read_text(encoding="utf-8")
    assert "<script" not in written
    assert "&lt;script&gt;" in written
    assert "event model" in written
    kgbuild("explain", tmp_path / "a.txt", "--date", "2024-11-30", "--html", tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


def test_a_terminal_gets_no_escape_sequence_of_the_text(kgbuild, tmp_path):
    text = {**RECORD, "text": RECORD["text"] + " \x1b]0;x\x07"}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(text) + "\n", encoding="utf-8")
    assert "\x1b" not in kgbuild("explain", path).stdout


@pytest.mark.parametrize(
    ("given", "reason"),
    [("absent.jsonl", "no document could be read"), ("empty.jsonl", "no document could be read")],
)
def test_nothing_to_show_is_one_error(kgbuild, tmp_path, given, reason):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    result = kgbuild("explain", tmp_path / given)
    assert result.exit_code == 2
    assert f"Error: {reason}" in result.stderr


def test_a_page_that_cannot_be_written_is_one_error(kgbuild, record, tmp_path):
    result = kgbuild("explain", record, "--html", tmp_path / "absent" / "page.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
