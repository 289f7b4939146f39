"""Sorting more lines than fit in memory: sorted runs on disk, merged (external merge sort)."""

from __future__ import annotations

import heapq
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import count, groupby
from pathlib import Path

# Code points held in memory before a run is written: about 50 MB of Arabic lines.
_BUDGET = 16_000_000
# Runs merged at once; well under the usual limit of 1,024 open files.
_FAN_IN = 64


class LineSorter:
    """Collects lines in any order and gives them back sorted by code point, each once.

    Args:
        folder: an empty folder for the runs; it goes with :meth:`discard`.
        budget: code points held in memory.
    """

    def __init__(self, folder: Path, *, budget: int = _BUDGET) -> None:
        self._folder = folder
        self._budget = budget
        self._lines: set[str] = set()
        self._held = 0
        self._runs: list[Path] = []
        self._numbers = count()

    def add(self, line: str) -> None:
        r"""Take one line, which ends in ``\n`` and holds no other.

        Raises:
            OSError: a run cannot be written.
        """
        self._lines.add(line)
        self._held += len(line)
        if self._held >= self._budget:
            self._spill()

    def __iter__(self) -> Iterator[str]:
        """Yield the distinct lines in order; memory stays flat in their number.

        Raises:
            OSError: a run cannot be written or read.
        """
        if not self._runs:
            yield from sorted(self._lines)
            return
        self._spill()
        while len(self._runs) > _FAN_IN:
            starts = range(0, len(self._runs), _FAN_IN)
            self._runs = [self._merge(self._runs[start : start + _FAN_IN]) for start in starts]
        with ExitStack() as stack:
            yield from _merged(self._runs, stack)

    def discard(self) -> None:
        """Remove the runs and their folder; no lines can be read any more.

        Raises:
            OSError: they cannot be removed.
        """
        shutil.rmtree(self._folder)

    def _spill(self) -> None:
        self._runs.append(self._write(sorted(self._lines)))
        self._lines = set()
        self._held = 0

    def _merge(self, runs: list[Path]) -> Path:
        with ExitStack() as stack:
            merged = self._write(_merged(runs, stack))
        for run in runs:
            run.unlink()
        return merged

    def _write(self, lines: Iterable[str]) -> Path:
        run = self._folder / f"run-{next(self._numbers)}"
        with run.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
        return run


def _merged(runs: Iterable[Path], stack: ExitStack) -> Iterator[str]:
    files = [stack.enter_context(run.open(encoding="utf-8", newline="\n")) for run in runs]
    return (line for line, _ in groupby(heapq.merge(*files)))
