"""Failures of the disk as errors that name the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kgbuild.errors import StoreError

ANEW = "kgbuild build --anew begins without what the folder holds"


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn any ``OSError`` (no space, no permission, no such folder) into a :class:`StoreError` about ``path``."""
    try:
        yield
    except OSError as error:
        raise StoreError(error.strerror or str(error), where=str(path)) from error


@contextmanager
def own_file(path: Path) -> Iterator[None]:
    """Turn any failure to read a file that kgbuild wrote for itself into a :class:`StoreError` about it."""
    try:
        with disk_errors(path):
            yield
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError("is damaged, or another version of kgbuild wrote it", where=str(path), hint=ANEW) from error


def flush_to_disk(path: Path) -> None:
    """Wait until a written file, or the entries of a folder, are on the disk itself."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
