"""Time expressions in Arabic text, resolved, and the spaCy component that marks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.date_grammar import read_calendar
from kgbuild.analyse.day_grammar import read_clock, read_day
from kgbuild.analyse.number_words import cardinal_words, ordinal_words
from kgbuild.analyse.span_grammar import read_anaphor, read_length, read_near, read_phase
from kgbuild.analyse.time_expressions import Anaphor, Expression, Found, TimeKind
from kgbuild.analyse.time_resolution import resolve
from kgbuild.analyse.time_words import Word, first_words
from kgbuild.analyse.visible import visible_norms
from kgbuild.analyse.year_grammar import read_year
from kgbuild.days import days_after, is_day
from kgbuild.docview import Layer, Marked, write_layer

Reader = Callable[[Sequence[str], int], Found | None]

QUOTES = {"«": "»", '"': '"', "“": "”", "'": "'", "‹": "›"}
FIELDS = ("values", "kinds", "futures", "offsets")
# Where two readers take as much, the first one's reading holds.
_READERS: tuple[Reader, ...] = (
    read_day,
    read_calendar,
    read_year,
    read_phase,
    read_near,
    read_anaphor,
    read_length,
    read_clock,
)
_FIRST_CLASSES = frozenset(
    (
        Word.DEICTIC,
        Word.PART,
        Word.DAYPART,
        Word.DAY_WORD,
        Word.MONTH_WORD,
        Word.YEAR_WORD,
        Word.PHASE,
        Word.THIS,
        Word.SAME_BEFORE,
        Word.ANAPHOR,
        Word.ANCHOR,
        Word.AGO,
        Word.AFTER,
        Word.SINCE,
        Word.WITHIN,
        Word.DURING,
        Word.FEW,
        Word.CLOCK,
    )
)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression, ``tokens[start:end]``.

    Attributes:
        value: ISO day, month (``YYYY-MM``) or year; ``None`` where the text does not let one resolve it.
        kind: what sort of time it is.
        future: the value if the event lies ahead of the publication, where the expression leaves that open.
        offset: for relative times, days from the date that they are counted from.
    """

    start: int
    end: int
    value: str | None
    kind: TimeKind
    future: str | None = None
    offset: int | None = None


def find_times(norms: Sequence[str], published: date | None) -> list[TimeSpan]:
    """Return the time expressions of folded tokens, longest match, left to right.

    Weekdays, and dates and months without a year, take the last one up to the publication.
    A range has the month that holds both its ends, else no value; two dates joined by
    «و» are two expressions. Weeks and "some days" resolve to the month. «في اليوم نفسه» is the last day
    named before it, «قبل ذلك بيومين» and «في اليوم التالي» count from it; days counted from another date («بعد يومين»,
    «غداة») stay open: which one is not told.

    Args:
        norms: folded tokens (:func:`kgbuild.folding.fold`), proclitics apart.
        published: the publication day; ``None`` leaves all but absolute dates without value.
    """
    spans = []
    last_year, last_day = None, None
    for start, (end, expression) in _expressions(norms):
        found = resolve(expression, published, last_year)
        if found is None or _is_quoted(norms, start, end):
            continue
        value = found.value or _counted(expression, found.offset, last_day)
        spans.append(TimeSpan(start, end, value, found.kind, found.future, found.offset))
        if value is not None:
            last_year = int(value[:4])
            last_day = value if is_day(value) else last_day
    return spans


def _is_quoted(norms: Sequence[str], start: int, end: int) -> bool:
    """Whether nothing but the date stands between quotation marks: «26 سبتمبر» is a newspaper."""
    return start > 0 and end < len(norms) and QUOTES.get(norms[start - 1]) == norms[end]


def _counted(expression: Expression, offset: int | None, last_day: str | None) -> str | None:
    """Return the day that lies ``offset`` days from the last one named, where the expression counts from it."""
    if last_day is None or offset is None or not isinstance(expression, Anaphor):
        return None
    return days_after(last_day, offset) if expression.from_last or offset == 0 else None


def _expressions(norms: Sequence[str]) -> Iterator[tuple[int, Found]]:
    starters = _starters()
    done = 0
    for start, norm in enumerate(norms):
        if (norm in starters or norm[:1].isdecimal()) and start >= done:
            readings = [found for reader in _READERS if (found := reader(norms, start)) is not None]
            if readings:
                longest = max(readings, key=lambda found: found[0])
                done = longest[0]
                yield start, longest


@cache
def _starters() -> frozenset[str]:
    ordinals = {word for word in ordinal_words() if word.startswith("ال")}
    return first_words(_FIRST_CLASSES).union(ordinals, cardinal_words())


@Language.component("kgb_times", assigns=["doc.spans"])
def mark_times(doc: Doc) -> Doc:
    """Write the layer ``times``, labelled by kind, against ``doc.user_data["date"]`` (ISO day, may be absent).

    Raises:
        ValueError: if that date is not an ISO day.
    """
    stated = doc.user_data.get("date")
    published = date.fromisoformat(stated) if stated else None
    places, norms = visible_norms(doc)
    marked = []
    for span in find_times(norms, published):
        attrs = dict(zip(FIELDS, (span.value, span.kind.value, span.future, span.offset), strict=True))
        marked.append(Marked(places[span.start], places[span.end - 1] + 1, span.kind.value, attrs))
    write_layer(doc, Layer.TIMES, marked, fields=FIELDS)
    return doc
