"""What the tagger holds possible: stretches of tokens with a type and a probability, more than its one best reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.analyse.names.features import OUTSIDE
from kgbuild.analyse.names.tagger import Tagger, spans_of
from kgbuild.analyse.names.words import descriptive_adjectives

# Where the best tag is this sure no other is looked at; a tag less likely than this begins or continues no name.
SURE = 0.98
UNLIKELY = 0.08
MAX_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible name.

    Attributes:
        start, end: token offsets, ``end`` exclusive.
        type: value of ``EntityType``.
        score: probability of its least likely token and of its end.
        best: whether it belongs to the tagger's best reading.
    """

    start: int
    end: int
    type: str
    score: float
    best: bool

    def candidate(self, confidence: float) -> Candidate:
        """Return it as a name."""
        return Candidate(self.start, self.end, self.type, "tagger", Strength.STRONG, confidence=round(confidence, 4))


def proposals(
    tagger: Tagger, features: Sequence[list[str]], sentences: Iterable[tuple[int, int]]
) -> Iterator[Proposal]:
    """Yield every stretch that the tagger holds possible, sentence by sentence."""
    labels = [label for label in tagger.labels() if label != OUTSIDE]
    for start, end in sentences:
        tags = tagger.tag(features[start:end])
        best = set(spans_of(tags))
        likely = [_likely_tags(tagger, at, tag, labels) for at, tag in enumerate(tags)]
        found = {span for at, known in enumerate(likely) if known for span in _from(likely, at)} | best
        for first, last, kind in sorted(found):
            score = _score(likely, first, last, kind)
            yield Proposal(start + first, start + last, kind, score, (first, last, kind) in best)


def undescribed(norms: Sequence[str], found: Iterable[Proposal]) -> list[Proposal]:
    """Return ``found`` without adjectives that only describe: «مورك الاستراتيجية» and «مورك» are readings of one name.

    Readings exclude each other, so what they come down to has their summed score.
    """
    cores: dict[tuple[int, int, str], Proposal] = {}
    for item in found:
        end = item.end
        while end - item.start > 1 and norms[end - 1] in descriptive_adjectives():
            end -= 1
        known = cores.get((item.start, end, item.type))
        score, best = (known.score, known.best) if known else (0.0, False)
        core = replace(item, end=end, score=min(item.score + score, 1.0), best=item.best or best)
        cores[item.start, end, item.type] = core
    return list(cores.values())


def _likely_tags(tagger: Tagger, at: int, best: str, labels: Sequence[str]) -> dict[str, float]:
    """Return the tags of a token that are not unlikely; where the best one is sure, no other is asked for."""
    sure: float = tagger.marginal(best, at)
    if sure > SURE:
        return {} if best == OUTSIDE else {best: sure}
    known = ((tag, tagger.marginal(tag, at)) for tag in labels)
    return {tag: value for tag, value in known if value > UNLIKELY}


def _from(likely: Sequence[dict[str, float]], at: int) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches that may begin at ``at``."""
    for tag in likely[at]:
        if not tag.startswith("B-"):
            continue
        kind, end = tag[2:], at + 1
        while end <= len(likely) and end - at <= MAX_LENGTH:
            goes_on = likely[end].get(f"I-{kind}", 0.0) if end < len(likely) else 0.0
            if goes_on < 1 - UNLIKELY:
                yield at, end, kind
            if not goes_on:
                break
            end += 1


def _score(likely: Sequence[dict[str, float]], first: int, last: int, kind: str) -> float:
    inside = [likely[first].get(f"B-{kind}", 0.0), *(likely[at].get(f"I-{kind}", 0.0) for at in range(first + 1, last))]
    ends = 1 - likely[last].get(f"I-{kind}", 0.0) if last < len(likely) else 1.0
    return min(*inside, ends)
