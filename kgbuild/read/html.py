"""Saved web pages: the article's body by trafilatura, its day only from what the page declares."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import IO

from trafilatura import bare_extraction, load_html

from kgbuild.errors import ReadError
from kgbuild.read.encoding import decode
from kgbuild.read.items import Found, RawItem
from kgbuild.read.notices import Notice
from kgbuild.read.options import ReadOptions
from kgbuild.read.page_date import declared_day
from kgbuild.read.sources import Source
from kgbuild.read.whole import conversion_notice, read_bounded

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
# Not the article's own words; left in, trafilatura joins title, day and body of short items to one line.
_NOT_BODY = ["//nav", "//aside", "//footer", "//h1", "//time"]
# A page without text is reported as a record, not on standard error.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read_html(stream: IO[bytes], source: Source, options: ReadOptions) -> Iterator[Found]:
    """Yield the one item of an ``.html`` file, a paragraph a line.

    Raises:
        ReadError: the file is empty, too large, binary or badly encoded, or holds no text.
    """
    data = read_bounded(stream, source.where, options.max_file_bytes)
    charset = _CHARSET.search(data[:_HEAD_BYTES])
    decoded = decode(data, source.where, charset[1].decode("ascii") if charset else None)
    yield from conversion_notice(decoded, source.where)
    item, unread = _extract(decoded.text, source)
    for date in unread:
        yield Notice(source.where, f"publication date ignored: {date!r} is not an ISO or RFC 2822 date")
    yield item


def _extract(page: str, source: Source) -> tuple[RawItem, tuple[str, ...]]:
    tree = load_html(page)
    found = None
    if tree is not None:
        found = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            prune_xpath=_NOT_BODY,
        )
    if tree is None or found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise ReadError("HTML page without text", where=source.where)
    title = found.title or ""
    # trafilatura's own date falls back on any number that looks like a year: not used.
    day = declared_day(tree, found.url)
    item = RawItem(
        where=source.where,
        text=(found.text or "").strip(),
        ids=source.ids,
        title=title,
        date=day.date,
        publisher=found.sitename,
        url=found.url,
    )
    return item, day.unread
