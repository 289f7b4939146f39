"""What the recognisers of names give: a stretch of tokens, a type, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Strength(IntEnum):
    """How sure a rule is; of two candidates of one length the stronger is taken."""

    WEAK = 1
    FAIR = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name.

    Attributes:
        start, end: token offsets, ``end`` exclusive.
        type: value of ``EntityType``.
        rule: name of the rule that made it.
        strength: how sure the rule is.
        key: identifier in the registry or gazetteer, if it comes from there.
        title_start: token where the title before a person's name begins.
        confidence: probability that it is a name of this type, where a model gave it.
    """

    start: int
    end: int
    type: str
    rule: str
    strength: Strength = Strength.FAIR
    key: str | None = None
    title_start: int | None = None
    confidence: float | None = None


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the best candidates that do not overlap, in text order: longer first, then surer."""
    taken: list[Candidate] = []
    covered: set[int] = set()
    ranked = sorted(candidates, key=lambda c: (c.start - c.end, -c.strength, c.start, c.type, c.rule))
    for candidate in ranked:
        tokens = range(candidate.start, candidate.end)
        if covered.isdisjoint(tokens):
            covered.update(tokens)
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.start)
