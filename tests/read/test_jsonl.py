"""JSON Lines: two sets of keys, bad lines one by one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgbuild.read import Notice
from kgbuild.records import Article, Skipped

Read = Callable[..., list[Article | Skipped | Notice]]
TEXT = "وصل الوزير إلى دمشق."


def test_own_keys_and_corpus_keys(tmp_path: Path, read: Read) -> None:
    own = {"id": "a", "title": " عنوان\n ثان ", "date": "2024-11-30", "publisher": "وكالة", "text": TEXT, "events": []}
    corpus = {
        "id": 7, "url": "http://news.example/7", "src": "bbc", "cat": "x", "title": "عنوان", "author": "",
        "time": "Sun, 18 Feb 2018 21:35:43 +0400", "abstract": "…", "text": TEXT,
    }  # fmt: skip
    file = tmp_path / "wire.jsonl"
    file.write_text(json.dumps(own) + "\n\n" + json.dumps(corpus, ensure_ascii=False), encoding="utf-8-sig")
    assert read(file) == [
        Article("a", TEXT, "عنوان ثان", "2024-11-30", "وكالة", None),
        Article("7", TEXT, "عنوان", "2018-02-18", "bbc", "http://news.example/7"),
    ]


def test_an_item_without_id_is_called_by_url_else_by_line(tmp_path: Path, read: Read) -> None:
    file = tmp_path / "wire.jsonl"
    file.write_text(f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}", "url": "http://x.example"}}\n', encoding="utf-8")
    assert [item.id for item in read(file) if isinstance(item, Article)] == ["wire#1", "http://x.example"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "b", "text": "x"', "not JSON: Expecting ',' delimiter"),
        (b'{"id": "b", "text": "\xd9"}', "broken UTF-8 at byte 21 of the line"),
        (b'["a"]', "a JSON list, not an object"),
        (b'"text"', "a JSON str, not an object"),
        (b"[" * 100_000, "nested too deeply"),
        (b"1" * 5000, "not JSON"),
        (b'{"id": "b"}', "no text"),
        (b'{"id": "b", "text": null}', "no text"),
        (b'{"id": "b", "text": "  "}', "no text"),
        (b'{"id": "b", "text": 7}', "'text' is a JSON int, not a string"),
        (b'{"id": "b", "text": ["x"]}', "'text' is a JSON list, not a string"),
        (b'{"id": ["b"], "text": "x"}', "'id' is a JSON list, not a string"),
        (b'{"id": "b", "text": "\\u0648\\ud800"}', "half of a surrogate pair"),
        (b'{"id": "b", "text": "only English here"}', "not Arabic"),
        (b'{"id": "a", "text": "\\u0648\\u0635\\u0644"}', "id 'a' is taken by"),
    ],
)
def test_a_bad_line_is_skipped_and_the_rest_goes_on(tmp_path: Path, read: Read, line: bytes, reason: str) -> None:
    file = tmp_path / "wire.jsonl"
    good = [json.dumps({"id": name, "text": TEXT}).encode() for name in "ac"]
    file.write_bytes(b"\n".join([good[0], line, good[1]]))
    first, skipped, last = read(file)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(skipped, Skipped)
    assert skipped.where == f"{file.as_posix()}:2"
    assert reason in skipped.reason


def test_a_line_above_the_limit_is_read_past(tmp_path: Path, read: Read) -> None:
    def line(name: str, **more: Any) -> str:
        return json.dumps({"id": name, "text": TEXT, **more}, ensure_ascii=False) + "\n"

    file = tmp_path / "wire.jsonl"
    file.write_text(line("a") + line("b", pad="x" * 5000) + line("c"), encoding="utf-8")
    first, skipped, last = read(file, max_line_bytes=1000)
    assert isinstance(first, Article)
    assert skipped == Skipped(f"{file.as_posix()}:2", "read", "line longer than 1,000 bytes")
    assert isinstance(last, Article)
    assert last.id == "c"


def test_utf_16_is_refused_once(tmp_path: Path, read: Read) -> None:
    file = tmp_path / "wire.jsonl"
    file.write_text((json.dumps({"id": "a", "text": TEXT}) + "\n") * 3, encoding="utf-16")
    [skipped] = read(file)
    assert isinstance(skipped, Skipped)
    assert "UTF-16" in skipped.reason
