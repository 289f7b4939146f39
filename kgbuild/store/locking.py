"""One program at a time in a workspace."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kgbuild.store.disk import disk_errors
from kgbuild.store.names import LOCK, STATE

_LOG = logging.getLogger(__name__)


@contextmanager
def locked(workspace: Path) -> Iterator[None]:
    """Keep other programs out of a workspace; if one is in there, say so and wait for it.

    The lock is the operating system's, so it goes with the program that holds it, however that ends.

    Raises:
        StoreError: the folder cannot be written.
    """
    file = workspace / STATE / LOCK
    with disk_errors(workspace):
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(file)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            _LOG.warning("another program is at work in %s; waiting for it", workspace)
            lock.acquire()
    try:
        yield
    finally:
        lock.release()
