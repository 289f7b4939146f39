"""Organisations, forces and groups that a head word announces: «وزارة الدفاع السورية», «لواء الفتح»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.resources import data_rows

MAX_COMPLEMENT = 3
MAX_QUOTED = 6
# Adjectives that go on after the nationality: «القوات المسلحة الملكية», «الجيش الوطني الليبي».
_ARTICLE = "ال"


@cache
def heads() -> PhraseIndex[tuple[str, str]]:
    """Return the heads of ``group_heads.tsv`` -> (type, what must follow)."""
    return PhraseIndex((head, (kind, required)) for head, kind, required in data_rows("analyse", "group_heads.tsv"))


def find_groups(norms: Sequence[str], start: int, end: int) -> Iterator[Candidate]:
    """Yield the groups that a head announces in the tokens ``start`` to ``end`` of one sentence."""
    for at in heads().starts(norms, start, end):
        for head_end, (kind, required) in heads().matches(norms, at):
            if head_end <= end:
                candidate = _complete(norms, at, (head_end, end), (kind, required))
                if candidate:
                    yield candidate
                    break


def _complete(norms: Sequence[str], at: int, bounds: tuple[int, int], head: tuple[str, str]) -> Candidate | None:
    head_end, limit = bounds
    kind, required = head
    with_nisba = nisba_end(norms, head_end, limit)
    if with_nisba:
        return Candidate(at, with_nisba, kind, f"head+{required}+nisba", Strength.STRONG)
    if required == "any":
        return Candidate(at, head_end, kind, "head", Strength.FAIR)
    if required == "name":
        complement = complement_end(norms, head_end, limit)
        if complement > head_end:
            return Candidate(at, complement, kind, "head+name", Strength.FAIR)
    return None


def nisba_end(norms: Sequence[str], at: int, limit: int) -> int | None:
    """Return the end of «[definite words] nationality [definite adjectives]» that begins at ``at``, or ``None``."""
    for index in range(at, min(at + MAX_COMPLEMENT, limit)):
        norm = norms[index]
        if words.nisba_states(norms, index):
            return index + 1
        if not norm.startswith(_ARTICLE) or words.is_function_word(norm):
            return None
    return None


def complement_end(norms: Sequence[str], at: int, limit: int) -> int:
    """Return the end of the name after a head: a quotation, or a word and the definite words that follow it."""
    if at < limit and norms[at] in words.OPENERS:
        for index in range(at + 1, min(at + MAX_QUOTED + 2, limit)):
            if norms[index] in words.CLOSERS:
                return index + 1
        return at
    index = at
    while index < min(at + MAX_COMPLEMENT, limit) and _continues(norms, index, at):
        index += 1
    return index


def _continues(norms: Sequence[str], index: int, first: int) -> bool:
    norm = norms[index]
    if not words.is_word(norm) or words.is_function_word(norm) or words.is_verb_like(norm):
        return False
    return index == first or norm.startswith(_ARTICLE)
