"""Bad and good inputs end to end: nothing stops a run, nothing is lost without a record."""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from kgbuild.errors import ReadError
from kgbuild.read import Notice, ReadOptions
from kgbuild.records import Article, Skipped

Read = Callable[..., list[Article | Skipped | Notice]]
EXAMPLES = Path(__file__).parents[2] / "examples"


def only_skipped(found: list[Article | Skipped | Notice]) -> str:
    """Return the reason of the one record that there is."""
    [record] = found
    assert isinstance(record, Skipped)
    assert record.stage == "read"
    return record.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\t\r\n ", "empty file"),
        ("bom.txt", b"\xef\xbb\xbf \n", "no text"),
        ("head.txt", "---\ntitle: عنوان\n---\n".encode(), "no text"),
        ("report.txt", b"%PDF-1.7\n...", "binary file: a PDF"),
        ("report.md", b"PK\x03\x04....", "binary file: a ZIP"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, "broken UTF-8 at byte 0"),
        ("nul.txt", "حلب\0حماة".encode(), "binary file: NUL bytes"),
        ("report.docx", b"anything", "unknown kind of file"),
        ("noname", b"anything", "unknown kind of file"),
        ("english.txt", b"Rebels took the town of Morek on Saturday.", "not Arabic (0% Arabic letters)"),
        ("mixed.txt", "Rebels took the town of Morek مورك.".encode(), "not Arabic (14% Arabic letters)"),
        ("digits.txt", b"2024 - 11 - 30", "not Arabic (0% Arabic letters)"),
        ("empty.jsonl", b"", "empty file"),
        ("page.html", b"<html><head><title>x</title></head><body><script>var a</script></body></html>", "without text"),
        ("menu.html", "<html><body><nav>سياسة</nav><footer>اتصل بنا</footer></body></html>".encode(), "without text"),
        ("deep.html", b"<div>" * 5000 + "نص".encode(), "without text"),
        ("wire.jsonl.gz", b"not gzip", "cannot be read"),
    ],
)
def test_a_bad_file_is_skipped_with_its_reason(
    tmp_path: Path, read: Read, name: str, content: bytes, reason: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    found = read(file)
    assert reason in only_skipped(found)
    assert found[0].where == file.as_posix()  # type: ignore[union-attr]


def test_utf8_broken_in_one_place_is_not_taken_for_windows_1256(tmp_path: Path, read: Read, news: str) -> None:
    start = news[:10].encode()
    (tmp_path / "a.txt").write_bytes(start + b"\xff" + news[10:].encode())
    assert only_skipped(read(tmp_path / "a.txt")) == f"broken UTF-8 at byte {len(start)} (save it as UTF-8)"


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("length", [40, None])
def test_old_arabic_encodings_are_converted_and_said_so(
    tmp_path: Path, read: Read, news: str, encoding: str, length: int | None
) -> None:
    (tmp_path / "old.txt").write_bytes(news[:length].encode(encoding))
    notice, article = read(tmp_path / "old.txt")
    assert isinstance(article, Article)
    assert article.text == news[:length].strip()
    assert isinstance(notice, Notice)
    assert "converted from" in notice.reason


def test_utf8_needs_no_notice_and_line_ends_become_line_feeds(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffقُتل مدني.\r\nوأُصيب\x0b آخر.\r".encode())
    [article] = read(tmp_path / "a.txt")
    assert article == Article("a", "قُتل مدني.\nوأُصيب  آخر.")


def test_a_missing_date_stays_unknown_and_a_default_fills_only_the_gap(tmp_path: Path, read: Read, news: str) -> None:
    (tmp_path / "a.txt").write_text(news, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"---\ndate: 2024-12-01\n---\n{news}", encoding="utf-8")
    assert [item.date for item in read(tmp_path) if isinstance(item, Article)] == [None, "2024-12-01"]
    dated = read(tmp_path, date="2024-11-30")
    assert [item.date for item in dated if isinstance(item, Article)] == ["2024-11-30", "2024-12-01"]


def test_a_date_that_cannot_be_read_is_announced_and_not_replaced(tmp_path: Path, read: Read, news: str) -> None:
    (tmp_path / "a.txt").write_text(f"---\ndate: السبت 2 نيسان 2016\n---\n{news}", encoding="utf-8")
    article, notice = sorted(read(tmp_path, date="2024-11-30"), key=lambda item: type(item).__name__)
    assert isinstance(article, Article)
    assert article.date is None
    assert isinstance(notice, Notice)
    assert "السبت 2 نيسان 2016" in notice.reason


@pytest.mark.parametrize("date", ["30.11.2024", "2024-11-31", "2024-11", "Sat, 30 Nov 2024 10:00:00 +0300", ""])
def test_the_default_date_has_to_be_iso(date: str) -> None:
    with pytest.raises(ReadError, match="is not a date"):
        ReadOptions(date=date)


def test_an_article_of_20_megabytes_is_skipped_by_its_size(tmp_path: Path, read: Read, news: str) -> None:
    big = news * (20_000_000 // len(news.encode()))
    (tmp_path / "big.jsonl").write_text(
        json.dumps({"id": "big", "text": big}, ensure_ascii=False) + "\n" + json.dumps({"id": "small", "text": news}),
        encoding="utf-8",
    )
    skipped, article = read(tmp_path / "big.jsonl")
    assert isinstance(skipped, Skipped)
    assert "an article has 5,000,000 at most" in skipped.reason
    assert isinstance(article, Article)
    assert article.id == "small"


def test_a_file_above_the_limit_is_skipped(tmp_path: Path, read: Read, news: str) -> None:
    (tmp_path / "a.txt").write_text(news, encoding="utf-8")
    assert "larger than 100 bytes" in only_skipped(read(tmp_path / "a.txt", max_file_bytes=100))


def test_folders_are_read_recursively_in_order_without_hidden_files(tmp_path: Path, read: Read, news: str) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "notes.pdf"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(news, encoding="utf-8")
    found = read(tmp_path)
    assert [item.id if isinstance(item, Article) else item.reason[:12] for item in found] == [
        "a", "b", "unknown kind", "sub/c",
    ]  # fmt: skip


def test_links_in_circles_end(tmp_path: Path, read: Read, news: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(news, encoding="utf-8")
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    skipped, article = read(tmp_path)
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "no such file or folder"
    assert isinstance(article, Article)


def test_paths_that_cannot_be_read_are_skipped(tmp_path: Path, read: Read) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    reasons = [item.reason for item in read(tmp_path / "pipe.txt", tmp_path / "absent.txt", tmp_path / "empty")]  # type: ignore[union-attr]
    assert reasons == ["not a regular file", "no such file or folder", "folder holds no files"]


def test_a_forbidden_file_is_skipped_and_the_rest_goes_on(
    tmp_path: Path, read: Read, news: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(news, encoding="utf-8")
    opened = Path.open

    def forbidding(path: Path, mode: str) -> IO[Any]:
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", forbidding)
    skipped, article = read(tmp_path)
    assert skipped == Skipped((tmp_path / "a.txt").as_posix(), "read", "cannot be read: Permission denied")
    assert isinstance(article, Article)


def test_a_file_given_twice_is_read_once(tmp_path: Path, read: Read, news: str) -> None:
    (tmp_path / "a.txt").write_text(news, encoding="utf-8")
    article, skipped = read(tmp_path, tmp_path / "a.txt")
    assert isinstance(article, Article)
    assert isinstance(skipped, Skipped)
    assert "already read as" in skipped.reason


def test_files_of_one_name_keep_apart_and_a_given_id_may_stand_once(tmp_path: Path, read: Read, news: str) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(news, encoding="utf-8")
        (tmp_path / folder / "b.txt").write_text(f"---\nid: given\n---\n{news}", encoding="utf-8")
    found = read(tmp_path / "x", tmp_path / "y")
    ids = [item.id for item in found if isinstance(item, Article)]
    assert ids == ["a", "given", (tmp_path / "y" / "a.txt").as_posix()]
    assert [item.reason for item in found if isinstance(item, Skipped)] == [
        f"id 'given' is taken by {(tmp_path / 'x' / 'b.txt').as_posix()}"
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("نزح أهالي حماة.", ("stdin", "نزح أهالي حماة.")),
        ('\n{"id": "a", "text": "نزح أهالي حماة."}', ("a", "نزح أهالي حماة.")),
        ('{"text": "نزح أهالي حماة."}', ("stdin#1", "نزح أهالي حماة.")),
        ("<!DOCTYPE html><html><body><p>نزح أهالي حماة.</p></body></html>", ("stdin", "نزح أهالي حماة.")),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, read: Read, content: str, expected: tuple[str, str]) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(content.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    [article] = read("-")
    assert isinstance(article, Article)
    assert (article.id, article.text) == expected
    assert not stdin.closed


def test_a_truncated_gzip_keeps_what_came_before(tmp_path: Path, read: Read, news: str) -> None:
    lines = "".join(json.dumps({"id": str(n), "text": f"{news} {n * 7919}"}) + "\n" for n in range(500))
    whole = gzip.compress(lines.encode())
    (tmp_path / "wire.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *articles, last = read(tmp_path / "wire.jsonl.gz")
    assert articles
    assert isinstance(last, Skipped)
    assert "cannot be read" in last.reason


def test_the_examples_are_all_read(read: Read) -> None:
    found = read(EXAMPLES)
    assert len(found) >= 10
    assert all(isinstance(item, Article) and item.title and item.date and item.publisher for item in found)
