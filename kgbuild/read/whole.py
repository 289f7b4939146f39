"""Reading a file that is one item: bounded, decoded, conversion announced."""

from __future__ import annotations

from typing import IO

from kgbuild.errors import ReadError
from kgbuild.read.encoding import Decoded
from kgbuild.read.notices import Notice


def read_bounded(stream: IO[bytes], where: str, limit: int) -> bytes:
    """Return all of ``stream``.

    Raises:
        ReadError: it holds more than ``limit`` bytes.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(f"larger than {limit:,} bytes", where=where, hint="write one item a line as .jsonl")
    return data


def conversion_notice(decoded: Decoded, where: str) -> list[Notice]:
    """Return the notice that a text was not UTF-8, if it was not."""
    return [Notice(where, f"converted from {decoded.encoding} to UTF-8")] if decoded.encoding else []
