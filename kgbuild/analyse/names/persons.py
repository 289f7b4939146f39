"""Persons: given names, titles before names, and the short forms that come after the full name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.folding import fold
from kgbuild.resources import data_rows

MAX_NAME = 5
# Between title and name may stand adjectives and a body: «وزير الدفاع في حكومة الوفاق» is beyond it.
MAX_GAP = 4
_ARTICLE = "ال"


@cache
def titles() -> PhraseIndex[tuple[str, str]]:
    """Return the titles and posts -> (kind, what the post is usually of), as ``titles.tsv`` explains them."""
    return PhraseIndex((title, (kind, body)) for title, kind, body in data_rows("analyse", "titles.tsv"))


@cache
def given_names() -> Mapping[str, bool]:
    """Return the folded given names -> whether each is hardly ever an ordinary word."""
    return {fold(row[0]): row[2] == "1" for row in data_rows("analyse", "given_names.tsv")}


@cache
def surnames() -> Mapping[str, bool]:
    """Return the folded family names -> whether each is hardly ever an ordinary word."""
    return {fold(row[0]): row[1] == "1" for row in data_rows("analyse", "surnames.tsv")}


@cache
def particles() -> frozenset[str]:
    """Return the folded words that need a further name («عبد», «أبو», «بن», «فان»)."""
    rows = data_rows("analyse", "name_starters.tsv")
    return frozenset(fold(word) for kind, members in rows if kind == "person" for word in members.split())


def find_persons(norms: Sequence[str], start: int, end: int) -> Iterator[Candidate]:
    """Yield the persons named in the tokens ``start`` to ``end`` of one sentence."""
    for at in titles().starts(norms, start, end):
        titled = titles().match(norms, at)
        if titled:
            yield from _titled(norms, at, titled, end)
    for at in range(start, end):
        if begins_name(norms, at, end):
            name_end = name_sequence(norms, at, end)
            if name_end - at > 1:
                yield Candidate(at, name_end, "Person", "given-name", Strength.FAIR)


def _titled(norms: Sequence[str], at: int, titled: tuple[int, tuple[str, str]], limit: int) -> Iterator[Candidate]:
    title_end, (kind, _) = titled
    first = skip_modifiers(norms, title_end, limit)
    end = name_sequence(norms, first, limit, after_title=True)
    if end == first:
        return
    if end - first == 1 and not _is_name(norms[first]) and not words.is_rare(norms[first]):
        return
    yield Candidate(first, end, "Person", f"title:{kind}", Strength.STRONG, title_start=at)


def skip_modifiers(norms: Sequence[str], at: int, limit: int) -> int:
    """Return where a name may begin after a title: past its adjectives, its complement and a comma."""
    index = at
    while index < min(at + MAX_GAP, limit) and not begins_name(norms, index, limit) and _is_modifier(norms[index]):
        index += 1
    if index < limit and norms[index] in ("،", ",") and begins_name(norms, index + 1, limit):
        index += 1
    return index


def _is_modifier(norm: str) -> bool:
    if norm in words.nisbas():
        return True
    is_noun = norm.startswith(_ARTICLE) and not words.is_function_word(norm) and not words.is_verb_like(norm)
    return is_noun and not words.is_rare(norm)


def begins_name(norms: Sequence[str], at: int, limit: int) -> bool:
    """Return whether a person's name may begin at ``at``: a sure given name, or an unsure one with a name behind."""
    if at >= limit:
        return False
    norm = norms[at]
    if norm in particles():
        return at + 1 < limit and norms[at + 1] in given_names() and norm in ("عبد", "ابو", "ابي", "ابا", "ابن", "ام")
    sure = given_names().get(norm)
    if sure is None:
        return False
    following = norms[at + 1] if at + 1 < limit else ""
    if following in particles():
        return True
    return _is_name(following) or (sure and _may_be_name(following))


def name_sequence(norms: Sequence[str], at: int, limit: int, *, after_title: bool = False) -> int:
    """Return the end of the person's name that begins at ``at``; ``at`` itself where none does."""
    index = at
    while index < min(at + MAX_NAME, limit):
        norm = norms[index]
        if norm in particles() and index + 1 < limit and words.is_word(norms[index + 1]):
            if words.is_function_word(norms[index + 1]):
                break
            index += 2
        elif _goes_on(norm, begun=index > at or after_title):
            index += 1
        else:
            break
    return min(index, limit)


def _goes_on(norm: str, *, begun: bool) -> bool:
    if begun:
        return _is_name(norm) or _may_be_name(norm)
    return norm in given_names()


def _is_name(norm: str) -> bool:
    return norm in given_names() or norm in surnames()


def _may_be_name(norm: str) -> bool:
    if not words.is_word(norm) or words.is_function_word(norm) or words.is_verb_like(norm) or norm in words.nisbas():
        return False
    return words.is_rare(norm)


def short_forms(norms: Sequence[str], persons: Iterable[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield the later mentions of persons by a part of their full name («الأسد» after «بشار الأسد»)."""
    known = set()
    for person in persons:
        parts = norms[person.start : person.end]
        if len(parts) > 1:
            known.add(parts[-1])
            known.update(part for part in parts[1:] if part in surnames() and part not in given_names())
    for at, norm in enumerate(norms):
        if norm in known and at not in taken and not words.is_function_word(norm):
            yield Candidate(at, at + 1, "Person", "short-form", Strength.FAIR)
