"""Which names hang on a trigger, and in which syntactic slot: a shallow grammar of the news clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgbuild.docview import Marked
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import EntityType

# A governing preposition stands at most so many tokens before the name: «في حي بمدينة», «على مواقع تابعة ل».
GOVERNOR_REACH = 5
MAX_DISTANCE = 80
LIST_GAP = 4
COMMAS = frozenset({"،", ",", "/"})
STOPS = frozenset({"؛", ";", ":", ".", "؟", "!"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A name near a trigger.

    Attributes:
        name: index in ``Scene.names``.
        slot: ``subject``, ``object``, ``genitive``, a folded preposition, or ``loose``.
        after: whether the name follows the trigger.
        distance: tokens between the two.
        breaks: clause openers and finite verbs between the two.
    """

    name: int
    slot: str
    after: bool
    distance: int
    breaks: int


def first_token(scene: Scene, name: int) -> int:
    """Return where a name's phrase begins, its title included."""
    mark = scene.names[name]
    title = mark.attrs.get("title_start")
    return mark.start if title is None else int(title)


def governor(scene: Scene, name: int, low: int) -> str:
    """Return the folded preposition that governs a name, ``conjunction`` where it joins a list, or ``""``."""
    norms = scene.view.norms
    start = first_token(scene, name)
    if is_fused(scene, start):
        return "ل"
    ends = {mark.end for mark in (scene.names[name - 1],)} if name else set()
    for index in range(start - 1, max(low, start - 1 - GOVERNOR_REACH) - 1, -1):
        norm = norms[index]
        if norm in words("agentive_word") and norms[index + 1] != "ان":
            return "agentive"  # One token, as «بيد أن» ("however") is.
        if norm in words("preposition"):
            return _agentive(norms, index) or norm
        if norm in words("conjunction") or norm in COMMAS:
            return "conjunction" if index in ends or index - 1 in ends or (index + 1 == start) else ""
        if index and _agentive(norms, index - 1):
            continue  # «من قبل س»: elsewhere «قبل» opens a clause.
        if index + 1 in ends or norm in STOPS or norm in words("relative") or norm in words("clause"):
            return ""
        if norm in words("opener") or norm in words("closer"):
            continue
    return ""


def is_fused(scene: Scene, token: int) -> bool:
    """Return whether a token is the preposition ل and a definite word in one («للجيش»)."""
    return scene.view.words[token].startswith("لل") and scene.view.norms[token].startswith("ال")


def _agentive(norms: list[str], at: int) -> str:
    """«على يد»، «من قبل»، «من جانب»، «ب نيران»: the doer of a passive."""
    following = norms[at + 1] if at + 1 < len(norms) else ""
    return "agentive" if norms[at] in ("علي", "من", "ب") and following in words("agentive") else ""


def attachments(scene: Scene, trigger: Marked) -> list[Attachment]:
    """Return the names of the trigger's sentence with their slots, in text order."""
    sentence = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    before = list(_before(scene, trigger, sentence[0]))
    return sorted([*before, *_after(scene, trigger, sentence, before)], key=lambda item: item.name)


def _before(scene: Scene, trigger: Marked, low: int) -> Iterator[Attachment]:
    names = [n for n in scene.names_within(low, trigger.start) if scene.names[n].end <= trigger.start]
    relative = trigger.start > low and scene.view.norms[trigger.start - 1] in words("relative")
    subject_found = False
    inherited = ""
    slots: dict[int, str] = {}
    for name in names:
        link = governor(scene, name, low)
        inherited = inherited if link == "conjunction" and inherited else (link or "bare")
        slots[name] = inherited
    for name in reversed(names):
        slot = slots[name]
        gap = trigger.start - scene.names[name].end
        breaks = count_breaks(scene, scene.names[name].end, trigger.start)
        is_antecedent = relative and not subject_found and gap <= GOVERNOR_REACH
        if (slot in ("bare", "conjunction") or is_antecedent) and not subject_found and breaks <= 1 + relative:
            slot = "subject"
            subject_found = slots[name] != "conjunction"
        yield Attachment(name, "loose" if slot in ("bare", "conjunction") else slot, False, gap, breaks)


def _after(scene: Scene, trigger: Marked, sentence: tuple[int, int], before: list[Attachment]) -> Iterator[Attachment]:
    is_verb = trigger.attrs["pos"] == "v"
    passive = "passive" in trigger.attrs["features"]
    bare = ["genitive", "object"] if not is_verb else ["object"] if passive else ["subject", "object"]
    if is_verb and not passive and _has_near_subject(before):
        bare = ["object"]
    previous = "loose"
    for name in scene.names_within(trigger.end, min(sentence[1], trigger.end + MAX_DISTANCE)):
        link = governor(scene, name, trigger.end)
        gap = first_token(scene, name) - trigger.end
        breaks = count_breaks(scene, trigger.end, scene.names[name].start)
        if link == "conjunction":
            slot = previous
        elif link:
            slot = link
        else:
            slot = bare.pop(0) if bare and breaks == 0 else "loose"
        previous = slot
        yield Attachment(name, slot, True, gap, breaks)


def _has_near_subject(before: list[Attachment]) -> bool:
    """SVO: a bare name right before the verb is its subject, so that what follows is the object."""
    return any(item.slot == "subject" and item.distance <= 1 and item.breaks == 0 for item in before)


def count_breaks(scene: Scene, start: int, end: int) -> int:
    """Return how many clause openers and other verbs stand in the tokens ``start`` to ``end``."""
    norms = scene.view.norms
    openers = sum(norms[index] in words("clause") or norms[index] in STOPS for index in range(start, end))
    verbs = sum(mark.attrs["pos"] == "v" for mark in scene.within(scene.triggers, start, end))
    speech = sum(mark.label == "verb" for mark in scene.within(scene.speech, start, end))
    return int(openers) + int(verbs) + int(speech)


def lists_of(scene: Scene, names: Iterable[int]) -> list[list[int]]:
    """Group neighbouring names into the lists that they stand in («س، وص، وع»); a name in no list is a list of one."""
    lists: list[list[int]] = []
    for name in names:
        if lists and _continues_list(scene, lists[-1][-1], name):
            lists[-1].append(name)
        else:
            lists.append([name])
    return lists


def _continues_list(scene: Scene, first: int, second: int) -> bool:
    left, right = scene.names[first], scene.names[second]
    between = scene.view.norms[left.end : right.start]
    joints = words("conjunction") | words("opener") | words("closer") | COMMAS
    same_kind = EntityType(left.label).is_place == EntityType(right.label).is_place
    return second == first + 1 and same_kind and 0 < len(between) <= LIST_GAP and joints.issuperset(between)
