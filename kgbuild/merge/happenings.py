"""A cluster of tellings as one happening: what most of them say, and all that any of them names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kgbuild.iris import BASE, digest
from kgbuild.labels import EventType, Role
from kgbuild.merge.comparison import where
from kgbuild.merge.copies import independent_publishers
from kgbuild.merge.tellings import Report, Telling
from kgbuild.merge.world import World

_ARABIC_COMMA = "\u060c "
_NAMES_IN_LABEL = 2
Value = TypeVar("Value", EventType, int, str)


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening that several events tell. The claims stay at its events.

    Attributes:
        iri: minted from the first of its events' IRIs.
        events: IRIs of the events that tell it, sorted.
        type: the type that most tell.
        label: the word that most tell it with, and the places.
        day: ISO day that most tell; ``None`` where none tells a day.
        roles: role -> IRIs of all who are told to fill it, sorted.
        counts: all figures told, sorted; which document tells which stands at the events.
        first_report, last_report: days of publication (ISO) of the first and the last document that tells it.
        documents: IRIs of the documents, sorted.
        publishers: number of independent publishers (:mod:`kgbuild.merge.copies`); ``None`` where none is known.
    """

    iri: str
    events: tuple[str, ...]
    type: EventType
    label: str
    day: str | None
    roles: dict[Role, tuple[str, ...]]
    counts: tuple[int, ...]
    first_report: str | None
    last_report: str | None
    documents: tuple[str, ...]
    publishers: int | None


def happening(members: Sequence[Telling], world: World, base: str = BASE) -> Happening:
    """Return the happening that ``members`` tell."""
    events = tuple(sorted(telling.iri for telling in members))
    reports = sorted({telling.report for telling in members}, key=lambda report: report.iri)
    published = sorted(report.published for report in reports if report.published is not None)
    days = [telling.day for telling in members if telling.day is not None]
    return Happening(
        iri=f"{base}happening/{digest('happening', events[0])}",
        events=events,
        type=_most(telling.type for telling in members),
        label=_label(members, world),
        day=_iso(_most(days)) if days else None,
        roles={role: _fillers(members, role, world) for role in Role},
        counts=tuple(sorted({telling.count for telling in members if telling.count is not None})),
        first_report=_iso(published[0]) if published else None,
        last_report=_iso(published[-1]) if published else None,
        documents=tuple(report.iri for report in reports),
        publishers=_publishers(reports),
    )


def _publishers(reports: Iterable[Report]) -> int | None:
    return independent_publishers(reports) or None


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _most(values: Iterable[Value]) -> Value:
    """Return the most frequent value; of equally frequent ones the first in order."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _fillers(members: Iterable[Telling], role: Role, world: World) -> tuple[str, ...]:
    numbers = {number for telling in members for number in getattr(telling, role.value)}
    return tuple(sorted(world.iri(number) for number in numbers))


def _label(members: Sequence[Telling], world: World) -> str:
    trigger = _most(telling.trigger for telling in members)
    named = Counter(world.label(place) for telling in members for place in where(telling, world))
    names = sorted(filter(None, named), key=lambda name: (-named[name], name))[:_NAMES_IN_LABEL]
    return f"{trigger}: {_ARABIC_COMMA.join(names)}" if names else trigger
