"""What an event says of itself, as rows: part, value, how sure, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.labels import Role
from kgbuild.records import Event, EventReasons, Explanation


@dataclass(frozen=True, slots=True)
class Fact:
    """One row.

    Attributes:
        part: key of ``words.tsv``: trigger, a role, time, count, modality, a stance.
        value: what it is, in the text's words or figures; a key of ``words.tsv`` where ``is_key``.
        of: id of the entity, where it is one.
        confidence: probability from 0 to 1, where a model gave one.
        reason: the rule or model that decided, where that is known.
        is_key: whether ``value`` is to be said in the reader's language.
    """

    part: str
    value: str
    of: str | None = None
    confidence: float | None = None
    reason: str | None = None
    is_key: bool = False


def event_facts(explanation: Explanation, event: Event) -> list[Fact]:
    """Return the rows of ``event``, what is unknown left out."""
    reasons = explanation.events.get(event.id)
    facts = [Fact("trigger", event.trigger.text, None, event.confidence, reasons.trigger if reasons else None)]
    facts += _roles(explanation, event, reasons)
    if event.time or event.time_text:
        told = f"«{event.time_text.text}»" if event.time_text else ""
        facts.append(Fact("time", f"{event.time or ''} {told}".strip(), reason=reasons.time if reasons else None))
    if event.count is not None:
        facts.append(Fact("count", str(event.count)))
    facts.append(Fact("modality", event.modality.value, is_key=True))
    return [*facts, *_claims(explanation, event, reasons)]


def names_of(explanation: Explanation) -> dict[str, str]:
    """Return entity id -> name."""
    return {entity.id: entity.name for entity in explanation.annotation.entities}


def _roles(explanation: Explanation, event: Event, reasons: EventReasons | None) -> Iterator[Fact]:
    names = names_of(explanation)
    for role in Role:
        for filler in event.role(role):
            sure = event.role_confidence.get(role, {}).get(filler)
            reason = reasons.roles.get((role, filler)) if reasons else None
            yield Fact(role.value, names.get(filler, filler), filler, sure, reason)


def _claims(explanation: Explanation, event: Event, reasons: EventReasons | None) -> Iterator[Fact]:
    names = names_of(explanation)
    for claim in event.claims:
        who = "article" if claim.source is None else names.get(claim.source, claim.source)
        reason = reasons.claims.get((claim.source, claim.stance)) if reasons else None
        yield Fact(claim.stance.value, who, claim.source, reason=reason, is_key=claim.source is None)
