"""Roles by rule: the frame of the event type read on the attachments of its trigger."""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.docview import Marked
from kgbuild.extract.attachments import Attachment, attachments
from kgbuild.extract.frames import STRUCK_PLACES, frames
from kgbuild.extract.scene import Scene
from kgbuild.labels import EntityType, Role

MAX_BREAKS = {True: 1, False: 1}
LOOSE_PLACE_REACH = 25
BROAD_PLACES = frozenset({EntityType.COUNTRY, EntityType.GOVERNORATE, EntityType.AREA})

Roles = dict[Role, list[int]]


def assign_roles(scene: Scene, trigger: Marked) -> Roles:
    """Return the names (indices in ``scene.names``) in each role of the event that ``trigger`` tells."""
    found: Roles = {role: [] for role in Role}
    frame = frames()[trigger.label]
    attached = attachments(scene, trigger)
    for item in attached:
        if item.breaks > MAX_BREAKS[item.after]:
            continue
        kind = EntityType(scene.names[item.name].label)
        role = Role.OPERATION if kind is EntityType.OPERATION else frame.role(item.slot, kind)
        if role and not _is_container(scene, found, item, role):
            found[role].append(item.name)
    if not found[Role.PLACE]:
        found[Role.PLACE] = list(_loose_place(scene, attached))
    return _distinct(scene, found)


def _is_container(scene: Scene, found: Roles, item: Attachment, role: Role) -> bool:
    """«خان شيخون بمحافظة إدلب»: only the most exact place is given."""
    kind = EntityType(scene.names[item.name].label)
    if role is not Role.PLACE or not found[Role.PLACE]:
        return False
    previous = scene.names[found[Role.PLACE][-1]]
    return item.slot in ("في", "ب") and kind in BROAD_PLACES and scene.names[item.name].start - previous.end <= 3


def _loose_place(scene: Scene, attached: Iterable[Attachment]) -> Iterable[int]:
    """Without a place of its own an event happens where its clause says «في» of something."""
    for item in attached:
        kind = EntityType(scene.names[item.name].label)
        if kind in STRUCK_PLACES and item.slot in ("في", "ب") and item.distance <= LOOSE_PLACE_REACH:
            return [item.name]
    return []


def _distinct(scene: Scene, found: Roles) -> Roles:
    """An entity fills one role of an event; the first that it got, agent before target."""
    seen: set[str] = set()
    for role in (Role.AGENT, Role.TARGET, Role.PLACE, Role.OPERATION):
        kept = []
        for name in found[role]:
            entity = scene.entity_of.get(name)
            if entity and entity not in seen:
                seen.add(entity)
                kept.append(name)
        found[role] = kept
    return found
