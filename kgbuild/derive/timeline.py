"""From changes of control at one place to who held it from when until when, according to whom.

Definitions:
    A *take* makes its actor the holder; a *leave* ends the holding of its actor; an *entry* is a take
    where nobody is known to hold the place. Each is told by some voices and denied by others.

    1. Changes run in the order of their days; on one day leaves come before takes, takes before entries.
    2. A take that is told ends what every voice held of other actors, except the voices that deny the take
       and those that tell another take of the same place on the same day. It opens a state of its actor
       for each voice that tells it.
    3. Who denies a take stands by the holders of before: their states according to the denier begin on
       that day, if they did not already.
    4. A leave that is told ends the states of its actor, except those of its deniers. Who denies a leave
       says that the actor still holds the place: that state begins on the day of the denial.
    5. A change that is only denied ends nothing, and a take that is only denied opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["leave", "take", "entry"]
_ORDER: dict[Kind, int] = {"leave": 0, "take": 1, "entry": 2}


@dataclass(slots=True)
class Change:
    """A change of control at a place on a day: voices that tell or deny it -> IRIs of their claims."""

    day: str
    kind: Kind
    actor: str
    told: dict[str, set[str]] = field(default_factory=dict)
    denied: dict[str, set[str]] = field(default_factory=dict)

    @property
    def claims(self) -> set[str]:
        """All claims that tell it."""
        return set().union(*self.told.values())


@dataclass(slots=True)
class State:
    """``holder`` held the place from ``start`` until ``end`` (not included; empty: not ended), says ``voice``.

    ``claims`` are the voice's own, ``disputed_by`` those that deny the change which it began with, ``ended_by`` those
    of whoever tells the change that ended it.
    """

    holder: str
    voice: str
    start: str
    end: str = ""
    claims: set[str] = field(default_factory=set)
    disputed_by: set[str] = field(default_factory=set)
    ended_by: set[str] = field(default_factory=set)


def states_of(changes: Iterable[Change]) -> list[State]:
    """Return the states that follow from the changes at one place."""
    ordered = sorted(changes, key=lambda change: (change.day, _ORDER[change.kind], change.actor))
    timeline = _Timeline()
    for change in ordered:
        if change.kind == "leave":
            timeline.leave(change)
        elif change.kind == "take":
            rivals = {
                voice
                for other in ordered
                if (other.day, other.kind) == (change.day, "take") and other.actor != change.actor
                for voice in other.told
            }
            timeline.take(change, rivals)
        elif not timeline.open:
            timeline.take(change, set())
    return [state for state in timeline.states if state.start != state.end]


class _Timeline:
    def __init__(self) -> None:
        self.states: list[State] = []

    @property
    def open(self) -> list[State]:
        return [state for state in self.states if not state.end]

    def leave(self, change: Change) -> None:
        if change.told:
            self._end((state for state in self.open if state.holder == change.actor), change, set(change.denied))
        for voice, claims in change.denied.items():
            self._hold(change.actor, voice, change.day, claims)

    def take(self, change: Change, rivals: set[str]) -> None:
        if not change.told:
            return
        others = [state for state in self.open if state.holder != change.actor]
        for voice, claims in change.denied.items():
            for holder in sorted({state.holder for state in others}):
                self._hold(holder, voice, change.day, claims)
        self._end(others, change, set(change.denied) | rivals)
        disputed_by = set().union(*change.denied.values())
        for voice, claims in change.told.items():
            self._hold(change.actor, voice, change.day, claims).disputed_by |= disputed_by

    def _end(self, states: Iterable[State], change: Change, except_for: set[str]) -> None:
        for state in states:
            if state.voice not in except_for:
                state.end = change.day
                state.ended_by |= change.claims

    def _hold(self, holder: str, voice: str, day: str, claims: set[str]) -> State:
        for state in self.open:
            if (state.holder, state.voice) == (holder, voice):
                state.claims |= claims
                return state
        state = State(holder, voice, day, claims=set(claims))
        self.states.append(state)
        return state
