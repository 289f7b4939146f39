"""Where persons' judgements contradict each other: two are different, but a chain of same ones joins them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgbuild.merge.judgements import By, Judgement, Kind
from kgbuild.merge.scoring import Verdict


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair that a person judged different, and the shortest chain of persons' "same" from one to the other."""

    different: Judgement
    chain: tuple[Judgement, ...]


def contradictions(judgements: Iterable[Judgement]) -> list[Contradiction]:
    """Return the contradictions among persons' judgements, in their order."""
    given = [found for found in judgements if found.by is By.PERSON]
    links: dict[tuple[Kind, str], list[Judgement]] = defaultdict(list)
    for found in given:
        if found.verdict is Verdict.SAME:
            for iri in found.pair:
                links[found.kind, iri].append(found)
    apart = (found for found in given if found.verdict is Verdict.DIFFERENT)
    return [Contradiction(found, chain) for found in apart if (chain := _chain(found, links))]


def _chain(found: Judgement, links: Mapping[tuple[Kind, str], list[Judgement]]) -> tuple[Judgement, ...]:
    """Return the shortest chain from one side to the other (breadth first), empty where there is none."""
    start, end = found.pair
    reached: dict[str, tuple[Judgement, ...]] = {start: ()}
    queue = deque([start])
    while queue and end not in reached:
        here = queue.popleft()
        for link in links.get((found.kind, here), ()):
            left, right = link.pair
            there = right if here == left else left
            if there not in reached:
                reached[there] = (*reached[here], link)
                queue.append(there)
    return reached.get(end, ())
