"""Where the files that ship with kgbuild are: ontology, queries and word lists."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _shipped(folder: str) -> Path:
    """A wheel carries the folder inside the package; a checkout has it beside."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def ontology_file(name: str) -> Path:
    """Return the path of ``ontology/<name>``."""
    return _shipped("ontology") / name


def queries_folder() -> Path:
    """Return the folder of the shipped ``.rq`` files."""
    return _shipped("queries")


def data_file(room: str, name: str) -> Path:
    """Return the path of a room's data file, ``kgbuild/<room>/data/<name>``."""
    return _PACKAGE / room / "data" / name


@cache
def data_rows(room: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a tab-separated data file, without comments (``#``) and blank lines."""
    lines = data_file(room, name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))
