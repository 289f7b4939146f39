"""Front matter of text files."""

from __future__ import annotations

import pytest

from kgbuild.read.text import split_front_matter


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        (
            "---\ntitle: عنوان: فرعي\nDate : 2024-11-30\n---\nنص\n",
            {"title": "عنوان: فرعي", "date": "2024-11-30"},
            "نص\n",
        ),
        ('---\r\npublisher: "وكالة"\r\n---\r\nنص', {"publisher": "وكالة"}, "نص"),
        ("---\nurl: 'http://x.example/a:b'\n---\nنص", {"url": "http://x.example/a:b"}, "نص"),
        ("\n---\n---\nنص\n---\nنص", {}, "نص\n---\nنص"),
        ("---\ntitle: بلا نهاية\nنص", {}, "---\ntitle: بلا نهاية\nنص"),
        ("نص\n---\ntitle: x\n---\n", {}, "نص\n---\ntitle: x\n---\n"),
        ('---\ntitle: "\n---\n', {"title": '"'}, ""),
    ],
)
def test_splits_head_from_body(text: str, fields: dict[str, str], body: str) -> None:
    found = split_front_matter(text)
    assert (found.fields, found.body) == (fields, body)


def test_reports_lines_that_are_no_pair() -> None:
    assert split_front_matter("---\ntitle: x\n- tag\n---\n").unread == ("- tag",)
