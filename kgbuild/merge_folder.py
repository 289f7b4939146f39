"""The conductor of merging: a folder that build wrote -> ``merged.nq`` and ``judgements.jsonl`` in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kgbuild.errors import AnnotationError, StoreError
from kgbuild.iris import BASE
from kgbuild.merge import Judgement, Merged, by_person, from_json, in_order, merge, merged_quads, to_json
from kgbuild.read import read_annotations
from kgbuild.records import Knowledge, Skipped
from kgbuild.resolve import KnownPlaces, resolve
from kgbuild.store.condition import read_condition
from kgbuild.store.locking import locked
from kgbuild.store.names import ANNOTATIONS, MERGED
from kgbuild.store.replacing import write_quads, write_text

JUDGEMENTS = "judgements.jsonl"


def merge_events(folder: Path, *, places: KnownPlaces | None = None) -> Merged:
    """Write ``merged.nq`` and ``judgements.jsonl`` into ``folder``, from its annotations and persons' judgements.

    The annotations are resolved anew, one document at a time, which is faster than reading the graph.

    Args:
        folder: what ``kgbuild build`` wrote.
        places: the places that are known, which have to be those that the graph was built with, so that the IRIs are
            the same; ``None``: those that come with kgbuild.

    Raises:
        StoreError: there are no annotations in the folder, it was built with another gazetteer, or something in it
            cannot be read or written.
        AnnotationError: a line of an earlier ``judgements.jsonl`` is none.
    """
    source = folder / ANNOTATIONS
    if not source.is_file():
        hint = "a folder that `kgbuild build` wrote has one"
        raise StoreError(f"no {ANNOTATIONS} here", where=str(folder), hint=hint)
    with locked(folder):
        base = _base(folder, places.digest if places else None)
        merged = merge(_resolved(source, base, places), by_person(read_judgements(folder)), base=base)
        write_quads(folder / MERGED, merged_quads(merged.happenings, base))
        write_judgements(folder, merged.judgements)
    return merged


def _base(folder: Path, gazetteer: str | None) -> str:
    made_with = read_condition(folder).made_with
    if made_with.get("gazetteer") != gazetteer:
        hint = "give the one that it was built with, or build it with this one"
        raise StoreError("was built with another gazetteer", where=str(folder), hint=hint)
    return made_with.get("base") or BASE


def _resolved(source: Path, base: str, places: KnownPlaces | None) -> Iterator[Knowledge]:
    for item in read_annotations(source):
        # What build wrote it can read; a line that somebody broke since then would be missing without a word.
        if isinstance(item, Skipped):
            raise AnnotationError(item.reason, where=item.where)
        yield resolve(item, base=base, places=places)


def read_judgements(folder: Path) -> list[Judgement]:
    """Return the judgements in a folder, none where there is no file of them.

    Raises:
        StoreError: the file cannot be read.
        AnnotationError: a line is no judgement; with its number.
    """
    path = folder / JUDGEMENTS
    if not path.exists():
        return []
    try:
        # Not by splitlines, which takes signs within a JSON string (U+2028) for line ends.
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise StoreError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise AnnotationError("not UTF-8", where=str(path)) from error
    return [_judgement(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _judgement(line: str, where: str) -> Judgement:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise AnnotationError(f"not JSON: {error}", where=where) from error
    if not isinstance(record, dict):
        raise AnnotationError("not a judgement: no JSON object", where=where)
    return from_json(record, where)


def write_judgements(folder: Path, judgements: Iterable[Judgement]) -> None:
    """Write ``judgements.jsonl``, sorted, whole or not at all.

    Raises:
        StoreError: it cannot be written.
    """
    lines = (json.dumps(to_json(found), ensure_ascii=False) + "\n" for found in in_order(judgements))
    write_text(folder / JUDGEMENTS, "".join(lines))
