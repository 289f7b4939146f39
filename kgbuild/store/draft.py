"""New files of a workspace, which take their places together: all of them or none, whenever the program dies.

They are made in a draft folder. One renaming, which the file system does at once or not at all, turns that into a
finished one; from then on the next program that opens the workspace moves what is still in it to its place.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from kgbuild.store.disk import disk_errors, flush_to_disk
from kgbuild.store.names import CENSUS, DERIVED, INFERRED, LEDGER, MERGED, SETTINGS, SHARED, STATE

_DRAFT, _FINISHED = "draft", "finished"
_INNER = frozenset({CENSUS, LEDGER, SETTINGS, SHARED})


def begin_draft(workspace: Path) -> Path:
    """Return an empty folder for the new files; a draft that an earlier program left is thrown away.

    Raises:
        StoreError: it cannot be made.
    """
    draft = workspace / STATE / _DRAFT
    with disk_errors(workspace):
        drop_draft(workspace)
        draft.mkdir(parents=True)
    return draft


def drop_draft(workspace: Path) -> None:
    """Throw the draft away, if there is one."""
    shutil.rmtree(workspace / STATE / _DRAFT, ignore_errors=True)


def publish(workspace: Path) -> None:
    """Put the files of the draft in their places; what was derived from the earlier graph goes.

    Raises:
        StoreError: a file cannot be written or moved.
    """
    draft = workspace / STATE / _DRAFT
    for file in sorted(draft.iterdir()):
        with disk_errors(workspace / file.name):
            flush_to_disk(file)
    with disk_errors(workspace):
        flush_to_disk(draft)
        draft.rename(draft.with_name(_FINISHED))
    complete(workspace)


def complete(workspace: Path) -> None:
    """Move what a program that died after finishing its draft had not moved yet.

    Raises:
        StoreError: a file cannot be moved.
    """
    finished = workspace / STATE / _FINISHED
    if not finished.is_dir():
        return
    for name in (MERGED, DERIVED, INFERRED):
        with disk_errors(workspace / name):
            (workspace / name).unlink(missing_ok=True)
    for file in sorted(finished.iterdir()):
        place = (workspace / STATE if file.name in _INNER else workspace) / file.name
        with disk_errors(place):
            file.replace(place)
    with disk_errors(workspace):
        flush_to_disk(workspace)
        finished.rmdir()
