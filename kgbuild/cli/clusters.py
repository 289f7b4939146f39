"""``kgbuild evaluate --clusters``: how well events of different documents are merged, against a key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from kgbuild.cli.console import results, say_left_out, write
from kgbuild.errors import AnnotationError, ReadError
from kgbuild.settings import Settings
from kgbuild.store.disk import disk_errors
from kgbuild.summary import Summary

if TYPE_CHECKING:
    from kgbuild.evaluate import ClusterScore
    from kgbuild.records import Annotation

_COLUMNS = 4


def read_key(path: Path) -> dict[tuple[str, int], str]:
    """Return (article, offset of the trigger) -> happening, from a table of four columns; ``#`` begins a comment.

    Raises:
        StoreError: the file cannot be read.
        AnnotationError: a line is no row of a key; with its number.
    """
    with disk_errors(path):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise AnnotationError("not UTF-8", where=str(path)) from error
    key: dict[tuple[str, int], str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != _COLUMNS or not cells[1].isdecimal():
            hint = "a row is: article, offset of the trigger, trigger, happening, between tabs"
            raise AnnotationError("no row of a key", where=f"{path}:{number}", hint=hint)
        key[cells[0], int(cells[1])] = cells[3]
    return key


def cluster_quality(texts: Path, key: Path, settings: Settings) -> ClusterScore:
    """Extract, resolve and merge the articles of ``texts`` and compare the happenings with ``key`` by B-cubed.

    Raises:
        KgbuildError: a file cannot be read, or no article of it can.
    """
    from kgbuild.evaluate import b_cubed
    from kgbuild.merge import groups_in_texts, merge
    from kgbuild.resolve import resolve

    wanted = read_key(key)
    summary = Summary()
    documents = [resolve(annotation) for annotation in _annotations(texts, settings, summary)]
    say_left_out(summary)
    if not documents:
        raise ReadError("no article could be read", where=str(texts))
    return b_cubed(wanted, groups_in_texts(documents, merge(documents)))


def _annotations(texts: Path, settings: Settings, summary: Summary) -> list[Annotation]:
    from kgbuild.flow import extract_annotations
    from kgbuild.read import ReadOptions, read_articles

    return list(extract_annotations(read_articles([str(texts)], options=ReadOptions()), settings, summary))


def show_clusters(found: ClusterScore, errors: int, *, as_json: bool) -> None:
    """Show the figures and the first errors: what was missed, joined wrongly, split."""
    if as_json:
        figures = {"p": found.precision, "r": found.recall, "f1": found.f1, "gold": found.items}
        both = {"b_cubed": figures, "b_cubed_of_found": {"r": found.found_recall, "f1": found.found_f1}}
        write(json.dumps(both, ensure_ascii=False) + "\n")
    else:
        results().print(_table(found))
    wrong = [f"joined: {one} and {two}" for one, two in found.joined]
    wrong += [f"split: {name}" for name in found.split]
    wrong += [f"missed: {article} at {start}" for article, start in found.missed]
    for line in wrong[:errors]:
        results().print(line, soft_wrap=True)


def _table(found: ClusterScore) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title="B-cubed of merged events")
    table.add_column("events")
    for column in ("precision", "recall", "F1", "in gold"):
        table.add_column(column, justify="right")
    met = found.items - len(found.missed)
    rows = [("all", found.recall, found.f1, found.items), ("that were found", found.found_recall, found.found_f1, met)]
    for name, recall, f1, number in rows:
        table.add_row(name, f"{found.precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", f"{number:,}")
    return table
