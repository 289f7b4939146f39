"""What a person needs to see for judging: the sentences, headlines and days of both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kgbuild.merge import Judgement, Kind, Side, entity_features, features
from kgbuild.read import read_annotations
from kgbuild.records import Skipped
from kgbuild.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Shown:
    """One side as it is shown: who published it when, under which headline, in which sentence; empty where unknown."""

    publisher: str = ""
    date: str = ""
    headline: str = ""
    sentence: str = ""


def shown_sides(judgements: Iterable[Judgement], annotations: Path) -> dict[Side, Shown]:
    """Return what is shown of each side, reading the annotations once; a document that is gone has nothing to show.

    Raises:
        StoreError: the file cannot be read.
    """
    wanted: dict[str, set[Side]] = {}
    for found in judgements:
        for side in (found.left, found.right):
            if side.document is not None:
                wanted.setdefault(side.document, set()).add(side)
    if not wanted or not annotations.is_file():
        return {}
    shown: dict[Side, Shown] = {}
    for item in read_annotations(annotations):
        if isinstance(item, Skipped):
            continue
        article = item.article
        sides = wanted.get(article.id, ())
        spans = split_sentences(article.text) if sides else []
        for side in sides:
            sentence = ""
            if side.sentence is not None and side.sentence < len(spans):
                sentence = " ".join(article.text[slice(*spans[side.sentence])].split())
            shown[side] = Shown(article.publisher or "", article.date or "", article.title, sentence)
    return shown


def reasons_in(found: Judgement, language: str) -> str:
    """Return the reasons of a judgement in words, in ``ar`` or ``en``, with what each adds to the score."""
    known = entity_features() if found.kind is Kind.ENTITY else features()
    words = []
    for name in found.reasons:
        # A reason of an earlier version may be gone.
        feature = known.get(name)
        if feature:
            words.append(f"{feature.arabic if language == 'ar' else feature.english} ({feature.weight:+g})")
    return ("، " if language == "ar" else ", ").join(words)
