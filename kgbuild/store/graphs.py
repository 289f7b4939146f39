"""The two files that keep the documents' graphs apart, written from the earlier ones and what is new.

Both are sorted by graph, so each graph is one stretch of bytes: what did not change is copied unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from kgbuild.store.disk import disk_errors
from kgbuild.store.names import N_QUADS, TRIG
from kgbuild.store.turtle import Row, abbreviation, header, turtle_blocks

# Bytes copied at once.
_PIECE = 1 << 22


@dataclass(frozen=True, slots=True)
class Stretch:
    """How many statements a graph has, and the bytes that it takes in both files."""

    quads: int
    n_quads: int
    trig: int


class GraphFiles:
    """Writes ``graph.nq`` and ``graph.trig``; the graphs have to come in the order of their IRIs.

    Args:
        draft: folder of the new files.
        before: folder of the earlier ones; ``None`` where nothing of them is taken over.
        base: namespace of the data.
    """

    def __init__(self, draft: Path, before: Path | None, base: str) -> None:
        self._draft = draft
        self._before = before
        self._header = header(base).encode()
        self._shorten = abbreviation(base)
        self._at = Stretch(0, 0, len(self._header))

    def __enter__(self) -> Self:
        """Open the files; raises :class:`StoreError` where that cannot be done."""
        with ExitStack() as stack:
            self._n_quads, self._trig = (self._open(stack, self._draft / name, "wb") for name in (N_QUADS, TRIG))
            if self._before:
                self._old = [self._open(stack, self._before / name, "rb") for name in (N_QUADS, TRIG)]
            self._write(self._trig, TRIG, self._header)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """Close the files."""
        with disk_errors(self._draft):
            self._stack.close()

    def skip(self, stretch: Stretch) -> None:
        """Pass over the next graph of the earlier files."""
        self._at = Stretch(0, self._at.n_quads + stretch.n_quads, self._at.trig + stretch.trig)

    def keep(self, stretch: Stretch) -> None:
        """Copy the next graph of the earlier files.

        Raises:
            StoreError: that cannot be done.
        """
        for old, offset, size, new, name in (
            (self._old[0], self._at.n_quads, stretch.n_quads, self._n_quads, N_QUADS),
            (self._old[1], self._at.trig, stretch.trig, self._trig, TRIG),
        ):
            with disk_errors(self._draft / name):
                old.seek(offset)
                for start in range(0, size, _PIECE):
                    new.write(old.read(min(_PIECE, size - start)))
        self.skip(stretch)

    def rows(self, graph: str, stretch: Stretch) -> Iterator[Row]:
        """Yield the statements of the next graph of the earlier files, which is called ``graph``.

        Raises:
            StoreError: they cannot be read.
        """
        end = len(f" {graph} .\n".encode())
        with disk_errors(self._draft / N_QUADS):
            self._old[0].seek(self._at.n_quads)
            lines = self._old[0].read(stretch.n_quads).split(b"\n")[:-1]
        for line in lines:
            subject, predicate, value = line[: 1 - end].decode().split(" ", 2)
            yield subject, predicate, value

    def add(self, graph: str, rows: Iterable[Row]) -> Stretch:
        """Write a new graph.

        Raises:
            StoreError: the disk is full or cannot be written.
        """
        held = list(rows)
        lines = "".join(f"{subject} {predicate} {value} {graph} .\n" for subject, predicate, value in held).encode()
        blocks = "".join(turtle_blocks(held, self._shorten, indent="  "))
        group = f"{self._shorten(graph)} {{\n{blocks}}}\n\n".encode()
        self._write(self._n_quads, N_QUADS, lines)
        self._write(self._trig, TRIG, group)
        return Stretch(len(held), len(lines), len(group))

    def _write(self, file: IO[bytes], name: str, data: bytes) -> None:
        with disk_errors(self._draft / name):
            file.write(data)

    def _open(self, stack: ExitStack, path: Path, mode: str) -> IO[bytes]:
        with disk_errors(path):
            file: IO[bytes] = stack.enter_context(path.open(mode))
            return file
