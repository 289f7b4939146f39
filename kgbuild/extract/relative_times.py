"""Events dated by another's day: «… غداة قصف الجسر», «… بعد يومين من كمين استهدف دورية»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgbuild.days import days_after, is_day
from kgbuild.docview import Marked
from kgbuild.extract.attachments import count_breaks
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import EventType
from kgbuild.records import Event, Mention

# What the days are counted from stands so near behind the expression, with what belongs to it.
REACH = 8
COUNTED_FROM = frozenset(map(fold, ("من", "على", "عن", "ل")))
# «غداة», «عشية» take what they are counted from without a preposition.
BARE = frozenset(map(fold, ("غداة", "عشية")))
OF, PLURAL = "من", "plural"
# «بعد أربعة أيام من القتال» says how long it lasted, as do several talks or protests.
LASTING = frozenset({EventType.ARMED_CLASH, EventType.SIEGE, EventType.SHELLING})
LASTING_IF_SEVERAL = frozenset({EventType.MEETING, EventType.PROTEST})
BOUNDS = frozenset(map(fold, ("أقل", "أكثر")))


def reckoned(scene: Scene, trigger: Marked, event: Event, published: str | None) -> Event:
    """Return the event with its date: what «بعد يومين من» is counted from lies two days before the day told last.

    Where the text has told none before, it counts from the publication. A date behind the trigger is the event's own.
    """
    counting = _counting(scene, trigger)
    if counting is None or (event.time_text and event.time_text.start > event.trigger.start):
        return event
    told = [mark.attrs["values"] for mark in scene.within(scene.times, 0, counting.start)]
    day = next(filter(is_day, reversed(told)), published)
    found = days_after(day, -counting.attrs["offsets"]) if day else None
    if found is None:
        return event
    told_by = Mention(*scene.view.span_text(counting.start, counting.end))
    return replace(event, time=found, time_text=told_by)


def _counting(scene: Scene, trigger: Marked) -> Marked | None:
    """The expression whose days are counted from the event, where one leads up to it."""
    norms = scene.view.norms
    start, _ = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    for mark in reversed(scene.within(scene.times, max(start, trigger.start - REACH), trigger.start)):
        if not mark.attrs.get("offsets") or mark.end > trigger.start:
            continue
        if count_breaks(scene, mark.end, trigger.start) == 0 and _counts_from(norms, mark, trigger):
            return mark
    return None


def _counts_from(norms: Sequence[str], mark: Marked, trigger: Marked) -> bool:
    if norms[mark.end - 1] in BARE:
        return True
    lasts = trigger.label in LASTING or (trigger.label in LASTING_IF_SEVERAL and trigger.attrs["features"] == PLURAL)
    if norms[mark.end] == OF and lasts and abs(mark.attrs["offsets"]) > 1:
        return False
    return norms[mark.end] in COUNTED_FROM and BOUNDS.isdisjoint(norms[mark.start : mark.end])
