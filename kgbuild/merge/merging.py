"""The room's one door: documents' knowledge and persons' judgements to happenings, judgements and conflicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from kgbuild.iris import BASE
from kgbuild.merge.blocks import candidate_pairs
from kgbuild.merge.clusters import Clusters, Refusal, between, cluster
from kgbuild.merge.collecting import collect
from kgbuild.merge.deciding import Court, Pair
from kgbuild.merge.happenings import Happening, happening
from kgbuild.merge.judgements import Judgement, in_order, one_for_all
from kgbuild.merge.namesakes import Sightings, namesakes
from kgbuild.merge.scoring import Verdict, linkage
from kgbuild.merge.world import World
from kgbuild.records import Knowledge


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two events judged the same that could not become one, as two others of their clusters are judged different."""

    same: tuple[str, str]
    different: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging found.

    Attributes:
        happenings: those that two or more events tell, by IRI.
        judgements: the pairs that joined events to happenings, those whose difference kept happenings apart, the
            likeliest pair between each two that nothing decides, entities that may be one, and all that persons said
            (:func:`in_order`).
        conflicts: where a person's judgement is contradicted by others over a third event.
        events: number of events that were looked at.
    """

    happenings: tuple[Happening, ...]
    judgements: tuple[Judgement, ...]
    conflicts: tuple[Conflict, ...]
    events: int


def merge(documents: Iterable[Knowledge], given: Iterable[Judgement] = (), *, base: str = BASE) -> Merged:
    """Find the events of different documents that tell one happening.

    Block, score, judge, cluster (:mod:`~kgbuild.merge.blocks`, :mod:`~kgbuild.merge.features`,
    :mod:`~kgbuild.merge.clusters`). The documents are read once, one at a time; a few hundred bytes of each event are
    kept.

    Args:
        documents: each document once.
        given: judgements of persons, which win; entities that they judged the same count as one.
        base: namespace of the data.
    """
    given = tuple(given)
    world = World(one_for_all(given))
    sightings = Sightings(world)
    tellings = collect(sightings.note(documents), world)
    court = Court(tellings, world, given)
    verdicts: dict[Verdict, list[Pair]] = {verdict: [] for verdict in Verdict}
    unmet = (pair for pair in candidate_pairs(tellings, world) if pair not in court.given())
    for pair in chain(court.given(), unmet):
        verdict = court.weigh(pair)
        if verdict in (Verdict.SAME, Verdict.UNSURE):
            verdicts[verdict].append(pair)
    found = cluster(verdicts[Verdict.SAME], court, linkage())
    happenings = (happening([tellings[index] for index in members], world, base) for members in found.members)
    rulings = _rulings(court, found, verdicts[Verdict.UNSURE])
    iris = [telling.iri for telling in tellings]
    return Merged(
        tuple(sorted(happenings, key=lambda one: one.iri)),
        tuple(in_order((*rulings, *namesakes(sightings, given), *given))),
        tuple(_conflict(refusal, iris) for refusal in _conflicts(court, found)),
        len(tellings),
    )


def _rulings(court: Court, found: Clusters, unsure: Iterable[Pair]) -> list[Judgement]:
    """Return the rules' judgements that matter.

    That is the joins, the differences that kept clusters apart, and the best unsure pair between each two clusters.
    Where two clusters that have a pair judged the same stay apart, that pair is unsure too. Between clusters of which a
    person judged a pair, nothing is open; that record stands.
    """
    given = court.given()
    apart = (refusal.pair for refusal in found.refusals)
    doubtful = sorted((*apart, *found.loose, *unsure), key=lambda pair: (-court.score(*pair), pair))
    still_open = between((*given, *doubtful), found.members)
    rulings = [court.ruling(pair) for pair in found.joins if pair not in given]
    rulings += [court.ruling(pair, Verdict.UNSURE) for pair in still_open if pair not in given]
    return rulings + [court.ruling(pair, Verdict.DIFFERENT) for pair in _differences(court, found)]


def _differences(court: Court, found: Clusters) -> list[Pair]:
    """Return the pairs whose difference, by the rules, kept two clusters apart that have a pair judged the same."""
    pairs = dict.fromkeys(refusal.apart for refusal in found.refusals)
    return [pair for pair in pairs if pair not in court.given() and court.verdict(*pair) is Verdict.DIFFERENT]


def _conflicts(court: Court, found: Clusters) -> list[Refusal]:
    """Return the refusals that a person's judgement has part in; the rules' own are unsure pairs."""
    return [one for one in found.refusals if court.person(*one.pair) or court.person(*one.apart)]


def _conflict(refusal: Refusal, iris: list[str]) -> Conflict:
    def named(pair: Pair) -> tuple[str, str]:
        left, right = sorted(iris[index] for index in pair)
        return left, right

    return Conflict(named(refusal.pair), named(refusal.apart))
