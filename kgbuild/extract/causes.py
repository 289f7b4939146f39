"""When the effects of an attack happened: «وأسفر القصف عن مقتل خمسة» is dated as the shelling that was told before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgbuild.docview import Marked
from kgbuild.extract.scene import Scene, is_follow_up
from kgbuild.labels import EventType, Modality
from kgbuild.records import Event

CAUSES = frozenset(
    {EventType.ATTACK, EventType.AIR_STRIKE, EventType.SHELLING, EventType.BOMBING, EventType.ARMED_CLASH}
)
EFFECTS = frozenset({EventType.KILLING, EventType.INJURY, EventType.DESTRUCTION, EventType.DISPLACEMENT})


def with_times_of_causes(scene: Scene, told: Iterable[Event]) -> list[Event]:
    """Return the events of ``scene.triggers``, in their order, undated effects with the time of their cause."""
    dated: list[Event] = []
    for trigger, event in zip(scene.triggers, told, strict=True):
        cause = _cause(scene, trigger, dated) if event.time is None and event.type in EFFECTS else None
        dated.append(replace(event, time=cause.time, time_text=cause.time_text) if cause else event)
    return dated


def _cause(scene: Scene, trigger: Marked, earlier: Sequence[Event]) -> Event | None:
    """Return the dated event of an earlier sentence that a definite noun beside the trigger follows up («القصف»)."""
    sentence = scene.view.sentence_of(trigger.start)
    told_here = {mark.start for mark in scene.triggers}
    for mark in scene.within(scene.candidates, *scene.view.sentences[sentence]):
        if mark.start in told_here or EventType(mark.label) not in CAUSES or not is_follow_up(mark):
            continue
        known = [
            event for event in earlier
            if event.type == mark.label and event.sentence < sentence and event.modality is Modality.ACTUAL
        ]  # fmt: skip
        if known and known[-1].time:
            return known[-1]
    return None
