"""The settings of the read room, validated once."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.errors import ReadError
from kgbuild.read.dates import parse_day


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read.

    Attributes:
        date: publication day (``YYYY-MM-DD``) of items that carry none; ``None`` leaves it unknown.
        max_file_bytes: largest text, Markdown or HTML file that is read into memory.
        max_line_bytes: longest line of a JSON Lines file.
        max_characters: longest article, in code points; a longer one is a dump, not a news item.

    Raises:
        ReadError: ``date`` is not an ISO day.
    """

    date: str | None = None
    max_file_bytes: int = 20_000_000
    max_line_bytes: int = 64 * 1024 * 1024
    max_characters: int = 5_000_000

    def __post_init__(self) -> None:
        """Refuse a default date that is no date before anything is read."""
        if self.date is not None and parse_day(self.date) != self.date:
            raise ReadError(f"{self.date!r} is not a date", where="--date", hint="write it as 2024-11-30")
