"""Annotations as they are made, one a line after its fingerprint: what was extracted before a program died is kept."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from kgbuild.store.disk import disk_errors

# A fingerprint, a tab, an annotation.
_TAB = b"\t"


class Journal:
    """An append-only file of annotations.

    Args:
        file: where it is; what is in it is kept, but for a last line that was not written to its end.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> Self:
        """Open it; raises :class:`StoreError` where that cannot be done."""
        with disk_errors(self._file):
            self._stream = self._file.open("a+b")
            self._places, self._end = self._read()
            self._stream.truncate(self._end)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it; the file stays, unless nothing is in it."""
        self._stream.close()
        if not self._end:
            self.clear()

    def __contains__(self, fingerprint: str) -> bool:
        """Return whether the annotation with this fingerprint is in it."""
        return fingerprint in self._places

    def add(self, fingerprint: str, line: str) -> None:
        r"""Write an annotation (without ``\n``); it is there from then on, whatever happens to the program.

        Raises:
            StoreError: it cannot be written.
        """
        encoded = f"{fingerprint}\t{line}\n".encode()
        with disk_errors(self._file):
            self._stream.write(encoded)
            self._stream.flush()
        self._places[fingerprint] = self._end
        self._end += len(encoded)

    def line(self, fingerprint: str) -> bytes:
        r"""Return the annotation with this fingerprint, ``\n`` at its end.

        Raises:
            KeyError: it is not in the journal.
            StoreError: it cannot be read.
        """
        with disk_errors(self._file):
            self._stream.seek(self._places[fingerprint])
            return self._stream.readline().partition(_TAB)[2]

    def clear(self) -> None:
        """Forget all that is in it, as it is in the graph now.

        Raises:
            StoreError: the file cannot be removed.
        """
        self._places, self._end = {}, 0
        with disk_errors(self._file):
            self._file.unlink(missing_ok=True)

    def _read(self) -> tuple[dict[str, int], int]:
        places, offset = {}, 0
        self._stream.seek(0)
        for line in self._stream:
            if not line.endswith(b"\n"):
                break
            places[line.partition(_TAB)[0].decode("ascii", "replace")] = offset
            offset += len(line)
        return places, offset
