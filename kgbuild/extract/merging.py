"""One happening told twice is one event: the union of its roles and claims, the first full telling's trigger."""

from __future__ import annotations

from dataclasses import replace

from kgbuild.labels import Role
from kgbuild.records import Event

# Follow-up mentions are definite («الهجوم», «الغارة») and bring little of their own.
REACH = 12


def merge_events(events: list[Event], definite: set[str]) -> list[Event]:
    """Return the events with repeated tellings merged; ``definite`` holds ids told by a definite noun."""
    merged: list[Event] = []
    for event in events:
        index = next((i for i in reversed(range(len(merged))) if _same(merged[i], event, event.id in definite)), None)
        if index is None:
            merged.append(event)
        else:
            merged[index] = _union(merged[index], event)
    return merged


def _same(known: Event, event: Event, definite: bool) -> bool:
    if known.type is not event.type or event.sentence - known.sentence > REACH:
        return False
    if not _compatible(known.time, event.time) or (known.count and event.count and known.count != event.count):
        return False
    overlap = [_overlap(known, event, role) for role in (Role.AGENT, Role.TARGET, Role.PLACE)]
    if -1 in overlap:
        return False
    return sum(overlap) >= (0 if definite else 2)


def _compatible(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _overlap(known: Event, event: Event, role: Role) -> int:
    """1 where both name the same, 0 where one is silent, -1 where they differ."""
    mine, theirs = set(known.role(role)), set(event.role(role))
    if not mine or not theirs:
        return 0
    return 1 if mine & theirs else -1


def _union(known: Event, event: Event) -> Event:
    roles = {role: tuple(dict.fromkeys((*known.role(role), *event.role(role)))) for role in Role}
    claims = {(claim.source, claim.stance): claim for claim in (*event.claims, *known.claims)}
    ordered = [claims[key] for key in dict.fromkeys((c.source, c.stance) for c in (*known.claims, *event.claims))]
    return replace(
        known,
        agent=roles[Role.AGENT],
        target=roles[Role.TARGET],
        place=roles[Role.PLACE],
        operation=roles[Role.OPERATION],
        time=known.time or event.time,
        time_text=known.time_text or event.time_text,
        count=known.count if known.count is not None else event.count,
        claims=tuple(ordered),
        mentions=(*known.mentions, event.trigger, *event.mentions),
        role_confidence=_surer(known, event),
    )


def _surer(known: Event, event: Event) -> dict[Role, dict[str, float]]:
    """A filler that both name is as sure as the clearer telling makes it."""
    surer: dict[Role, dict[str, float]] = {}
    for told in (known, event):
        for role, fillers in told.role_confidence.items():
            of_role = surer.setdefault(role, {})
            for filler, probability in fillers.items():
                of_role[filler] = max(probability, of_role.get(filler, probability))
    return surer
