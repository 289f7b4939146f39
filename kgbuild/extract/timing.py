"""When an event happened: the time expression of its clause, or of the announcement that tells it."""

from __future__ import annotations

from kgbuild.docview import Marked
from kgbuild.extract.attachments import count_breaks
from kgbuild.extract.scene import Scene
from kgbuild.labels import Modality

# A time binds to the nearest event; beyond so many clause breaks it belongs to another.
MAX_BREAKS = 2


def time_of(scene: Scene, trigger: Marked, modality: Modality) -> Marked | None:
    """Return the resolvable time expression that dates the event which ``trigger`` tells, or ``None``."""
    start, end = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    times = [mark for mark in scene.within(scene.times, start, end) if time_value(mark, modality)]
    scored = [(_distance(scene, trigger, mark), mark.start, mark) for mark in times]
    reachable = [item for item in scored if item[0] is not None]
    return min(reachable, key=lambda item: (item[0], item[1]))[2] if reachable else None


def time_value(mark: Marked, modality: Modality) -> str | None:
    """Return the ISO value of a time expression, the coming one for a future event where the text leaves it open."""
    future = mark.attrs.get("futures")
    if modality is Modality.FUTURE and future:
        return str(future)
    value = mark.attrs.get("values")
    return str(value) if value else None


def _distance(scene: Scene, trigger: Marked, mark: Marked) -> float | None:
    low, high = sorted([(trigger.start, trigger.end), (mark.start, mark.end)])
    breaks = count_breaks(scene, low[1], high[0])
    if breaks > MAX_BREAKS:
        return None
    # What stands behind an event dates it more often than what stands before.
    return (high[0] - low[1]) + 8 * breaks + (3 if mark.start < trigger.start else 0)
