"""Markdown: words without markup, the heading as title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgbuild.read import Notice
from kgbuild.read.markdown import markdown_blocks
from kgbuild.records import Article, Skipped

Read = Callable[..., list[Article | Skipped | Notice]]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("سيطرت **الهيئة** على [مورك](http://x.example) و*صوران*.", "سيطرت الهيئة على مورك وصوران."),
        ("سطر أول\nيتبعه سطر", "سطر أول يتبعه سطر"),
        ("سطر أول  \nسطر ثان", "سطر أول\nسطر ثان"),
        ("- بند\n- بند آخر\n\n> اقتباس", "بند\nبند آخر\nاقتباس"),
        ("![صورة](a.png)نص<br>آخر\n\n<div>خام</div>\n\n---", "نصآخر"),
    ],
)
def test_removes_markup(markdown: str, text: str) -> None:
    assert "\n".join(block.text for block in markdown_blocks(markdown)) == text


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        ("# العنوان\n\nالنص.", "العنوان", "النص."),
        ("---\ntitle: العنوان\n---\n# العنوان\n\nالنص.", "العنوان", "النص."),
        ("---\ntitle: عنوان آخر\n---\n# العنوان\n\nالنص.", "عنوان آخر", "العنوان\nالنص."),
        ("النص.\n\n# العنوان", "", "النص.\nالعنوان"),
    ],
)
def test_the_first_heading_is_the_title(tmp_path: Path, read: Read, content: str, title: str, text: str) -> None:
    (tmp_path / "a.md").write_text(content, encoding="utf-8")
    assert read(tmp_path / "a.md") == [Article("a", text, title)]
