"""Running totals of an evaluation, filled document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum, StrEnum

from kgbuild.evaluate.report import PartScore, Report, TypeTally

_DIGITS = 4


class Part(StrEnum):
    """What is counted, in the order of the scorer's output."""

    ENTITIES = "entities"
    EVENTS = "events"
    ROLES = "roles"
    CLAIMS = "claims"
    TIMES = "times"
    RELATIONS = "relations"


class Outcome(Enum):
    """How one entity or event of a type fared."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


class Tally:
    """Counts of what was found, of what gold holds, and the errors in words."""

    def __init__(self) -> None:
        """Start from nothing."""
        self.errors: list[str] = []
        self._right: Counter[Part] = Counter()
        self._predicted: Counter[Part] = Counter()
        self._gold: Counter[Part] = Counter()
        self._types: Counter[tuple[str, str, Outcome]] = Counter()
        self._agreeing: Counter[str] = Counter()
        self._pairs = 0

    def add(self, part: Part, *, right: int = 0, predicted: int = 0, gold: int = 0) -> None:
        """Add to a part's counts."""
        self._right[part] += right
        self._predicted[part] += predicted
        self._gold[part] += gold

    def add_type(self, kind: str, label: str, outcome: Outcome) -> None:
        """Count one entity or event."""
        self._types[kind, label, outcome] += 1

    def add_pair(self, *, modality: bool, count: bool) -> None:
        """Count one pair of events and whether its modality and count agree."""
        self._pairs += 1
        self._agreeing["modality"] += modality
        self._agreeing["count"] += count

    def report(self, documents: int, absent: Iterable[str]) -> Report:
        """Return the figures."""
        parts = {part.value: PartScore(self._right[part], self._predicted[part], self._gold[part]) for part in Part}
        parts["all"] = PartScore(self._right.total(), self._predicted.total(), self._gold.total())
        return Report(
            documents=documents,
            absent=tuple(absent),
            parts=parts,
            modality=self._share("modality"),
            count=self._share("count"),
            per_type=self._per_type(),
            errors=tuple(self.errors),
        )

    def _share(self, name: str) -> float:
        return round(self._agreeing[name] / self._pairs, _DIGITS) if self._pairs else 0.0

    def _per_type(self) -> tuple[TypeTally, ...]:
        labels = sorted({(kind, label) for kind, label, _ in self._types})
        return tuple(
            TypeTally(kind, label, *(self._types[kind, label, outcome] for outcome in Outcome))
            for kind, label in labels
        )
