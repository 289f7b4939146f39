"""Places that a head word or a direction announces: «بلدات س وص», «ريف حماة الشمالي», «جنوب لبنان»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.analyse.names.gazetteer import place_end
from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.folding import fold
from kgbuild.resources import data_rows

MAX_LIST = 15
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Head:
    """A row of ``place_heads.tsv``."""

    type: str
    kept: bool
    plural: bool


@cache
def place_heads() -> PhraseIndex[Head]:
    """Return the generic nouns that stand before places' names."""
    rows = data_rows("analyse", "place_heads.tsv")
    return PhraseIndex((head, Head(kind, keep == "1", number != "sg")) for head, kind, keep, number in rows)


@cache
def directions() -> PhraseIndex[str]:
    """Return the directions -> how they are used."""
    return PhraseIndex(data_rows("analyse", "directions.tsv"))  # type: ignore[arg-type]


@cache
def name_starters() -> frozenset[str]:
    """Return the folded words that begin a name of two words («كفر زيتا», «عين العرب»)."""
    rows = data_rows("analyse", "name_starters.tsv")
    return frozenset(fold(word) for kind, members in rows if kind == "place" for word in members.split())


def find_places(norms: Sequence[str], start: int, end: int) -> Iterator[Candidate]:
    """Yield the places that a head or direction announces in the tokens ``start`` to ``end`` of one sentence."""
    for at in place_heads().starts(norms, start, end):
        headed = place_heads().match(norms, at)
        if headed and headed[0] < end:
            yield from _headed(norms, at, headed, end)
    for at in directions().starts(norms, start, end):
        directed = directions().match(norms, at)
        if directed and directed[0] <= end:
            yield from _directed(norms, at, directed, end)


def _headed(norms: Sequence[str], at: int, headed: tuple[int, Head], limit: int) -> Iterator[Candidate]:
    first, head = headed
    name_end = unknown_place_end(norms, first, limit)
    if name_end == first:
        return
    name_end = with_adjective(norms, name_end, limit, head.type)
    kept = head.kept and not head.plural
    yield Candidate(at if kept else first, name_end, head.type, "place-head", Strength.STRONG)
    if head.plural:
        yield from _listed(norms, name_end, limit, head.type)


def _listed(norms: Sequence[str], at: int, limit: int, kind: str) -> Iterator[Candidate]:
    """Yield the further members of «بلدات س وص، وع»."""
    for _ in range(MAX_LIST):
        start = at
        while start < limit and norms[start] in ("،", ",", "و", "او"):
            start += 1
        if start in (at, limit):
            return
        headed = place_heads().match(norms, start)
        if headed:
            return
        end = unknown_place_end(norms, start, limit)
        if end == start:
            return
        yield Candidate(start, end, kind, "place-list", Strength.STRONG)
        at = end


def _directed(norms: Sequence[str], at: int, directed: tuple[int, str], limit: int) -> Iterator[Candidate]:
    first, use = directed
    if use == "alone":
        if first < limit and norms[first] in words.nisbas():
            yield Candidate(at, first + 1, "Area", "direction+nisba", Strength.FAIR)
        return
    compound = first - at > 1
    if use == "either" and not compound:
        return
    start = first
    headed = place_heads().match(norms, first) if first < limit else None
    if headed and not headed[1].kept:
        start = headed[0]
    end = place_end(norms, start, limit) if start < limit else None
    if end:
        yield Candidate(at, end, "Area", "direction+place", Strength.STRONG)


def unknown_place_end(norms: Sequence[str], at: int, limit: int) -> int:
    """Return the end of a place's name that must begin at ``at``: a known one's, else one or two words."""
    if at >= limit:
        return at
    if norms[at] in words.OPENERS and at + 1 < limit:
        at += 1
    known = place_end(norms, at, limit, ambiguous=True)
    if known:
        return known
    norm = norms[at]
    if _begins_no_place(norm) or place_heads().match(norms, at):
        return at
    if norm in name_starters() and at + 1 < limit and words.is_word(norms[at + 1]):
        return at + 1 if words.is_function_word(norms[at + 1]) else at + 2
    if norm.startswith(_ARTICLE) or words.is_rare(norm):
        return at + 1
    return at


def _begins_no_place(norm: str) -> bool:
    if not words.is_word(norm) or words.is_function_word(norm) or words.is_verb_like(norm):
        return True
    return norm in words.nisbas() or norm in words.place_adjectives()


def with_adjective(norms: Sequence[str], end: int, limit: int, kind: str) -> int:
    """Extend a name by the adjectives that belong to it («الدولي», «الشمالي الشرقي»)."""
    adjectives = words.place_adjectives()
    while end < limit and kind in adjectives.get(norms[end], ()):
        end += 1
    return end
