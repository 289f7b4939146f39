"""Speech: verbs of saying, attributions («بحسب», «مؤكدا أن») and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.docview import DocView, Layer, Marked, view, write_layer
from kgbuild.folding import fold
from kgbuild.resources import data_rows

# A quotation that runs longer than this was opened by a stray sign.
MAX_QUOTE = 250
CLAUSE_OPENERS = frozenset({"و", "،", ",", "؛", "كما"})
_PAIRS = {"“": "”", "«": "»", "”": "“", "‹": "›"}


@Language.component("kgb_speech", assigns=["doc.spans"])
def mark_speech(doc: Doc) -> Doc:
    """Write the layers ``speech`` (label: how it reports, attribute ``kind``: what it does) and ``quotes``."""
    seen = view(doc)
    marked = [mark for sentence in seen.sentences for mark in _reports(seen, sentence)]
    write_layer(doc, Layer.SPEECH, marked, fields=("kind",))
    write_layer(doc, Layer.QUOTES, list(find_quotes(seen.words)))
    return doc


@cache
def _phrases() -> PhraseIndex[tuple[str, str]]:
    """Phrases and verbs of saying -> (role, kind); a phrase that begins with a verb's form is the longer match."""
    attributions = [(phrase, (role, kind)) for phrase, kind, role in data_rows("analyse", "reporting.tsv")]
    verbs = [(form, ("verb", kind)) for form, kind in data_rows("analyse", "speech_verbs.tsv")]
    return PhraseIndex([*attributions, *verbs])


@cache
def _verbs() -> Mapping[str, str]:
    """Folded verbs of saying -> what they do."""
    return {fold(form): kind for form, kind in data_rows("analyse", "speech_verbs.tsv")}


def _reports(seen: DocView, sentence: tuple[int, int]) -> Iterator[Marked]:
    at, limit = sentence
    while at < limit:
        found = _phrases().match(seen.norms, at)
        if not found or found[0] > limit:
            at += 1
            continue
        end, (role, kind) = found
        if role == "noun" and end - at == 1 and _is_verb(seen, at, sentence[0]):
            role, kind = "verb", _verbs()[seen.norms[at]]
        yield Marked(at, end, role, {"kind": kind})
        at = end


def _is_verb(seen: DocView, at: int, start: int) -> bool:
    """«نفى» (denied) and «نفي» (denial) fold alike, but only the verb has ى; «كشف» opens a clause as a verb."""
    word, norm = seen.words[at], seen.norms[at]
    if norm not in _verbs() or word.endswith(("ى", "ي")):
        return word.endswith("ى") and norm in _verbs()
    return at == start or seen.norms[at - 1] in CLAUSE_OPENERS


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
