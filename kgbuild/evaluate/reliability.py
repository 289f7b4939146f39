"""Whether a confidence means what it says: of what was found with 0.8, eight in ten should be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from kgbuild.evaluate.naming import Record
from kgbuild.evaluate.pairing import Reference, pair_entities, pair_events, role_set
from kgbuild.labels import Role

BINS = 10
_DIGITS = 4


class Judged(StrEnum):
    """What has a confidence; a role is judged with its event, and apart from it."""

    ENTITIES = "entities"
    EVENTS = "events"
    ROLES = "roles"
    ROLES_OF_RIGHT_EVENTS = "roles of right events"


@dataclass(frozen=True, slots=True)
class Bin:
    """What was found with a confidence from ``low`` to ``high``, which belongs to the next bin (1 to the last).

    Attributes:
        count: how many.
        confidence: mean confidence.
        right: share that gold has too.
    """

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins of one kind, empty ones left out, and how far they are off.

    Attributes:
        error: expected calibration error: mean distance of confidence and share right, weighted by count; 0 to 1.
    """

    judged: Judged
    bins: tuple[Bin, ...]
    error: float

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as plain values."""
        return asdict(self)


def reliability(gold: Iterable[Record], predicted: Iterable[Record]) -> tuple[Reliability, ...]:
    """Compare the confidences of predicted documents with what is right by the gold ones.

    What has no confidence is left out, and so are predicted documents that gold lacks.
    """
    found = {document["id"]: document for document in predicted}
    judged: dict[Judged, list[tuple[float, bool]]] = {kind: [] for kind in Judged}
    for document in gold:
        if document["id"] in found:
            for kind, confidence, right in _judgements(document, found[document["id"]]):
                judged[kind].append((confidence, right))
    return tuple(_reliability(kind, outcomes) for kind, outcomes in judged.items())


def _judgements(gold: Record, predicted: Record) -> Iterator[tuple[Judged, float, bool]]:
    partners = pair_entities(gold["entities"], predicted["entities"])
    for entity in predicted["entities"]:
        if entity.get("confidence") is not None:
            yield Judged.ENTITIES, entity["confidence"], entity["id"] in partners

    def name(reference: Any) -> Reference:
        return ("gold", partners[reference]) if reference in partners else ("pred", reference)

    pairs = pair_events(gold["events"], predicted["events"], gold_name=_gold_name, predicted_name=name)
    partner_of = {found: gold["events"][wanted] for wanted, found in pairs.items()}
    for index, event in enumerate(predicted["events"]):
        partner = partner_of.get(index)
        if event.get("confidence") is not None:
            yield Judged.EVENTS, event["confidence"], partner is not None
        wanted = role_set(partner, _gold_name) if partner else set()
        for role, filler, confidence in _sure_roles(event):
            right = (role, name(filler)) in wanted
            yield Judged.ROLES, confidence, right
            if partner:
                yield Judged.ROLES_OF_RIGHT_EVENTS, confidence, right


def _sure_roles(event: Record) -> Iterator[tuple[str, str, float]]:
    known = event.get("role_confidence") or {}
    for role in Role:
        for filler in event.get(role.value) or []:
            if filler in known.get(role.value, {}):
                yield role.value, filler, known[role.value][filler]


def _gold_name(reference: Any) -> Reference:
    return ("gold", reference)


def _reliability(kind: Judged, outcomes: list[tuple[float, bool]]) -> Reliability:
    held: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in outcomes:
        held[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    bins = tuple(_bin(number, held[number]) for number in sorted(held))
    total = len(outcomes)
    error = sum(part.count * abs(part.confidence - part.right) for part in bins) / total if total else 0.0
    return Reliability(kind, bins, round(error, _DIGITS))


def _bin(number: int, outcomes: list[tuple[float, bool]]) -> Bin:
    count = len(outcomes)
    confidence = sum(confidence for confidence, _ in outcomes) / count
    right = sum(right for _, right in outcomes) / count
    return Bin(number / BINS, (number + 1) / BINS, count, round(confidence, _DIGITS), round(right, _DIGITS))
