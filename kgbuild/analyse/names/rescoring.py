"""The second look: a classifier that weighs each possible name by the whole stretch and the whole document.

Reranking of a tagger's readings (Collins 2002, "Ranking algorithms for named-entity
extraction"), as a logistic regression over :mod:`kgbuild.analyse.names.span_features`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.proposals import Proposal
from kgbuild.analyse.names.span_features import SpanFeatures
from kgbuild.linear import LinearModel
from kgbuild.models import NAME_SPANS

NAME, NONE = "name", "none"
# A wrong name costs less than a missing one where half of the names found are right anyway.
THRESHOLD = 0.36


def second_stage(tagger: Path) -> Path:
    """Return the file of the classifier that goes with the file of a tagger."""
    return tagger.with_name(NAME_SPANS)


def rescored(model: LinearModel, features: SpanFeatures, found: Iterable[Proposal]) -> list[Candidate]:
    """Return the likely names of a document that do not overlap, surest first taken, in text order."""
    weighed = [(model.probabilities(features.of(item))[NAME], item) for item in found]
    # A stretch has one type, so that it is a name at all is as likely as its types together.
    named: dict[tuple[int, int], float] = defaultdict(float)
    for likely, item in weighed:
        named[item.start, item.end] += likely
    taken: list[Candidate] = []
    covered: set[int] = set()
    for likely, item in sorted(weighed, key=lambda pair: (-pair[0], pair[1].start, pair[1].end, pair[1].type)):
        tokens = range(item.start, item.end)
        if named[item.start, item.end] >= THRESHOLD and covered.isdisjoint(tokens):
            covered.update(tokens)
            taken.append(item.candidate(likely))
    return sorted(taken, key=lambda candidate: candidate.start)
