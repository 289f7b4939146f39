"""What the format modules hand on: an item as its file gives it, not yet checked."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.read.notices import Notice
from kgbuild.records import Skipped


@dataclass(frozen=True, slots=True)
class RawItem:
    """One news item as found in a file.

    Attributes:
        where: file, or file and line.
        text: the body.
        ids: identifiers in order of preference; a given one stands alone, derived ones have a fallback.
        date: publication date as written.
    """

    where: str
    text: str
    ids: tuple[str, ...]
    title: str = ""
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


Found = RawItem | Skipped | Notice


def skipped(where: str, reason: str) -> Skipped:
    """Return the record of an input that this room leaves out."""
    return Skipped(where, "read", reason)
