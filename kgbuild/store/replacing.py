"""A file that appears whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pyoxigraph import Quad

from kgbuild.errors import StoreError
from kgbuild.store.disk import disk_errors


@contextmanager
def replacing(target: Path) -> Iterator[IO[str]]:
    """A file beside ``target``, UTF-8, that takes its place once it is complete."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    draft.touch()
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Write ``text`` to ``target``; an earlier file stays as it was where that fails.

    Raises:
        StoreError: the file cannot be written.
    """
    try:
        with replacing(target) as stream:
            stream.write(text)
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror}", where=str(target)) from error


def write_quads(target: Path, quads: Iterable[Quad]) -> None:
    """Write ``quads`` to ``target`` as N-Quads in their order; its folder is made, an earlier file replaced.

    Raises:
        StoreError: the file cannot be written.
    """
    with disk_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    write_text(target, "".join(f"{quad} .\n" for quad in quads))
