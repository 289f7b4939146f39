"""Numbers in Arabic text, exact and vague, and the spaCy component that marks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.number_grammar import AND, read_cardinal, read_ordinal
from kgbuild.analyse.number_words import WordClass, cardinal_words, connector_at, connector_words, ordinal_words
from kgbuild.analyse.visible import visible_norms
from kgbuild.docview import Layer, Marked, read_layer, write_layer
from kgbuild.labels import Label

FIELDS = ("values", "kinds")


class NumberKind(Label):
    """What a number expression says."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    VAGUE = "vague"
    RANGE = "range"
    PERCENT = "percent"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number expression, ``tokens[start:end]``.

    Attributes:
        value: the whole number meant; ``None`` for vague ones, ranges, percentages and fractions.
        kind: what the expression says.
    """

    start: int
    end: int
    value: int | None
    kind: NumberKind


def find_numbers(norms: Sequence[str]) -> list[NumberSpan]:
    """Return the cardinal, vague and other numbers but ordinals of folded tokens, longest match, left to right."""
    return [span for span in _scan(norms) if span.kind is not NumberKind.ORDINAL]


def find_ordinals(norms: Sequence[str]) -> list[NumberSpan]:
    """Return the ordinal numbers of folded tokens: «الخامس عشر», «الثالث والعشرين»."""
    return [span for span in _scan(norms) if span.kind is NumberKind.ORDINAL]


@cache
def _starters() -> frozenset[str]:
    return frozenset({*cardinal_words(), *ordinal_words(), *connector_words(WordClass.BETWEEN)})


def _scan(norms: Sequence[str]) -> Iterator[NumberSpan]:
    starters = _starters()
    done = 0
    for start, norm in enumerate(norms):
        if start < done or not (norm in starters or norm[:1].isdecimal()):
            continue
        span = _read_at(norms, start)
        if span is not None:
            done = span.end
            yield span


def _read_at(norms: Sequence[str], start: int) -> NumberSpan | None:
    between = connector_at(WordClass.BETWEEN, norms, start)
    if between is not None:
        return _between(norms, between)
    counted = _vague(norms, start) or _counted(norms, start)
    ordinal = read_ordinal(norms, start)
    if ordinal is not None and (counted is None or ordinal[0] >= counted.end):
        return NumberSpan(start, *ordinal, NumberKind.ORDINAL)
    return counted


def _counted(norms: Sequence[str], start: int) -> NumberSpan | None:
    reading = read_cardinal(norms, start)
    if reading is None:
        return None
    end, value = reading
    percent = connector_at(WordClass.PERCENT, norms, end)
    if percent is not None:
        return NumberSpan(start, percent, None, NumberKind.PERCENT)
    to = connector_at(WordClass.TO, norms, end)
    upper = read_cardinal(norms, to) if to is not None else None
    if upper is not None:
        return NumberSpan(start, upper[0], None, NumberKind.RANGE)
    return NumberSpan(start, end, value, NumberKind.FRACTION if value is None else NumberKind.CARDINAL)


def _between(norms: Sequence[str], start: int) -> NumberSpan | None:
    """Read the «10 و15» of «بين 10 و15»."""
    lower = read_cardinal(norms, start)
    if lower is None or lower[0] >= len(norms) or norms[lower[0]] != AND:
        return None
    upper = read_cardinal(norms, lower[0] + 1)
    return None if upper is None else NumberSpan(start, upper[0], None, NumberKind.RANGE)


def _vague(norms: Sequence[str], start: int) -> NumberSpan | None:
    """Read «عشرات», «بضعة آلاف», «مئات الآلاف», and the plural of a scale with no number before it."""
    words = cardinal_words()
    end = start
    while end < len(norms) and (word := words.get(norms[end])) is not None:
        scale_of_many = word.word_class is WordClass.SCALE and end > start
        if word.word_class not in (WordClass.VAGUE, WordClass.SCALES) and not scale_of_many:
            break
        end += 1
    return NumberSpan(start, end, None, NumberKind.VAGUE) if end > start else None


@Language.component("kgb_numbers", assigns=["doc.spans"])
def mark_numbers(doc: Doc) -> Doc:
    """Write the layer ``numbers``, labelled by kind, without what is part of the layer ``times`` if that is there."""
    timed = {place for item in read_layer(doc, Layer.TIMES) for place in range(item.start, item.end)}
    places, norms = visible_norms(doc)
    marked = []
    for span in _scan(norms):
        start, end = places[span.start], places[span.end - 1] + 1
        if timed.isdisjoint(range(start, end)):
            marked.append(Marked(start, end, span.kind.value, {"values": span.value, "kinds": span.kind.value}))
    write_layer(doc, Layer.NUMBERS, marked, fields=FIELDS)
    return doc
