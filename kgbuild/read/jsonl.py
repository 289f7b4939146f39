"""JSON Lines: one news item a line, in kgbuild's keys or in those of the ANT corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from kgbuild.errors import ReadError
from kgbuild.read.items import Found, RawItem, skipped
from kgbuild.read.options import ReadOptions
from kgbuild.read.sources import Source
from kgbuild.records import Skipped

_BOM = b"\xef\xbb\xbf"
# Keys in order of preference: kgbuild's own, then the ANT corpus's (antcorpus.multisource).
_DATE = ("date", "time")
_PUBLISHER = ("publisher", "src")


@dataclass(frozen=True, slots=True)
class JsonLine:
    """A JSON object and the file and line that it stands on."""

    where: str
    number: int
    value: Mapping[str, Any]


def read_jsonl(stream: IO[bytes], source: Source, options: ReadOptions) -> Iterator[Found]:
    """Yield an item for each line of a ``.jsonl`` file, line by line.

    An item without ``id`` is called by its ``url``, else by the file and line.

    Raises:
        ReadError: the file is binary.
    """
    nothing = True
    for line in json_lines(stream, source.where, options.max_line_bytes):
        nothing = False
        yield line if isinstance(line, Skipped) else _item(line, source)
    if nothing:
        yield skipped(source.where, "empty file")


def json_lines(stream: IO[bytes], where: str, limit: int) -> Iterator[JsonLine | Skipped]:
    """Yield the JSON objects of ``stream``, blank lines left out, each bad line as a record of its own.

    Raises:
        ReadError: the stream starts with a line that is no text.
    """
    for number, line in _bounded_lines(stream, limit):
        place = f"{where}:{number}"
        if line is None:
            yield skipped(place, f"line longer than {limit:,} bytes")
        elif line.strip():
            yield _parsed(line, place, number)


def _bounded_lines(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; ``None`` for one above the limit, which is read past in pieces."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield number, None


def _parsed(line: bytes, place: str, number: int) -> JsonLine | Skipped:
    if number == 1 and b"\0" in line:
        raise ReadError("binary file, or UTF-16: NUL bytes", where=place, hint="JSON Lines are UTF-8 text")
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return skipped(place, f"broken UTF-8 at byte {error.start} of the line (JSON Lines have to be UTF-8)")
    except ValueError as error:
        return skipped(place, f"not JSON: {error}")
    except RecursionError:
        return skipped(place, "not an item: JSON nested too deeply")
    if not isinstance(value, dict):
        return skipped(place, f"a JSON {type(value).__name__}, not an object (write one object a line)")
    return JsonLine(place, number, value)


def _item(line: JsonLine, source: Source) -> RawItem | Skipped:
    try:
        fields = {key: _text(line, key) for key in ("text", "title", "url", *_DATE, *_PUBLISHER)}
        given = _identifier(line) or (fields["url"] or "").strip()
    except ReadError as error:
        return skipped(line.where, error.what)
    if not fields["text"]:
        return skipped(line.where, "no text (the body has to stand under the key 'text')")
    return RawItem(
        where=line.where,
        text=fields["text"],
        ids=(given,) if given else tuple(f"{name}#{line.number}" for name in source.ids),
        title=fields["title"] or "",
        date=_first(fields, _DATE),
        publisher=_first(fields, _PUBLISHER),
        url=fields["url"],
    )


def _text(line: JsonLine, key: str) -> str | None:
    value = line.value.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ReadError(f"'{key}' is a JSON {type(value).__name__}, not a string")


def _identifier(line: JsonLine) -> str | None:
    """Databases number their items: an integer names one as well as a string does."""
    value = line.value.get("id")
    name = str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(line, "id")
    return name.strip() if name else None


def _first(fields: Mapping[str, str | None], keys: tuple[str, ...]) -> str | None:
    return next((fields[key] for key in keys if fields[key]), None)
