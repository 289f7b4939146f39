"""The files that a list of inputs stands for: files themselves, folders walked, standard input."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from kgbuild.read.items import skipped
from kgbuild.records import Skipped

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Attributes:
        where: the path as the user would write it, or ``stdin``.
        path: the file; ``None`` is standard input.
        ids: identifiers for an item that names none: the path below the input folder (or
            the file's name) without its suffix, else the whole path.
    """

    where: str
    path: Path | None
    ids: tuple[str, ...]


def find_sources(inputs: Sequence[str | Path]) -> Iterator[Source | Skipped]:
    """Yield the files that ``inputs`` name, folders in sorted order without hidden files, each file once."""
    seen: dict[str, str] = {}
    for given in inputs:
        for source in _sources(given):
            key = source.where if isinstance(source, Skipped) or source.path is None else os.path.realpath(source.path)
            if not isinstance(source, Skipped) and key in seen:
                yield skipped(source.where, f"already read as {seen[key]}")
                continue
            seen.setdefault(key, source.where)
            yield source


@contextmanager
def open_source(source: Source) -> Iterator[IO[bytes]]:
    """Open a source for reading bytes, unzipped; standard input stays open afterwards."""
    if source.path is None:
        yield sys.stdin.buffer
    elif source.path.name.lower().endswith(".gz"):
        with gzip.open(source.path, "rb") as stream:
            yield cast("IO[bytes]", stream)
    else:
        with source.path.open("rb") as stream:
            yield stream


def _sources(given: str | Path) -> Iterator[Source | Skipped]:
    if given == STDIN:
        yield Source("stdin", None, ("stdin",))
        return
    path = Path(given)
    if path.is_dir():
        yield from _walk(path)
    else:
        yield _file(path, path.name)


def _file(path: Path, name: str) -> Source | Skipped:
    where = _printable(path.as_posix())
    if not path.exists():
        return skipped(where, "no such file or folder")
    if not path.is_file():
        return skipped(where, "not a regular file")
    return Source(where, path, (_printable(_stem(name)), where))


def _walk(folder: Path) -> Iterator[Source | Skipped]:
    errors: list[OSError] = []
    visited: set[str] = set()
    empty = True
    for root, folders, files in os.walk(folder, onerror=errors.append, followlinks=True):
        # A link back to a folder above would otherwise be walked for ever.
        visited.add(os.path.realpath(root))
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and os.path.realpath(Path(root, name)) not in visited
        )
        for name in sorted(name for name in files if not name.startswith(".")):
            empty = False
            path = Path(root, name)
            yield _file(path, path.relative_to(folder).as_posix())
    for error in errors:
        yield skipped(_printable(str(error.filename)), f"folder cannot be read: {error.strerror}")
    if empty and not errors:
        yield skipped(_printable(folder.as_posix()), "folder holds no files")


def _stem(name: str) -> str:
    stem = name.removesuffix(".gz")
    return stem.removesuffix(Path(stem).suffix) or name


def _printable(path: str) -> str:
    """Names that are not UTF-8 carry surrogates, which no output file can hold."""
    return os.fsencode(path).decode("utf-8", errors="replace")
