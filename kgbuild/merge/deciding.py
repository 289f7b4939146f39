"""The judge: what a person said of a pair, else what the rules make of it; each pair is scored once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgbuild.merge.comparison import Comparison, compare
from kgbuild.merge.judgements import By, Judgement, Kind, Side, judgement
from kgbuild.merge.scoring import Score, Verdict, score
from kgbuild.merge.tellings import Telling
from kgbuild.merge.world import World

Pair = tuple[int, int]


class Court:
    """Judges pairs of tellings, by index (:class:`kgbuild.merge.clusters.Judge`).

    Args:
        tellings: all of them.
        world: the nodes they speak of.
        given: judgements of persons, which win.
    """

    def __init__(self, tellings: Sequence[Telling], world: World, given: Iterable[Judgement]) -> None:
        self._tellings = tellings
        self._world = world
        self._scores: dict[Pair, Score] = {}
        places = {telling.iri: index for index, telling in enumerate(tellings)}
        self._given = {
            (min(pair), max(pair)): found.verdict
            for found in given
            if found.kind is Kind.EVENT and len(pair := [places[iri] for iri in found.pair if iri in places]) == 2
        }

    def given(self) -> dict[Pair, Verdict]:
        """Return what persons judged of tellings that are there."""
        return self._given

    def person(self, left: int, right: int) -> Verdict | None:
        """Return what a person judged of the pair."""
        return self._given.get((left, right))

    def verdict(self, left: int, right: int) -> Verdict | None:
        """Return the judgement of the pair; a person's wins."""
        return self._given.get((left, right)) or self._score(left, right).verdict

    def score(self, left: int, right: int) -> float:
        """Return the sum of the weights of the features that hold."""
        return self._score(left, right).value

    def together(self, left: int, right: int) -> bool:
        """Whether both stand in one document."""
        return self._tellings[left].report is self._tellings[right].report

    def weigh(self, pair: Pair) -> Verdict | None:
        """Judge a candidate pair; only what may matter later is kept in mind."""
        found = self._given.get(pair)
        scored = score(self._compared(pair))
        verdict = found or scored.verdict
        if verdict in (Verdict.SAME, Verdict.UNSURE):
            self._scores[pair] = scored
        return verdict

    def ruling(self, pair: Pair, verdict: Verdict = Verdict.SAME) -> Judgement:
        """Return the rules' judgement of a pair as a record, with its score and reasons."""
        found = self._score(*pair)
        left, right = (_side(self._tellings[index]) for index in pair)
        return judgement(left, right, verdict, By.RULE, score=found.value, reasons=found.reasons)

    def _score(self, left: int, right: int) -> Score:
        pair = (left, right)
        if pair not in self._scores:
            self._scores[pair] = score(self._compared(pair))
        return self._scores[pair]

    def _compared(self, pair: Pair) -> Comparison:
        return compare(self._tellings[pair[0]], self._tellings[pair[1]], self._world)


def _side(telling: Telling) -> Side:
    return Side(telling.iri, telling.trigger, telling.report.name, telling.sentence)
