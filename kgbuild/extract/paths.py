"""The way between two places of a sentence as a run of word classes: «trigger:n في» is told from «comma clause»."""

from __future__ import annotations

from kgbuild.docview import Marked
from kgbuild.extract.attachments import COMMAS, STOPS
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import EntityType

LONGEST = 7
ENDS = 3
DEFINITE, PLAIN = "definite", "plain"


def path_between(scene: Scene, low: int, high: int) -> list[str]:
    """Return the classes of the tokens ``low`` to ``high``, in text order, runs of plain words as one."""
    marks = {mark.start: (mark.end, _class_of_name(mark)) for mark in scene.within(scene.names, low, high)}
    for mark in scene.within(scene.triggers, low, high):
        marks[mark.start] = (mark.start + 1, f"trigger:{mark.attrs['pos']}")
    for mark in scene.within(scene.speech, low, high):
        # «اتهم» both reports and tells an event: between two others it opens a statement.
        marks[mark.start] = (mark.end, f"speech:{mark.label}")
    path: list[str] = []
    at = low
    while at < high:
        following, kind = marks.get(at) or (at + 1, _class_of_word(scene.view.norms[at]))
        if kind not in (DEFINITE, PLAIN) or path[-1:] != [kind]:
            path.append(kind)
        at = following
    return path


def path_features(scene: Scene, low: int, high: int) -> tuple[str, str, str]:
    """Return the path whole, its beginning and its end, each as one string; a long one is cut in the middle."""
    path = path_between(scene, low, high)
    whole = path if len(path) <= LONGEST else [*path[:ENDS], "…", *path[-ENDS:]]
    return " ".join(whole), " ".join(path[:ENDS]), " ".join(path[-ENDS:])


def _class_of_name(mark: Marked) -> str:
    kind = EntityType(mark.label)
    return "place" if kind.is_place else "actor" if kind.is_actor else "operation"


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
