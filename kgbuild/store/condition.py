"""With which settings a workspace was written, and whether its files are as they were left."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kgbuild.iris import BASE
from kgbuild.store.disk import disk_errors, own_file
from kgbuild.store.names import ANNOTATIONS, N_QUADS, SETTINGS, SHARED, STATE, TRIG, TURTLE

_PIECE = 1 << 22


@dataclass(frozen=True, slots=True)
class Condition:
    """What a build leaves beside its files.

    Attributes:
        made_with: name of a setting that shapes the graph -> its value.
        sizes: file of the graph -> its bytes.
        annotations: SHA-256 of ``annotations.jsonl``, which persons correct.
    """

    made_with: Mapping[str, str | None] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    annotations: str = ""

    def write(self, file: Path) -> None:
        """Write what :func:`read_condition` reads.

        Raises:
            StoreError: it cannot be written.
        """
        record = {"made_with": self.made_with, "sizes": self.sizes, "annotations": self.annotations}
        with disk_errors(file):
            file.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def read_condition(workspace: Path) -> Condition:
    """Return how the last build left a workspace; an empty one where there was none.

    Raises:
        StoreError: it cannot be read.
    """
    file = workspace / STATE / SETTINGS
    if not file.is_file():
        return Condition()
    with own_file(file):
        return Condition(**json.loads(file.read_text(encoding="utf-8")))


def base_of(workspace: Path) -> str:
    """Return the namespace that the data of a workspace is in; kgbuild's own for a folder without that knowledge.

    Raises:
        StoreError: it cannot be read.
    """
    return read_condition(workspace).made_with.get("base") or BASE


def present_condition(folder: Path, made_with: Mapping[str, str | None], *, inner: Path) -> Condition:
    """Return the condition that files are in.

    Args:
        folder: where the graph is.
        made_with: the settings.
        inner: where ``shared.tsv`` is.

    Raises:
        StoreError: a file cannot be read.
    """
    files = {**{name: folder / name for name in (N_QUADS, TRIG, TURTLE)}, SHARED: inner / SHARED}
    with disk_errors(folder):
        sizes = {name: file.stat().st_size if file.is_file() else 0 for name, file in files.items()}
        return Condition(dict(made_with), sizes, _sha256(folder / ANNOTATIONS))


def _sha256(file: Path) -> str:
    if not file.is_file():
        return ""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
