"""Romanise names: a word with a usual Latin spelling gets that one, any other is read letter by letter.

AnyAscii does the reading. It takes words as they are in full spelling, with all vowels, so what
news spelling leaves out and hardly leaves in doubt is put in first (``marks.tsv``).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii

from kgbuild.folding import fold
from kgbuild.latin.spellings import common_words, known_words
from kgbuild.resources import data_rows

# A run of letters and vowel signs; what stands between is read sign by sign.
_WORD = re.compile("[\u0621-\u065f\u0670-\u06d3]+")
# «عبد الرحمن» is one name.
_SERVANT_OF = re.compile("\\bعبد (\u0627\u0644[\u0621-\u065f]+)")
_SIGN = re.compile("[\u0600-\u06ff]")
_DEFINITE = re.compile(r"(?:^|\s)ال")
_ARTICLE, _WITH_ARTICLE = "ال", {"ال": "al-", "لل": "lil-", "وال": "wal-"}
_SHORTEST = 2
# Hamza and ʿayn are shown between vowels only, a long vowel as a short one, as news does.
_BARE_HAMZA, _LONG = re.compile("(?<![aiu])'|'(?![aiu])"), re.compile(r"([aiu])\1+")
# Feminine and plurals of an adjective in ي.
_NISBA = {"يه": "ya", "يون": "yun", "يين": "yin", "يات": "yat"}
_CACHED = 1 << 14


@lru_cache(_CACHED)
def romanise(name: str) -> str:
    """Return ``name`` in Latin letters; what is not in Arabic letters stays as it is."""
    joined = _SERVANT_OF.sub(lambda found: _spelling(fold("عبد" + found[1])) or found[0], name)
    latin = _SIGN.sub(lambda sign: anyascii(sign[0]), _WORD.sub(_word, joined))
    return latin[:1].upper() + latin[1:] or name


def _word(match: re.Match[str]) -> str:
    """Return the spelling of a word where it stands: whole, or as article and rest."""
    word = match[0]
    if spelling := _spelling(fold(word)):
        return f"{spelling}t" if spelling.endswith("a") and _is_of(match) else spelling
    for prefix, latin in _WITH_ARTICLE.items():
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST and _is_definite(prefix, match):
            return latin + (_spelling(fold(rest)) or by_letters(rest))
    return by_letters(word)


def _is_of(match: re.Match[str]) -> bool:
    """Whether a noun's -a is said -at: «وزارة الدفاع», «جامعة أكسفورد»; not before an adjective («محكمة إسبانية»)."""
    following = next(iter(match.string[match.end() :].split()), "")
    if not following or common_words().get(fold(following), "").islower():
        return False
    adjective = following.endswith("ة") and not following.startswith(_ARTICLE)
    return match[0].endswith("ة") and not adjective and fold(match[0]) in common_words()


def _is_definite(prefix: str, match: re.Match[str]) -> bool:
    """«وال» is "and the" after a word with the article («الدفاع والطيران»); else a foreign name may begin so."""
    return prefix in (_ARTICLE, "لل") or bool(_DEFINITE.search(match.string, 0, match.start()))


def _spelling(key: str) -> str | None:
    """Return the usual spelling of a folded word, also of the feminine and the plurals of an adjective."""
    common = common_words()
    if key in common:
        return common[key]
    for ending, latin in _NISBA.items():
        stem = common.get(key.removesuffix(ending) + "ي") if key.endswith(ending) else None
        if stem:
            return stem + latin
    return known_words().get(key)


def by_letters(word: str) -> str:
    """Return a word without its article, read letter by letter."""
    for pattern, replacement in _marks():
        word = pattern.sub(replacement, word)
    latin = _BARE_HAMZA.sub("", _LONG.sub(r"\1", anyascii(word).replace("`", "'")))
    return latin[:1].upper() + latin[1:]


@cache
def _marks() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement, _ in data_rows("latin", "marks.tsv"))
