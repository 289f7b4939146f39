"""Files to articles: finds the files, picks the reader of each, checks what it finds."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from kgbuild.errors import ReadError
from kgbuild.read.admit import Admission
from kgbuild.read.html import read_html
from kgbuild.read.items import Found, RawItem, skipped
from kgbuild.read.jsonl import read_jsonl
from kgbuild.read.markdown import read_markdown
from kgbuild.read.notices import Notice
from kgbuild.read.options import ReadOptions
from kgbuild.read.sources import Source, find_sources, open_source
from kgbuild.read.text import read_text
from kgbuild.records import Article, Skipped

Reader = Callable[[IO[bytes], Source, ReadOptions], Iterator[Found]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".html": read_html,
    ".htm": read_html,
}
_HTML_STARTS = (b"<!doctype html", b"<html")


def read_articles(inputs: Sequence[str | Path], *, options: ReadOptions) -> Iterator[Article | Skipped | Notice]:
    """Read news items from files, folders and standard input, one at a time.

    Args:
        inputs: files (``.txt``, ``.md``, ``.jsonl``, ``.jsonl.gz``, ``.html``, ``.htm``), folders, which are
            read recursively in sorted order, and ``-`` for standard input.
        options: default date and limits.

    Yields:
        An article; or a record of what was left out and why; or a notice of what was converted
        or ignored. An item without an id is called by its path below the input folder (or its
        file name) without suffix, with ``#line`` in JSON Lines unless it has a ``url``. A second
        item of the same given id is left out.
    """
    admission = Admission(options)
    for source in find_sources(inputs):
        if isinstance(source, Skipped):
            yield source
            continue
        for found in _read(source, options):
            if isinstance(found, RawItem):
                yield from admission.admit(found)
            else:
                yield found


def _read(source: Source, options: ReadOptions) -> Iterator[Found]:
    try:
        with open_source(source) as stream:
            if source.path is None:
                yield from _read_stdin(stream, source, options)
            elif reader := _reader(source.path.name):
                yield from reader(stream, source, options)
            else:
                yield skipped(source.where, f"unknown kind of file (known: {', '.join(READERS)})")
    except ReadError as error:
        yield skipped(source.where, f"{error.what} ({error.hint})" if error.hint else error.what)
    except (OSError, EOFError, zlib.error) as error:
        yield skipped(source.where, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _reader(name: str) -> Reader | None:
    return next((reader for suffix, reader in READERS.items() if name.lower().endswith(suffix)), None)


def _read_stdin(stream: IO[bytes], source: Source, options: ReadOptions) -> Iterator[Found]:
    """JSON Lines if it starts with ``{``, a page if it starts like one, else text."""
    # Buffered so that the start can be looked at without being consumed.
    buffered = io.BufferedReader(cast("io.RawIOBase", stream))
    try:
        start = buffered.peek(1).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        reader = read_jsonl if start.startswith(b"{") else read_html if start.startswith(_HTML_STARTS) else read_text
        yield from reader(cast("IO[bytes]", buffered), source, options)
    finally:
        # Without this, the wrapper would close standard input with itself.
        buffered.detach()
