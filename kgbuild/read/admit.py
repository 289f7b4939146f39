"""From an item as found to an article: checked, cleaned, dated and named once in a run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgbuild.read.dates import parse_day
from kgbuild.read.items import RawItem, skipped
from kgbuild.read.notices import Notice
from kgbuild.read.options import ReadOptions
from kgbuild.read.script import ENOUGH, arabic_share
from kgbuild.records import Article, Skipped

_LINE_END = re.compile("\r\n?")
# Control characters other than tab and line feed: no XML or Turtle reader accepts them all.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


class Admission:
    """Turns the items of one run into articles and remembers their ids."""

    def __init__(self, options: ReadOptions) -> None:
        """Start a run in which no id is taken yet."""
        self._options = options
        self._first: dict[str, str] = {}

    def admit(self, item: RawItem) -> Iterator[Article | Skipped | Notice]:
        """Yield the article, or why there is none, with notices of what was not read."""
        text = clean(item.text)
        problem = self._problem(item, text)
        if problem:
            yield skipped(item.where, problem)
            return
        names = _names(item)
        name = next((name for name in names if name not in self._first), None)
        if name is None:
            yield skipped(item.where, f"id {names[0]!r} is taken by {self._first[names[0]]}")
            return
        self._first[name] = item.where
        date = self._date(item)
        if date is None and item.date:
            yield Notice(item.where, f"publication date ignored: {item.date!r} (write it as 2024-11-30)")
        yield Article(
            name, text, one_line(item.title), date, one_line(item.publisher) or None, one_line(item.url) or None
        )

    def _date(self, item: RawItem) -> str | None:
        """The default is for items without a date; one that cannot be read may contradict it."""
        return parse_day(item.date) if item.date else self._options.date

    def _problem(self, item: RawItem, text: str) -> str | None:
        if not text.strip():
            return "no text"
        if len(text) > self._options.max_characters:
            return f"{len(text):,} characters; an article has {self._options.max_characters:,} at most"
        given = "".join((text, item.title, item.publisher or "", item.url or "", *item.ids))
        if not _is_encodable(given):
            return "broken text: half of a surrogate pair"
        share = arabic_share(text)
        return f"not Arabic ({share:.0%} Arabic letters)" if share < ENOUGH else None


def clean(text: str) -> str:
    """Return ``text`` with line feeds as its only line ends and spaces for control characters."""
    return _CONTROL.sub(" ", _LINE_END.sub("\n", text))


def one_line(text: str | None) -> str:
    """Return a title or name without line breaks and outer space."""
    return " ".join(clean(text or "").split())


def _names(item: RawItem) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, item.ids))) or (item.where,)


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
