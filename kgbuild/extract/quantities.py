"""How many were killed, injured, captured or displaced."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kgbuild.docview import Marked
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import EntityType, EventType
from kgbuild.resources import data_rows

COUNTED = frozenset(
    {
        EventType.KILLING.value, EventType.INJURY.value, EventType.ARREST.value,
        EventType.ABDUCTION.value, EventType.RELEASE.value, EventType.DISPLACEMENT.value,
    }
)  # fmt: skip
REACH_AFTER = 9
REACH_BEFORE = 6
SINGULAR, DUAL = 1, 2
# Number of a noun for people, as population_nouns.tsv has it; of a plural the text must say how many.
NUMBER_OF_NOUN = {"sg": SINGULAR, "du": DUAL, "pl": None}


def count_of(scene: Scene, trigger: Marked) -> int | None:
    """Return the number of victims that the text gives with ``trigger``; ``None`` where it gives none."""
    if trigger.label not in COUNTED:
        return None
    if trigger.attrs["pos"] == "n" and trigger.attrs["features"] == "dual":
        return DUAL
    sentence = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    after = _first_number(scene, trigger.end, min(sentence[1], trigger.end + REACH_AFTER))
    if after is not None:
        return after
    before = _last_number(scene, max(sentence[0], trigger.start - REACH_BEFORE), trigger.start)
    if before is not None:
        return before
    return _by_agreement(scene, trigger.end, min(sentence[1], trigger.end + 3))


def _first_number(scene: Scene, start: int, end: int) -> int | None:
    events = scene.within(scene.triggers, start, end)
    limit = next((mark.start for mark in events if mark.label in COUNTED), end)
    for number in scene.within(scene.numbers, start, limit):
        return _value(number)
    return None


def _last_number(scene: Scene, start: int, end: int) -> int | None:
    events = scene.within(scene.triggers, start, end)
    low = max((mark.end for mark in events), default=start)
    numbers = scene.within(scene.numbers, low, end)
    return _value(numbers[-1]) if numbers and end - numbers[-1].end <= 3 else None


def _value(number: Marked) -> int | None:
    value = number.attrs.get("values")
    return value if isinstance(value, int) else None


def _by_agreement(scene: Scene, start: int, end: int) -> int | None:
    """«مقتل جنديين» is two, «مقتل مدني» one; a victim known by name is not counted."""
    if any(scene.names[name].label == EntityType.PERSON.value for name in scene.names_within(start, end)):
        return None
    for norm in scene.view.norms[start:end]:
        number = _people().get(norm)
        if number == "counted" and norm == scene.view.norms[start]:
            return SINGULAR
        if number in NUMBER_OF_NOUN:
            return NUMBER_OF_NOUN[number]
    return None


@cache
def _people() -> Mapping[str, str]:
    return {fold(noun): number for noun, _, number in data_rows("analyse", "population_nouns.tsv")}
