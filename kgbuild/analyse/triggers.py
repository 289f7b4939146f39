"""Event triggers: words that tell an event, with the type that their context gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.conditions import Context, classes_of, senses
from kgbuild.analyse.morphology import Reading, readings
from kgbuild.docview import Layer, Marked, view, write_layer
from kgbuild.folding import fold
from kgbuild.resources import data_rows

FIELDS = ("lemma", "pos", "features", "person", "definite", "suffix")
NO_EVENT = "-"
# A participle tells an act of speech beside the main verb («محذرا من»); others describe («الموقع», «المسيطر»).
SPEECH_ACTS = frozenset({"Demand", "Accusation", "Threat", "Rejection", "Support"})
CLAUSE_ENDS = frozenset({"،", ",", "\"", "”", "»", "و", "."})


@Language.component("kgb_triggers", assigns=["doc.spans"])
def tag_triggers(doc: Doc) -> Doc:
    """Write the layer ``triggers``: one token each, labelled with the event type."""
    seen = view(doc)
    marked = []
    for start, end in seen.sentences:
        marked += _sentence_triggers(seen.norms[start:end], start)
    write_layer(doc, Layer.TRIGGERS, marked, fields=FIELDS)
    return doc


def _sentence_triggers(norms: Sequence[str], start: int) -> Iterator[Marked]:
    word_classes: list[frozenset[str]] | None = None
    for at, norm in enumerate(norms):
        if readings(norm):
            if word_classes is None:
                word_classes = [classes_of(word) for word in norms]
            found = find_trigger(Context(norms, word_classes, at))
            if found:
                kind, reading = found
                attrs = {name: getattr(reading, name) for name in FIELDS}
                yield Marked(start + at, start + at + 1, kind, attrs)


def find_trigger(context: Context) -> tuple[str, Reading] | None:
    """Return event type and reading of the token at a place, or ``None`` where it tells no event."""
    for reading in rank_readings(context):
        for sense in senses()[reading.lemma, reading.pos]:
            if sense.fits(context, reading):
                if sense.type == NO_EVENT or ("participle" in reading.features and sense.type not in SPEECH_ACTS):
                    return None
                return sense.type, reading
    return None


def rank_readings(context: Context) -> list[Reading]:
    """Order a form's readings by what the words around it let it be; the impossible ones are left out."""
    found = readings(context.norms[context.at])
    before = context.norms[context.at - 1] if context.at else ""
    possible = [reading for reading in found if _is_possible(reading, before)]
    nouns_first = _noun_context(before)
    return sorted(possible, key=lambda reading: (reading.pos == "v") == nouns_first)


def _is_possible(reading: Reading, before: str) -> bool:
    if "participle" in reading.features:
        return before in CLAUSE_ENDS and not reading.definite
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
