"""Plain text, with or without a head of ``key: value`` lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from kgbuild.read.encoding import decode
from kgbuild.read.items import Found, RawItem
from kgbuild.read.notices import Notice
from kgbuild.read.options import ReadOptions
from kgbuild.read.sources import Source
from kgbuild.read.whole import conversion_notice, read_bounded

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a text file and what follows it.

    Attributes:
        fields: key (lower case) -> value without its quotes; keys other than ``id``, ``title``,
            ``date``, ``publisher`` and ``url`` are of no use here.
        body: the text after the head.
        unread: lines of the head that are not ``key: value``.
    """

    fields: dict[str, str]
    body: str
    unread: tuple[str, ...] = ()


def read_text(stream: IO[bytes], source: Source, options: ReadOptions) -> Iterator[Found]:
    """Yield the one item of a ``.txt`` file, its line breaks kept.

    Raises:
        ReadError: the file is empty, too large, binary or badly encoded.
    """
    decoded = decode(read_bounded(stream, source.where, options.max_file_bytes), source.where)
    yield from conversion_notice(decoded, source.where)
    head = split_front_matter(decoded.text)
    yield from unread_notices(head, source.where)
    yield item_from(head, source, text=head.body, title=head.fields.get("title", ""))


def item_from(head: FrontMatter, source: Source, *, text: str, title: str) -> RawItem:
    """Return the item that a file's head and body make."""
    fields = head.fields
    given = fields.get("id")
    return RawItem(
        where=source.where,
        text=text.strip(),
        ids=(given,) if given else source.ids,
        title=title,
        date=fields.get("date"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
    )


def unread_notices(head: FrontMatter, where: str) -> Iterator[Notice]:
    """Yield a notice for each line of the head that is not ``key: value``."""
    for line in head.unread:
        yield Notice(where, f"front matter line ignored: {line!r} is not 'key: value'")


def split_front_matter(text: str) -> FrontMatter:
    """Split off the lines between an opening and a closing ``---``, if ``text`` starts with them."""
    lines = text.lstrip().splitlines(keepends=True)
    marks = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE][:2]
    if marks[:1] != [0] or len(marks) == 1:
        return FrontMatter({}, text)
    head = [line.strip() for line in lines[1 : marks[1]] if line.strip()]
    pairs = [line.partition(":") for line in head]
    fields = {key.strip().lower(): _unquoted(value.strip()) for key, colon, value in pairs if colon}
    unread = tuple(line for line, (_, colon, _) in zip(head, pairs, strict=True) if not colon)
    return FrontMatter(fields, "".join(lines[marks[1] + 1 :]), unread)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
