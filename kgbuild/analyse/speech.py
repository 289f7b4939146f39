"""Speech: verbs of saying, attributions («بحسب», «مؤكدا أن») and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.docview import Layer, Marked, view, write_layer
from kgbuild.resources import data_rows

# A quotation that runs longer than this was opened by a stray sign.
MAX_QUOTE = 250
_PAIRS = {"“": "”", "«": "»", "”": "“", "‹": "›"}


@Language.component("kgb_speech", assigns=["doc.spans"])
def mark_speech(doc: Doc) -> Doc:
    """Write the layers ``speech`` (label: how it reports, attribute ``kind``: what it does) and ``quotes``."""
    seen = view(doc)
    marked = [mark for start, end in seen.sentences for mark in _reports(seen.norms[start:end], start)]
    write_layer(doc, Layer.SPEECH, marked, fields=("kind",))
    write_layer(doc, Layer.QUOTES, list(find_quotes(seen.words)))
    return doc


@cache
def _phrases() -> PhraseIndex[tuple[str, str]]:
    """Phrases and verbs of saying -> (role, kind); a phrase that begins with a verb's form is the longer match."""
    attributions = [(phrase, (role, kind)) for phrase, kind, role in data_rows("analyse", "reporting.tsv")]
    verbs = [(form, ("verb", kind)) for form, kind in data_rows("analyse", "speech_verbs.tsv")]
    return PhraseIndex([*attributions, *verbs])


def _reports(norms: Sequence[str], offset: int) -> Iterator[Marked]:
    at = 0
    while at < len(norms):
        found = _phrases().match(norms, at)
        if found:
            end, (role, kind) = found
            yield Marked(offset + at, offset + end, role, {"kind": kind})
            at = end
        else:
            at += 1


def find_quotes(words: Sequence[str]) -> Iterator[Marked]:
    """Yield what stands between quotation marks, without the marks; straight quotes pair in turn."""
    opened: tuple[int, str] | None = None
    for at, word in enumerate(words):
        if opened and (word == opened[1] or at - opened[0] > MAX_QUOTE):
            if word == opened[1] and at - opened[0] > 1:
                yield Marked(opened[0] + 1, at, "quote", {})
            opened = None
        elif not opened and word in _PAIRS:
            opened = (at, _PAIRS[word])
        elif not opened and word == '"':
            opened = (at, '"')
