"""Judgements as CSV, out for judging in a spreadsheet and in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from kgbuild.cli.review_sides import Shown, reasons_in
from kgbuild.errors import AnnotationError
from kgbuild.merge import By, Judgement, Kind, Side, Verdict, judgement
from kgbuild.store.disk import disk_errors

COLUMNS = (
    "decision", "note", "score", "reasons_ar", "reasons_en", "left_publisher", "left_date", "left_headline",
    "left_sentence", "left_words", "right_publisher", "right_date", "right_headline", "right_sentence", "right_words",
    "kind", "left", "left_document", "left_sentence_index", "right", "right_document", "right_sentence_index",
)  # fmt: skip
NEEDED = ("decision", "kind", "left", "right")
ANSWERS = {
    "s": Verdict.SAME, "same": Verdict.SAME, "نفسه": Verdict.SAME,
    "d": Verdict.DIFFERENT, "different": Verdict.DIFFERENT, "مختلف": Verdict.DIFFERENT,
    "u": Verdict.UNSURE, "unsure": Verdict.UNSURE, "لا أدري": Verdict.UNSURE,
}  # fmt: skip
# What a spreadsheet would take for a formula; the text of an article is not to run there.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(judgements: Iterable[Judgement], shown: Mapping[Side, Shown]) -> str:
    """Return judgements as CSV with a head; ``decision`` is empty, for the person to fill."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    for found in judgements:
        row = {"score": found.score, "reasons_ar": reasons_in(found, "ar"), "reasons_en": reasons_in(found, "en")}
        row |= {"kind": found.kind.value, **_side("left", found.left, shown), **_side("right", found.right, shown)}
        table.writerow(row)
    return out.getvalue()


def _side(name: str, side: Side, shown: Mapping[Side, Shown]) -> dict[str, str | int | None]:
    told = shown.get(side, Shown())
    return {
        name: side.iri,
        f"{name}_words": _harmless(side.words),
        f"{name}_document": side.document,
        f"{name}_sentence_index": side.sentence,
        f"{name}_publisher": _harmless(told.publisher),
        f"{name}_date": told.date,
        f"{name}_headline": _harmless(told.headline),
        f"{name}_sentence": _harmless(told.sentence),
    }


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def from_csv(path: Path) -> list[Judgement]:
    """Return the judgements of the rows whose ``decision`` is filled; all rows are read before any is taken.

    Needed are the columns of :data:`NEEDED`; the others may be gone, and be in any order.

    Raises:
        StoreError: the file cannot be read.
        AnnotationError: a needed column is missing, or a row's decision is none; with its line.
    """
    with disk_errors(path):
        try:
            # Excel writes a byte order mark.
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            hint = "save it as CSV UTF-8"
            raise AnnotationError("not UTF-8", where=str(path), hint=hint) from error
    head = text.partition("\n")[0]
    # Excel separates by semicolons where the comma is the decimal sign.
    table = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
    if missing:
        raise AnnotationError(f"no column {', '.join(missing)}", where=str(path))
    rows = ((row, f"{path}:{table.line_num}") for row in table)
    return [_row(row, where) for row, where in rows if (row["decision"] or "").strip()]


def _row(row: Mapping[str, str | None], where: str) -> Judgement:
    given = {name: (value or "").strip() for name, value in row.items() if name is not None and isinstance(value, str)}
    verdict = ANSWERS.get(given["decision"].lower())
    if verdict is None:
        hint = "same, different or unsure; or leave it empty"
        raise AnnotationError(f"decision is {given['decision']!r}", where=where, hint=hint)
    try:
        left, right = (_side_of(given, name) for name in ("left", "right"))
        kind = Kind(given.get("kind", ""))
        return judgement(left, right, verdict, By.PERSON, kind=kind, note=given.get("note") or None)
    except ValueError as error:
        raise AnnotationError(str(error), where=where) from error


def _side_of(given: Mapping[str, str], name: str) -> Side:
    if not given.get(name):
        raise ValueError(f"no {name}")
    index = given.get(f"{name}_sentence_index", "")
    return Side(
        given[name],
        given.get(f"{name}_words", ""),
        given.get(f"{name}_document") or None,
        int(index) if index.isdecimal() else None,
    )
