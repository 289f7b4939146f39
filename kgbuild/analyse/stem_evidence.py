"""Weighs, by the counts of a news corpus, whether a word's first letter is a proclitic.

For it speaks how often the rest stands alone; against it, how often the word, or an
inflected form of it, stands where no proclitic can stand before or in it: after the
article, after a preposition, after «لم».
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum

from kgbuild.analyse.word_counts import WordCounts, strings, word_counts

_MIN_STEM = 3
_ARTICLE = "ال"
_NO_PREFIX = ("",)


class Proclitic(StrEnum):
    """The one-letter words that are written together with the next."""

    WA = "و"
    FA = "ف"
    BI = "ب"
    LI = "ل"
    KA = "ك"
    SA = "س"


# The letters that may stand before any word, another proclitic included.
CONJUNCTIONS = frozenset({Proclitic.WA, Proclitic.FA})
# The letters that stand right before the word: prepositions and the future's.
PREPOSITIONS = frozenset(Proclitic) - CONJUNCTIONS

# Log-linear model: logistic regression over the decisions about the words of Farasa's Wikinews gold,
# a wrong split weighed 1.5 times a missed one, then rounded. All of it: 99.7 % of the words are right;
# weights fitted on one half of it get 99.6 % on the other.
_BIAS = {
    Proclitic.WA: 1.2,
    Proclitic.FA: -1.9,
    Proclitic.BI: -1.0,
    Proclitic.LI: 0.7,
    Proclitic.KA: -3.2,
    Proclitic.SA: -1.3,
}
_REST_ALONE = 1.25
_WHOLE = -0.85
_WHOLE_FAMILY = -0.5
_REST_HAS_ARTICLE = 1.0
# ف is so rare that an unknown word in it needs better evidence: many are names («فيدان»).
_UNSEEN_FA = -1.0
_REST_LENGTH = {2: -3.5, 3: -3.0}

# Of words with a proclitic, chance neighbours («قبل وأثناء», «من سيقود») make up less than this share.
_GOVERNED_SHARE = 0.05
_MIN_GOVERNED = 5
_MUCH_MORE_FREQUENT = 20

# Letters that no Arabic word begins with.
_NEVER_FIRST = frozenset("ةءئؤ")
# The imperfect begins with one of these.
_IMPERFECT = "يتنأ"
# Few nouns begin with yeh: a rare rest in yeh that is no verb is a piece of a foreign name («ويلسون»).
_YEH = "ي"
_FREQUENT = 20
# Foreign names are transcribed with bare alef, so that hamza here begins a word.
_HAMZA = frozenset("أإآ")
# Foreign names in W- («ويلسون», «واتفورد») go on with these.
_AFTER_FOREIGN_W = frozenset("ياو")
# After the others, an unknown word in ال is a foreign name more often than not («فالنتينو», «كالاهان»).
_BEFORE_ARTICLE = frozenset({Proclitic.WA, Proclitic.BI})


def detaches(clitic: Proclitic, rest: str) -> bool:
    """Return whether the word ``clitic + rest`` is the proclitic ``clitic`` and the word ``rest``.

    Args:
        clitic: the first letter of the word.
        rest: what follows it, as a lookup form.
    """
    if len(rest) <= 1 or rest[0] in _NEVER_FIRST:
        return False
    if clitic == Proclitic.SA and not _is_imperfect(rest):
        return False
    form = clitic + rest
    if _is_mostly_governed(form, rest):
        return False
    whole, family = _whole_evidence(form)
    if not _is_known(clitic, rest):
        return not whole and not family and _splits_from_unknown(clitic, rest)
    return _score(clitic, rest, whole, family) > 0


def _score(clitic: Proclitic, rest: str, whole: int, family: int) -> float:
    """Return the log odds of the proclitic."""
    score = _BIAS[clitic] + _REST_ALONE * _log(word_counts().seen.get(rest, 0))
    score += _WHOLE * _log(whole) + _WHOLE_FAMILY * _log(family)
    if clitic == Proclitic.FA and clitic + rest not in word_counts().seen:
        score += _UNSEEN_FA
    return score + _REST_LENGTH.get(len(rest), 0.0) + _REST_HAS_ARTICLE * _has_article(clitic, rest)


def _is_imperfect(rest: str) -> bool:
    """Whether ``rest`` is seen in another person too, and hardly ever with the article."""
    if rest[0] not in _IMPERFECT or len(rest) < _MIN_STEM:
        return False
    others = [person for person in _IMPERFECT if person != rest[0]]
    conjugated = word_counts().total(others, (rest[1:], *(form[1:] for form in _relatives(rest))))
    return conjugated > word_counts().seen.get(_ARTICLE + rest, 0)


def _is_mostly_governed(form: str, rest: str) -> bool:
    """Whether so large a share of the form's occurrences follows «في» or «لم» that it is one word."""
    counts = word_counts()
    governed = counts.governed.get(form, 0)
    seen = counts.seen.get(form, 0)
    if governed < _MIN_GOVERNED or counts.seen.get(rest, 0) > _MUCH_MORE_FREQUENT * seen:
        return False
    return governed > _GOVERNED_SHARE * seen


def _whole_evidence(form: str) -> tuple[int, int]:
    """Count the form, and its inflected relatives, where its first letter must be its own."""
    counts = word_counts()
    befores = strings("bearer") + (strings("conjoined") if form[0] in CONJUNCTIONS else ())
    return _bare(counts, befores, {form}), _bare(counts, befores, set(_relatives(form)))


def _bare(counts: WordCounts, befores: tuple[str, ...], forms: set[str]) -> int:
    return counts.total(befores, forms) + sum(counts.governed.get(form, 0) for form in forms)


def _relatives(form: str) -> Iterator[str]:
    """Yield the forms that differ from ``form`` in their ending only."""
    endings = strings("ending")
    for stem in (form, *(form.removesuffix(ending) for ending in endings if form.endswith(ending))):
        if len(stem) >= _MIN_STEM:
            yield from (relative for ending in ("", *endings) if (relative := stem + ending) != form)


def _is_known(clitic: Proclitic, rest: str) -> bool:
    """Whether the corpus has ``rest`` alone, joined to something else than ``clitic``, or with another ending."""
    counts = word_counts()
    if rest[0] == _YEH and counts.seen.get(rest, 0) < _FREQUENT and not _is_imperfect(rest):
        return False
    stem = rest.removeprefix(_ARTICLE)
    if rest in counts.seen or (stem in counts.seen and len(stem) >= _MIN_STEM):
        return True
    joiners = [joiner for joiner in strings("joiner") if joiner != clitic]
    return bool(counts.total(joiners, (rest,)) or counts.total(_NO_PREFIX, _relatives(rest)))


def _has_article(clitic: Proclitic, rest: str) -> bool:
    """Whether ``rest`` begins with ال; after ل it cannot, as the two fuse."""
    return clitic != Proclitic.LI and rest.startswith(_ARTICLE) and len(rest) >= len(_ARTICLE) + _MIN_STEM


def _splits_from_unknown(clitic: Proclitic, rest: str) -> bool:
    """Decide where neither the word nor its rest was ever seen: most such words are names."""
    if rest[0] in _HAMZA:
        return True
    if _has_article(clitic, rest):
        return clitic in _BEFORE_ARTICLE
    return clitic == Proclitic.WA and rest[0] not in _AFTER_FOREIGN_W


def _log(count: int) -> float:
    return math.log(count + 0.5)
