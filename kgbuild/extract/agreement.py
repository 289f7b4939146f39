"""Agreement: a verb agrees with its subject, and a suffix with what it stands for.

Before its subject a verb agrees in gender alone, behind it in number too («قال المدنيون», «المدنيون قالوا»), so
the side belongs to the feature. Places, and plurals of things and bodies, are feminine singular: Ryding, A Reference
Grammar of Modern Standard Arabic (2005), chapters 5 and 16.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kgbuild.docview import Marked
from kgbuild.extract.attachments import Attachment, first_token
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.resources import data_rows

FEMININE, MASCULINE, PLURAL = "f", "m", "p"
PLACES = frozenset({EntityType.STATE, EntityType.COUNTRY, EntityType.GOVERNORATE, EntityType.SETTLEMENT})
MASCULINE_PLACES = frozenset(map(fold, ("العراق", "لبنان", "اليمن", "السودان", "الأردن", "المغرب")))
OF_PERSONS = frozenset(
    {EntityType.POPULATION, EntityType.ARMED_GROUP, EntityType.POLITICAL_GROUP, EntityType.MILITARY_FORCE}
)
# Broken plurals of bodies; «قوات» and «ألوية» show it by their endings.
BODIES = frozenset(map(fold, ("قوى", "فصائل", "كتائب", "سرايا", "أحزاب", "فرق", "فيالق")))
FEMININE_ENDINGS = ("ة", "ات")
# The last one is of a plural in construct («مقاتلو المعارضة»).
PLURAL_ENDINGS = ("ون", "ين", "و")
PEOPLE = fold("شعب")
# Feminine words for men and women alike.
HONORIFICS = frozenset({"جلالة", "فخامة", "سيادة", "سعادة"})


def agreement_features(scene: Scene, trigger: Marked, item: Attachment) -> Iterator[str]:
    """Yield what the trigger's person and suffix say beside the gender and number of a name."""
    name = agreement_of(scene, item.name)
    side = "after" if item.after else "before"
    person, suffix = trigger.attrs["person"], trigger.attrs["suffix"]
    yield f"agrees={name}:{person}:{side}:{min(item.breaks, 2)}"
    yield f"agrees={name}:{person}:{side}:{item.slot}"
    if suffix:
        yield f"suffix={name}:{suffix}:{side}:{min(item.breaks, 2)}"
        yield f"{trigger.label}|suffix={name}:{suffix}:{side}:{trigger.attrs['pos']}"


def agreement_of(scene: Scene, name: int) -> str:
    """Return what agrees with a name: ``f`` feminine singular, ``m`` masculine singular, ``p`` plural of persons."""
    mark = scene.names[name]
    word, norm, kind = scene.view.words[mark.start], scene.view.norms[mark.start], EntityType(mark.label)
    if kind is EntityType.PERSON:
        return _of_person(scene, name)
    if kind in PLACES:
        return MASCULINE if norm in MASCULINE_PLACES else FEMININE
    bare = norm.removeprefix("ال")
    if bare in BODIES or word.endswith(FEMININE_ENDINGS):
        return FEMININE
    if kind not in OF_PERSONS or bare == PEOPLE:
        return MASCULINE
    return PLURAL if kind is EntityType.POPULATION or norm.endswith(PLURAL_ENDINGS) else MASCULINE


def _of_person(scene: Scene, name: int) -> str:
    """By the title, else by the given name, else by its ending."""
    start, word = scene.names[name].start, scene.view.words[scene.names[name].start]
    title = scene.view.words[first_token(scene, name)] if first_token(scene, name) < start else ""
    if title.endswith("ة") and title not in HONORIFICS:
        return FEMININE
    known = genders().get(scene.view.norms[start])
    return known or (FEMININE if word.endswith(("ة", "اء")) else MASCULINE)


@cache
def genders() -> Mapping[str, str]:
    """Return folded given name -> ``m`` or ``f``; names of both are left out."""
    rows = data_rows("analyse", "given_names.tsv")
    return {fold(name): gender for name, gender, _ in rows if gender in (FEMININE, MASCULINE)}
