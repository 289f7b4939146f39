"""Agreement: Arabic verbs agree with their subject in gender and number, and suffixes with what they stand for.

Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapter 4: places and the
plurals of things and bodies are feminine singular, plurals of persons masculine.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.docview import Marked
from kgbuild.extract.attachments import Attachment, first_token
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import PLACE_TYPES, EntityType

FEMININE, MASCULINE, PLURAL = "f", "m", "p"
FEMININE_TYPES = PLACE_TYPES - {EntityType.FACILITY, EntityType.ROAD, EntityType.NATURAL_FEATURE} | {EntityType.STATE}
# Broken plurals of bodies; «قوات» and the like show it by their ending.
BODIES = frozenset(map(fold, ("قوى", "فصائل", "كتائب", "ألوية", "سرايا", "أجهزة")))
MASCULINE_PLURALS = ("ون", "ين", "وا")


def agreement_features(scene: Scene, trigger: Marked, item: Attachment) -> Iterator[str]:
    """Yield what the trigger's person and suffix say beside the gender and number of a name."""
    kind = number_and_gender(scene, item.name)
    side = "after" if item.after else "before"
    person, suffix = trigger.attrs["person"], trigger.attrs["suffix"]
    yield f"agrees={kind}:{person}:{side}:{min(item.breaks, 2)}"
    yield f"agrees={kind}:{person}:{side}:{item.slot}"
    if suffix:
        yield f"suffix={kind}:{suffix}:{side}:{min(item.breaks, 2)}"
        yield f"{trigger.label}|suffix={kind}:{suffix}:{side}:{trigger.attrs['pos']}"


def number_and_gender(scene: Scene, name: int) -> str:
    """Return what agrees with a name: ``f`` feminine singular, ``m`` masculine singular, ``p`` plural of persons."""
    mark = scene.names[name]
    word, norm, kind = scene.view.words[mark.start], scene.view.norms[mark.start], EntityType(mark.label)
    if kind is EntityType.PERSON:
        titled = scene.view.words[first_token(scene, name)].endswith("ة")
        return FEMININE if titled or word.endswith(("ة", "اء")) else MASCULINE
    if kind in FEMININE_TYPES or norm.removeprefix("ال") in BODIES or word.endswith(("ة", "ات")):
        return FEMININE
    return PLURAL if kind is EntityType.POPULATION or norm.endswith(MASCULINE_PLURALS) else MASCULINE
