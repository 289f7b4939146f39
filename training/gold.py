"""Gold documents, their two halves, and their annotations laid over the pipeline's tokens."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.names.standing import stands_for_government
from kgbuild.analyse.pipeline import analyse
from kgbuild.docview import DocView
from kgbuild.records import Article

Record = dict[str, Any]
WEIGHT = "weight"
# Says that a record's events were read by someone, but its entities are what kgbuild found, and its relations are none.
UNCHECKED = "names_unchecked"


def read_gold(paths: Iterable[Path], *, weight: int = 1) -> list[Record]:
    """Return the documents of gold files, in their order; each counts ``weight`` times in learning."""
    # Not by splitlines, which takes signs within a JSON string (U+2028) for line ends.
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").split("\n") if line)
    return [{**json.loads(line), WEIGHT: weight} for line in lines]


def weight_of(record: Record) -> int:
    """Return how often a document counts."""
    return int(record.get(WEIGHT, 1))


def has_checked_names(record: Record) -> bool:
    """Return whether a document teaches of names and relations, and not of events alone."""
    return not record.get(UNCHECKED, False)


def half_of(record: Record) -> int:
    """Return the half (0 or 1) that a document belongs to, by a hash of its id."""
    return int(hashlib.sha1(record["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 2


def analysed(nlp: Language, record: Record) -> Doc:
    """Return a gold document's text with every layer marked."""
    return analyse(nlp, Article(record["id"], record["text"], record["title"], record.get("date")))


def gold_spans(record: Record, seen: DocView) -> list[tuple[int, int, Record]]:
    """Return ``(first token, last token + 1, entity)`` of every mention, longest surfaces first, without overlaps.

    Surfaces are projected on all their occurrences; one that a State shares with a
    Country or Settlement is the State where it stands for a government.
    """
    starts = {offset: token for token, offset in enumerate(seen.offsets)}
    ends = {
        offset + len(word): token + 1 for token, (offset, word) in enumerate(zip(seen.offsets, seen.words, strict=True))
    }
    bearers: dict[str, list[Record]] = {}
    for entity in record["entities"]:
        for surface in entity["mentions"]:
            bearers.setdefault(surface, []).append(entity)
    taken: set[int] = set()
    found = []
    for surface in sorted(bearers, key=lambda text: (-len(text), text)):
        for offset in _occurrences(record["text"], surface):
            first, last = starts.get(offset), ends.get(offset + len(surface))
            if first is not None and last is not None and first < last and taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                found.append((first, last, _bearer(bearers[surface], seen, first, last)))
    return sorted(found, key=lambda span: span[0])


def _occurrences(text: str, surface: str) -> Iterator[int]:
    offset = text.find(surface)
    while offset >= 0:
        yield offset
        offset = text.find(surface, offset + 1)


def _bearer(entities: list[Record], seen: DocView, first: int, last: int) -> Record:
    states = [entity for entity in entities if entity["type"] == "State"]
    others = [entity for entity in entities if entity["type"] != "State"]
    if not states or not others:
        return entities[0]
    return states[0] if stands_for_government(seen.norms, first, last) else others[0]
