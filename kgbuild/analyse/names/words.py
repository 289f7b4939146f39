"""Kinds of words that bound a name: function words, verbs, rare words, adjectives of nationality."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from spacy.lang.ar.stop_words import STOP_WORDS

from kgbuild.analyse.counts import word_count
from kgbuild.analyse.morphology import readings
from kgbuild.analyse.remembered import WORDS_REMEMBERED
from kgbuild.folding import fold
from kgbuild.registry import nisba_forms, nisba_index, state_index, states
from kgbuild.resources import data_rows

_ARABIC = re.compile("[\u0621-\u064a]+")
# Below so many occurrences in a corpus of 7.8 million words a word is likelier a name than a noun.
RARE = 40
OPENERS = frozenset("“«\"'‹(")
CLOSERS = frozenset("”»\"'›)")


def is_word(norm: str) -> bool:
    """Return whether a token is an Arabic word."""
    return bool(_ARABIC.fullmatch(norm))


@lru_cache(maxsize=WORDS_REMEMBERED)
def is_function_word(norm: str) -> bool:
    """Return whether a folded token belongs to a closed class: it never stands inside a name."""
    return norm in _function_words() or len(norm) == 1


@cache
def _function_words() -> frozenset[str]:
    listed = {fold(row[0].replace("+", "")) for row in data_rows("analyse", "function_words.tsv")}
    listed |= {fold(word) for word in STOP_WORDS}
    grammar = {fold(word) for _, words in data_rows("analyse", "syntax.tsv") for word in words.split(" ")}
    return frozenset(listed | grammar)


@lru_cache(maxsize=WORDS_REMEMBERED)
def is_verb_like(norm: str) -> bool:
    """Return whether a token is a finite verb of the lexicons (speech or events)."""
    if norm in _speech_forms():
        return True
    found = readings(norm)
    return bool(found) and all(r.pos == "v" and "participle" not in r.features for r in found)


@cache
def _speech_forms() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in data_rows("analyse", "speech_verbs.tsv"))


@lru_cache(maxsize=WORDS_REMEMBERED)
def is_rare(norm: str) -> bool:
    """Return whether a word is so rare in news that it is likelier a name than a noun."""
    return word_count(norm) < RARE


@cache
def nisbas() -> Mapping[str, tuple[str, ...]]:
    """Return the folded form of every adjective of nationality -> the slugs of its states."""
    return {form: tuple(sorted(state.slug for state in found)) for form, found in nisba_index().items()}


@cache
def _named_nisbas() -> Mapping[str, tuple[str, ...]]:
    """Return the adjectives that are also their state's name («السعودية») -> the slugs of the states."""
    forms = ((fold(form.text), state) for state in states() for stem in state.nisba for form in nisba_forms(stem))
    named = state_index()
    return {form: (state.slug,) for form, state in forms if form.startswith("ال") and state in named.get(form, ())}


def nisba_states(norms: Sequence[str], at: int) -> tuple[str, ...]:
    """Return the slugs of the states that the token at ``at`` is an adjective of; none where it is no such adjective.

    «السعودية» is one only right after a definite noun («القوات السعودية»).
    """
    norm = norms[at]
    if norm in nisbas():
        return nisbas()[norm]
    before = norms[at - 1] if at else ""
    after_noun = before.startswith("ال") and not is_function_word(before) and not is_verb_like(before)
    return _named_nisbas().get(norm, ()) if after_noun else ()


@cache
def place_adjectives() -> Mapping[str, frozenset[str]]:
    """Return the folded adjectives that end a place's name -> the types of place."""
    rows = data_rows("analyse", "place_adjectives.tsv")
    return {fold(word): frozenset(types.split(",")) for word, types in rows}


@cache
def descriptive_adjectives() -> frozenset[str]:
    """Return the folded adjectives that describe a place or body but never belong to its name."""
    rows = data_rows("analyse", "name_starters.tsv")
    return frozenset(fold(word) for kind, members in rows if kind == "describes" for word in members.split())
