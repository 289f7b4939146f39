"""The way between two places of a sentence as a run of word classes: «ب T:n في» is told from «, C T:v»."""

from __future__ import annotations

from kgbuild.docview import Marked
from kgbuild.extract.attachments import COMMAS, STOPS
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import PLACE_TYPES, EntityType

LONGEST = 7
ENDS = 3
DEFINITE, PLAIN = "definite", "plain"


def path_between(scene: Scene, low: int, high: int) -> list[str]:
    """Return the classes of the tokens ``low`` to ``high``, in text order, runs of plain words as one."""
    marks = {mark.start: (mark.end, _class_of_name(mark)) for mark in scene.within(scene.names, low, high)}
    for mark in scene.within(scene.triggers, low, high):
        marks[mark.start] = (mark.start + 1, f"trigger:{mark.attrs['pos']}")
    for mark in scene.within(scene.speech, low, high):
        marks[mark.start] = (mark.start + 1, f"speech:{mark.label}")
    path: list[str] = []
    at = low
    while at < high:
        following, kind = marks.get(at) or (at + 1, _class_of_word(scene.view.norms[at]))
        if kind not in (DEFINITE, PLAIN) or path[-1:] != [kind]:
            path.append(kind)
        at = following
    return path


def whole(path: list[str]) -> str:
    """Return a path as one feature; of a long one the two ends."""
    return " ".join(path if len(path) <= LONGEST else [*path[:ENDS], "…", *path[-ENDS:]])


def ends(path: list[str]) -> tuple[str, str]:
    """Return how a path begins and how it ends."""
    return " ".join(path[:ENDS]), " ".join(path[-ENDS:])


def _class_of_name(mark: Marked) -> str:
    return "place" if EntityType(mark.label) in PLACE_TYPES else "actor"


def _class_of_word(norm: str) -> str:
    if norm in words("preposition") or norm == "و":
        return norm
    if norm in COMMAS:
        return "comma"
    if norm in words("relative"):
        return "relative"
    if norm in STOPS or norm in words("clause"):
        return "clause"
    return DEFINITE if norm.startswith("ال") else PLAIN
