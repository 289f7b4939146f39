"""Splits the proclitics و ف ب ل ك س off an Arabic word.

Closed classes are listed (``data/function_words.tsv``); for any other word
:mod:`kgbuild.analyse.stem_evidence` weighs the word as a whole («وزير») against a
proclitic before a shorter word («و» + «قال»).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from kgbuild.analyse.remembered import WORDS_REMEMBERED
from kgbuild.analyse.stem_evidence import CONJUNCTIONS, PREPOSITIONS, Proclitic, detaches
from kgbuild.analyse.word_counts import MARK, lookup_form, strings, word_counts
from kgbuild.resources import data_rows

_LETTER_WITH_MARKS = re.compile(f"[^{MARK}][{MARK}]*")
_FUSED = "لل"
_ALEF = "ا"
# «لل» is ل before a name in L- where that name is this much more frequent than the noun with its article.
_SURELY_WITHOUT_ARTICLE = 20


@lru_cache(maxsize=WORDS_REMEMBERED)
def split_proclitics(word: str) -> tuple[str, ...]:
    """Split the proclitics off ``word``; the pieces joined are exactly ``word``.

    Args:
        word: one run of Arabic letters, with or without marks.

    Returns:
        The proclitics, one letter each with its marks, then the rest, which keeps its
        article («ال»), its fused «لل» and its suffixes.
    """
    ends = [match.end() for match in _LETTER_WITH_MARKS.finditer(word)]
    cuts = ends[: _proclitic_count(lookup_form(word))]
    bounds = [0, *cuts, len(word)]
    return tuple(word[start:end] for start, end in pairwise(bounds))


@lru_cache(maxsize=WORDS_REMEMBERED)
def expand_fused(word: str) -> str:
    """Return ``word`` with its article restored where ل and ال are fused, else ``word`` itself."""
    form = lookup_form(word)
    if not form.startswith(_FUSED) or len(form) <= len(_FUSED) or _proclitic_count(form):
        return word
    seen = word_counts().seen
    stem_in_lam, stem = _ALEF + form, _ALEF + form[1:]
    return stem_in_lam if seen.get(stem_in_lam, 0) > seen.get(stem, 0) else stem


@lru_cache(maxsize=WORDS_REMEMBERED)
def _proclitic_count(form: str) -> int:
    """Return how many letters at the start of ``form`` are proclitics: 0 to 2."""
    known = _function_words().get(form)
    if known is not None:
        return known
    if not _begins_with_conjunction(form):
        return int(_begins_with_preposition(form))
    rest = form[1:]
    known = _function_words().get(rest)
    return 1 + (_begins_with_preposition(rest) if known is None else known)


@cache
def _function_words() -> dict[str, int]:
    """Word of a closed class -> number of its proclitics."""
    words: dict[str, int] = {}
    for pieces, _kind, *suffixed in data_rows("analyse", "function_words.tsv"):
        for pronoun in ("", *strings("pronoun")) if suffixed else ("",):
            words[pieces.replace("+", "") + pronoun] = pieces.count("+")
    return words


def _begins_with_conjunction(form: str) -> bool:
    """Whether ``form`` is و or ف and a word that itself has no conjunction."""
    clitic, rest = form[:1], form[1:]
    if clitic not in CONJUNCTIONS:
        return False
    if rest in _function_words():
        return rest[0] not in CONJUNCTIONS or not _function_words()[rest]
    return not _begins_with_conjunction(rest) and detaches(Proclitic(clitic), rest)


def _begins_with_preposition(form: str) -> bool:
    """Whether ``form`` is ب, ل, ك or the future س and a word without a proclitic."""
    if form.startswith(_FUSED):
        return _is_before_lam(form)
    clitic, rest = form[:1], form[1:]
    if clitic not in PREPOSITIONS:
        return False
    return not _begins_with_conjunction(rest) and detaches(Proclitic(clitic), rest)


def _is_before_lam(form: str) -> bool:
    """Whether «لل» is ل before a name in L- («لليبيا»), not ل and ال before a noun («للجيش»)."""
    seen = word_counts().seen
    with_article = seen.get(_ALEF + form[1:], 0) + seen.get(_ALEF + form, 0)
    return seen.get(form[1:], 0) > _SURELY_WITHOUT_ARTICLE * (with_article + 1)
