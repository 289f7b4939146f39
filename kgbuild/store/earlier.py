"""Sorted files of an earlier build, read on while a new one is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import IO, Generic, TypeVar

# Between two subjects of a Turtle file stands an empty line; within strings, line ends are escaped.
_BETWEEN = b"\n\n"
_PIECE = 1 << 22

Part = TypeVar("Part")


class Earlier(Generic[Part]):
    """The parts of a file, each under its subject, in the order of the subjects.

    Args:
        parts: ``(subject, part)``; each subject once, sorted.
    """

    def __init__(self, parts: Iterable[tuple[str, Part]]) -> None:
        self._parts = iter(parts)
        self._next = next(self._parts, None)

    def before(self, subject: str | None = None) -> Iterator[tuple[str, Part]]:
        """Yield and pass the parts of all subjects before ``subject``; ``None``: all that are left."""
        while self._next is not None and (subject is None or self._next[0] < subject):
            yield self._next
            self._next = next(self._parts, None)

    def take(self, subject: str) -> Part | None:
        """Return and pass the part of ``subject``, if it comes next."""
        if self._next is None or self._next[0] != subject:
            return None
        part = self._next[1]
        self._next = next(self._parts, None)
        return part


def turtle_parts(file: IO[bytes], expand: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """Yield the subject and block of each thing in a file that :mod:`kgbuild.store.turtle` wrote."""
    rest = b""
    is_header = True
    while piece := file.read(_PIECE):
        blocks = (rest + piece).split(_BETWEEN)
        rest = blocks.pop()
        for block in blocks[1:] if is_header else blocks:
            yield expand(block[: block.index(b" ")].decode()), block + _BETWEEN
        is_header = is_header and not blocks


def counted_parts(file: IO[str]) -> Iterator[tuple[str, list[str]]]:
    r"""Yield each thing of ``shared.tsv`` with its lines: ``subject\tnumber``, then ``subject fact\tnumber`` a fact."""
    for subject, lines in groupby(file, key=lambda line: line.partition("\t")[0].partition(" ")[0]):
        yield subject, list(lines)
