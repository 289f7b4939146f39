"""What an evaluation finds: figures a part, figures a type, and every error in words."""

from __future__ import annotations

from dataclasses import dataclass

# The scores of the guidelines' scorer are rounded so.
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class PartScore:
    """How much of one part (entities, events, …) was found.

    Attributes:
        right: found and in gold.
        predicted: found.
        gold: in gold.
    """

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is in gold; 0 where nothing was found."""
        return round(self._exact()[0], _DIGITS)

    @property
    def recall(self) -> float:
        """Share of gold that was found; 0 where gold is empty."""
        return round(self._exact()[1], _DIGITS)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, before they are rounded."""
        precision, recall = self._exact()
        both = precision + recall
        return round(2 * precision * recall / both if both else 0.0, _DIGITS)

    def _exact(self) -> tuple[float, float]:
        precision = self.right / self.predicted if self.predicted else 0.0
        return precision, self.right / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class TypeTally:
    """Entities or events (``kind``) of one type: found, found wrongly, not found."""

    kind: str
    label: str
    right: int
    wrong: int
    missed: int


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an evaluation.

    Attributes:
        documents: number of gold documents.
        absent: ids of gold documents without a prediction, in gold's order.
        parts: entities, events, roles, claims, times, relations, and all of them together.
        modality: share of paired events with the right modality; 0 without pairs.
        count: share of paired events with the right count; 0 without pairs.
        per_type: tallies sorted by kind and label.
        errors: one line each, in gold's order.
    """

    documents: int
    absent: tuple[str, ...]
    parts: dict[str, PartScore]
    modality: float
    count: float
    per_type: tuple[TypeTally, ...]
    errors: tuple[str, ...]

    def as_dict(self) -> dict[str, dict[str, float | int] | float]:
        """Return the figures as the guidelines' scorer prints them with ``--json``."""
        figures: dict[str, dict[str, float | int] | float] = {
            name: {"p": part.precision, "r": part.recall, "f1": part.f1, "gold": part.gold}
            for name, part in self.parts.items()
        }
        return figures | {"modality": self.modality, "count": self.count}
