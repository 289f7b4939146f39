"""Event triggers: words that tell an event, with the type that their context gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.conditions import Context, classes_of, senses
from kgbuild.analyse.morphology import Reading, readings
from kgbuild.docview import Layer, Marked, view, write_layer
from kgbuild.folding import fold
from kgbuild.resources import data_rows

READING_FIELDS = ("lemma", "pos", "features", "person", "definite", "suffix")
FIELDS = (*READING_FIELDS, "chosen", "classes", "sentence")
# How far around a trigger the classes of words are kept for the classifier of events.
CLASS_WINDOW = (10, 10)
NO_EVENT = "-"
TANWIN = "ً"
# A participle tells an act of speech beside the main verb («محذرا من»); others describe («الموقع», «المسيطر»).
SPEECH_ACTS = frozenset({"Demand", "Accusation", "Threat", "Rejection", "Support"})
CLAUSE_ENDS = frozenset({"،", ",", '"', "”", "»", "و", "."})


@Language.component("kgb_triggers", assigns=["doc.spans"])
def tag_triggers(doc: Doc) -> Doc:
    """Write the layer ``triggers``: a span for each token and each event type that one of its senses may tell.

    The attribute ``chosen`` marks the type that the rules settle on, if any.
    """
    seen = view(doc)
    marked = []
    for number, (start, end) in enumerate(seen.sentences):
        for mark in _sentence_triggers(seen.norms[start:end], seen.words[start:end], start):
            marked.append(replace(mark, attrs={**mark.attrs, "sentence": number}))
    write_layer(doc, Layer.TRIGGERS, marked, fields=FIELDS)
    return doc


def _sentence_triggers(norms: Sequence[str], words: Sequence[str], start: int) -> Iterator[Marked]:
    word_classes: list[frozenset[str]] | None = None
    for at, norm in enumerate(norms):
        if readings(norm):
            if word_classes is None:
                word_classes = [classes_of(word) for word in norms]
            yield from _senses_at(Context(norms, word_classes, at, words[at]), start)


def _senses_at(context: Context, offset: int) -> Iterator[Marked]:
    chosen = find_trigger(context)
    around = sorted(context.classes(*CLASS_WINDOW))
    place = offset + context.at
    for kind, reading in possible_senses(context):
        attrs = {name: getattr(reading, name) for name in READING_FIELDS}
        yield Marked(place, place + 1, kind, attrs | {"chosen": (kind, reading) == chosen, "classes": around})


def find_trigger(context: Context) -> tuple[str, Reading] | None:
    """Return event type and reading of the token at a place by the rules, or ``None`` where it tells no event."""
    for reading in rank_readings(context):
        for sense in senses()[reading.lemma, reading.pos]:
            if not sense.weak and sense.fits(context, reading):
                return None if sense.type == NO_EVENT or not _may_tell(sense.type, reading) else (sense.type, reading)
    return None


def possible_senses(context: Context) -> list[tuple[str, Reading]]:
    """Return each event type that a sense of the token may tell, with the likeliest reading for it."""
    found: dict[str, Reading] = {}
    for reading in rank_readings(context, set_off=False):
        for sense in senses()[reading.lemma, reading.pos]:
            if sense.type != NO_EVENT and _may_tell(sense.type, reading) and sense.may_tell(context, reading):
                found.setdefault(sense.type, reading)
    return list(found.items())


def _may_tell(kind: str, reading: Reading) -> bool:
    return "participle" not in reading.features or kind in SPEECH_ACTS


def rank_readings(context: Context, *, set_off: bool = True) -> list[Reading]:
    """Order a form's readings by what the words around it let it be; the impossible ones are left out.

    ``set_off``: a participle has to begin a clause («، محذرا من»); else it may follow any word («تظاهروا منددين»).
    """
    found = readings(context.norms[context.at])
    before = context.norms[context.at - 1] if context.at else ""
    possible = [
        reading for reading in found if _is_spelt(reading, context.surface) and _is_possible(reading, before, set_off)
    ]
    nouns_first = _noun_context(before)
    return sorted(possible, key=lambda reading: (reading.pos == "v") == nouns_first)


def _is_spelt(reading: Reading, surface: str) -> bool:
    """Whether what folding takes away allows a reading: ة ends nouns and participles alone, tanwin no finite verb."""
    finite = reading.pos == "v" and "participle" not in reading.features
    if surface.endswith("ة") and (finite or reading.suffix.endswith("ه")):
        return False
    return not (finite and TANWIN in surface)


def _is_possible(reading: Reading, before: str, set_off: bool) -> bool:
    if "participle" in reading.features:
        return not reading.definite and (before in CLAUSE_ENDS or not set_off)
    if reading.pos == "v":
        if reading.features == "jussive":
            return before in _words("jussive")
        # «ل» before an imperfect is the particle of purpose: «ليستعيد».
        if before == "ل":
            return reading.features.startswith("imperfect")
        return before not in _words("before_noun")
    return before not in _words("before_verb")


def _noun_context(before: str) -> bool:
    return before in _words("before_noun") or before in _words("noun_likely")


@cache
def _words(group: str) -> frozenset[str]:
    """Return the words of a group of ``word_order.tsv``: what may stand before a noun or verb."""
    rows = data_rows("analyse", "word_order.tsv")
    return frozenset(fold(word) for name, words in rows if name == group for word in words.split())
