"""The second look: a classifier that weighs each possible name by the whole stretch and the whole document.

Reranking of a tagger's readings (Collins 2002, "Ranking algorithms for named-entity
extraction"), as a logistic regression over :mod:`kgbuild.analyse.names.span_features`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.proposals import Proposal
from kgbuild.analyse.names.span_features import SpanFeatures
from kgbuild.analyse.names.words import descriptive_adjectives
from kgbuild.linear import LinearModel

NAME, NONE = "name", "none"
# A wrong name costs less than a missing one where half of the names found are right anyway.
THRESHOLD = 0.36
# So likely a name, the types that it may have taken together, a stretch is not left out for want of one sure type.
SURELY = 0.48


def second_stage(tagger: Path) -> Path:
    """Return the file of the classifier that goes with the file of a tagger."""
    return tagger.with_suffix(".tsv")


def rescored(model: LinearModel, features: SpanFeatures, found: Iterable[Proposal]) -> list[Candidate]:
    """Return the likely names of a document that do not overlap, surest first taken, in text order."""
    weighed = _together([(model.probabilities(features.of(item))[NAME], item) for item in found], features.norms)
    taken: list[Candidate] = []
    covered: set[int] = set()
    for likely, item in sorted(weighed, key=lambda pair: (-pair[0], pair[1].start, pair[1].end, pair[1].type)):
        tokens = range(item.start, item.end)
        if likely >= THRESHOLD and covered.isdisjoint(tokens):
            covered.update(tokens)
            taken.append(item.candidate(likely))
    return sorted(taken, key=lambda candidate: candidate.start)


def _together(weighed: Sequence[tuple[float, Proposal]], norms: Sequence[str]) -> list[tuple[float, Proposal]]:
    """A stretch that is surely a name, but of which type is open («منطقة مورك»), is one of its likeliest type."""
    spans: dict[tuple[int, int], dict[str, tuple[float, Proposal]]] = defaultdict(dict)
    for likely, item in sorted(weighed, key=lambda pair: (pair[1].start, pair[1].end, pair[1].type)):
        end = item.end
        while end - 1 > item.start and norms[end - 1] in descriptive_adjectives():
            end -= 1
        types = spans[item.start, end]
        known, _ = types.get(item.type, (0.0, item))
        types[item.type] = (known + likely, replace(item, end=end))
    found = []
    for types in spans.values():
        best, item = max(types.values(), key=lambda pair: (pair[0], pair[1].type))
        together = math.fsum(likely for likely, _ in types.values())
        found.append((max(best, THRESHOLD) if together >= SURELY else best, item))
    return found
