"""Frames of event types: which syntactic slot fills which role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kgbuild.folding import fold
from kgbuild.labels import ACTOR_TYPES, PLACE_TYPES, EntityType, Role
from kgbuild.resources import data_rows

ANY_TYPE = "*"
# Places that are struck, visited or besieged as places; a facility can be a target (guidelines, section 6, Roles).
STRUCK_PLACES = PLACE_TYPES - {EntityType.FACILITY}


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of ``frames.tsv``: slot -> role as written (``target!`` keeps a country as target)."""

    slots: Mapping[str, str]

    def role(self, slot: str, kind: EntityType) -> Role | None:
        """Return the role of an entity of a type in a slot, or ``None`` where it has none."""
        name = self.slots.get(slot, "-")
        if name == "-":
            return None
        role = Role(name.rstrip("!"))
        if kind is EntityType.OPERATION:
            return Role.OPERATION
        if role is Role.TARGET and kind in STRUCK_PLACES:
            return Role.TARGET if name.endswith("!") and kind is EntityType.COUNTRY else Role.PLACE
        if role is Role.AGENT and kind not in ACTOR_TYPES:
            return None
        if role is Role.PLACE and kind not in PLACE_TYPES:
            return None
        return role


@cache
def frames() -> Mapping[str, Frame]:
    """Return the frame of every event type."""
    rows = {row[0]: row for row in data_rows("extract", "frames.tsv")}
    shared = _prepositions(rows.pop(ANY_TYPE)[4])
    table = {}
    for kind, subject, direct, genitive, prepositions in rows.values():
        slots = {"subject": subject, "object": direct, "genitive": genitive}
        table[kind] = Frame({**shared, **_prepositions(prepositions), **slots})
    return table


def _prepositions(cell: str) -> dict[str, str]:
    pairs = (pair.split(":") for pair in cell.split(","))
    return {fold(preposition): role for preposition, role in pairs}
