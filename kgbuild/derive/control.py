"""Control of places: ``kgb:ControlState`` from seizures, withdrawals and entries (graph ``derived-control``).

Spec: an event counts where it is told or denied as actual (plans and suppositions do not), has a place and an
agent. Its day is ``kgb:date`` where that is a day. A denial without a day is of the day of publication; a telling
without a day is left out, for its start would be guessed. A denial meets the latest telling of the same kind,
place and actor that is not later than itself and at most ``DENIAL_DAYS`` earlier; else it stands alone. What
follows from the changes is said in :mod:`kgbuild.derive.timeline`. A state is contested where the
change that it began with is denied or, on some day of it, another voice has
another holder, and not this one, for the place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import pyoxigraph as ox

from kgbuild.derive.sources import CLAIMS, Row, asserts, rows, voice
from kgbuild.derive.terms import RDF_TYPE, DerivedGraph, day, kgb
from kgbuild.derive.timeline import Change, Kind, State, states_of

DENIAL_DAYS = 3
"""How long after a change a denial of it is looked for, in days: news answer news within days."""

_KINDS: dict[str, Kind] = {"Seizure": "take", "Withdrawal": "leave", "Entry": "entry"}
_QUERY = f"""
SELECT DISTINCT ?event ?type ?place ?actor ?date ?published ?claim ?stance ?document ?claimant ?publisher WHERE {{
  VALUES ?type {{ kgb:Seizure kgb:Withdrawal kgb:Entry }}
  ?event a ?type ; kgb:modality kgb:actual ; kgb:place ?place ; kgb:agent ?actor .
  {CLAIMS}
  OPTIONAL {{ ?event kgb:date ?date }}
  OPTIONAL {{ ?document schema:datePublished ?published }}
}}
ORDER BY ?place ?actor ?claim ?document ?date
"""


def control_quads(store: ox.Store, base: str) -> Iterator[ox.Quad]:
    """Yield the control states that follow from the claims in the default graph of ``store``."""
    graph = DerivedGraph("control", base)
    found = list(rows(store, _QUERY))
    speakers: dict[str, set[str]] = defaultdict(set)
    for row in found:
        speakers[row["claim"]].add(row.get("claimant") or row["document"])
    for place, changes in _changes(found).items():
        states = states_of(changes)
        for state in states:
            yield from _state_quads(graph, place, state, _contested(state, states))
            node = _node(graph, place, state)
            for speaker in sorted(set().union(*(speakers[claim] for claim in state.claims))):
                yield graph.say(node, kgb("accordingTo"), ox.NamedNode(speaker))


def _changes(found: Iterable[Row]) -> dict[str, list[Change]]:
    """Return place -> changes, each day's tellings of the same change as one, denials laid at what they deny."""
    told: dict[str, dict[tuple[str, str, str], Change]] = defaultdict(dict)
    denials: list[tuple[Row, str]] = []
    for row in found:
        when = _day(row)
        if when and asserts(row):
            _change(told[row["place"]], row, when).told.setdefault(voice(row), set()).add(row["claim"])
        elif when:
            denials.append((row, when))
    for row, when in denials:
        changes = told[row["place"]]
        target = _denied(changes.values(), row, when) or _change(changes, row, when)
        target.denied.setdefault(voice(row), set()).add(row["claim"])
    return {place: list(changes.values()) for place, changes in sorted(told.items())}


def _change(changes: dict[tuple[str, str, str], Change], row: Row, when: str) -> Change:
    kind = _kind(row)
    return changes.setdefault((when, kind, row["actor"]), Change(when, kind, row["actor"]))


def _denied(changes: Iterable[Change], row: Row, when: str) -> Change | None:
    alike = [
        change
        for change in changes
        if (change.kind, change.actor) == (_kind(row), row["actor"]) and 0 <= _days(change.day, when) <= DENIAL_DAYS
    ]
    return max(alike, key=lambda change: change.day, default=None)


def _kind(row: Row) -> Kind:
    return _KINDS[row["type"].rpartition("#")[2]]


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _day(row: Row) -> str | None:
    when = row.get("date")
    if when is None and not asserts(row):
        when = row.get("published")
    return when if when and len(when) == len("2025-03-01") else None


def _node(graph: DerivedGraph, place: str, state: State) -> ox.NamedNode:
    return graph.mint(place, state.holder, state.voice, state.start)


def _state_quads(graph: DerivedGraph, place: str, state: State, contested: bool) -> Iterator[ox.Quad]:
    node = _node(graph, place, state)
    yield graph.say(node, RDF_TYPE, kgb("ControlState"))
    yield graph.say(node, kgb("ofPlace"), ox.NamedNode(place))
    yield graph.say(node, kgb("controller"), ox.NamedNode(state.holder))
    yield graph.say(node, kgb("from"), day(state.start))
    if state.end:
        yield graph.say(node, kgb("until"), day(state.end))
    yield graph.say(node, kgb("status"), kgb("contested" if contested else "uncontested"))
    yield from graph.rests_on(node, state.claims | state.disputed_by | state.ended_by)


def _contested(state: State, others: Iterable[State]) -> bool:
    """Forces that took a place together are no rivals: a voice that names both contests neither."""
    overlapping = [other for other in others if _overlap(other, state)]
    agreeing = {other.voice for other in overlapping if other.holder == state.holder}
    return bool(state.disputed_by) or any(other.voice not in agreeing for other in overlapping)


def _overlap(one: State, two: State) -> bool:
    return (not one.end or two.start < one.end) and (not two.end or one.start < two.end)
