"""Which documents a workspace holds, from what each was made, and how much of each file is its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import Any

from kgbuild.records import Annotation, Article
from kgbuild.store.annotations import annotation_to_json
from kgbuild.store.disk import disk_errors, own_file
from kgbuild.store.graphs import Stretch

NOWHERE = Stretch(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a workspace.

    Attributes:
        id, url: the article's.
        fingerprint: of what it was made from (:func:`article_fingerprint`, :func:`annotation_fingerprint`).
        annotator: who extracted.
        entities, events, claims, relations, words: how many it has.
        stretch: its graph in the files.
    """

    id: str
    url: str | None
    fingerprint: str
    annotator: str
    entities: int
    events: int
    claims: int
    relations: int
    words: int
    stretch: Stretch = NOWHERE

    def placed(self, stretch: Stretch | None) -> Entry:
        """Return the entry with the place of its graph; one without statements has none."""
        return replace(self, stretch=stretch or NOWHERE)


def entry_of(annotation: Annotation, fingerprint: str, annotator: str) -> Entry:
    """Return the entry of a document whose graph is not written yet."""
    article, events = annotation.article, annotation.events
    claims = sum(len(event.claims) for event in events)
    sizes = (len(annotation.entities), len(events), claims, len(annotation.relations), len(article.text.split()))
    return Entry(article.id, article.url, fingerprint, annotator, *sizes)


def article_fingerprint(article: Article, *made_by: str) -> str:
    """Return what is the same as long as an article and who extracts from it (``made_by``) are."""
    return _digest([*made_by, *astuple(article)])


def annotation_fingerprint(annotation: Annotation, *made_by: str) -> str:
    """Return what is the same as long as a given annotation and who is said to have made it are."""
    return _digest([*made_by, annotation_to_json(annotation)])


def _digest(value: list[Any]) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf-8")).hexdigest()[:32]


def read_ledger(file: Path) -> dict[str, Entry]:
    """Return the entries by id, in the order of the ids; none where there is no such file.

    Raises:
        StoreError: it cannot be read, or is not what this version writes.
    """
    if not file.is_file():
        return {}
    with own_file(file), file.open(encoding="utf-8") as lines:
        entries = map(_entry, lines)
        return {entry.id: entry for entry in entries}


def _entry(line: str) -> Entry:
    record = json.loads(line)
    return Entry(**record | {"stretch": Stretch(**record["stretch"])})


def write_ledger(file: Path, entries: Iterable[Entry]) -> None:
    """Write the entries, sorted by id.

    Raises:
        StoreError: it cannot be written.
    """
    with disk_errors(file), file.open("w", encoding="utf-8", newline="\n") as stream:
        for entry in sorted(entries, key=lambda one: one.id):
            stream.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
