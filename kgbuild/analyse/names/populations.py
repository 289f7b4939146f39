"""Groups of people as victims or actors («مدنيين», «أهالي حلب») and unnamed fighters («مسلحون»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.analyse.names.gazetteer import place_end
from kgbuild.folding import fold
from kgbuild.resources import data_rows

_ARTICLE = "ال"
_PEOPLE = frozenset({"pl", "du"})


@cache
def population_nouns() -> Mapping[str, tuple[str, str]]:
    """Return the folded nouns -> (type, number)."""
    return {fold(noun): (kind, number) for noun, kind, number in data_rows("analyse", "population_nouns.tsv")}


def find_populations(norms: Sequence[str], start: int, end: int, numbers: frozenset[int]) -> Iterator[Candidate]:
    """Yield the groups of people in the tokens ``start`` to ``end``; ``numbers`` are the tokens of numerals."""
    for at in range(start, end):
        noun = population_nouns().get(norms[at])
        if noun is None:
            continue
        kind, number = noun
        counted = at - 1 in numbers
        if number == "head":
            complement = _complement(norms, at + 1, end)
            if complement:
                yield Candidate(at, complement, kind, "people-of", Strength.FAIR)
        elif _stands_alone(norms, at, noun, counted=counted):
            yield Candidate(at, at + 1, kind, "people", Strength.WEAK)


def _stands_alone(norms: Sequence[str], at: int, noun: tuple[str, str], *, counted: bool) -> bool:
    kind, number = noun
    are_people = number in _PEOPLE or (number == "counted" and counted)
    return are_people and kind != "MilitaryForce" and not _is_adjective(norms, at, number)


def _complement(norms: Sequence[str], at: int, limit: int) -> int | None:
    if at >= limit:
        return None
    known = place_end(norms, at, limit, ambiguous=True)
    if known:
        return known
    is_noun = norms[at].startswith(_ARTICLE) and not words.is_function_word(norms[at])
    return at + 1 if is_noun else None


def _is_adjective(norms: Sequence[str], at: int, number: str) -> bool:
    """Return whether a nationality follows the noun that it describes («مسؤولون أمريكيون»)."""
    before = norms[at - 1] if at else ""
    return norms[at] in words.nisbas() and before in population_nouns() and number == "pl"
