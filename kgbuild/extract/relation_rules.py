"""Relations by rule: posts beside names, containment of places, phrases of command and allegiance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgbuild.docview import Marked
from kgbuild.extract.attachments import governor
from kgbuild.extract.coreference import form_of
from kgbuild.extract.scene import Scene, words
from kgbuild.folding import fold
from kgbuild.labels import ACTOR_TYPES, PLACE_TYPES, EntityType, RelationType
from kgbuild.records import Relation
from kgbuild.resources import data_rows

TITLE_REACH = 9
CONTAINER_GAP = 4
# From the most exact kind of place to the broadest.
BREADTH = {
    EntityType.FACILITY: 0, EntityType.NATURAL_FEATURE: 0, EntityType.ROAD: 0, EntityType.SETTLEMENT: 1,
    EntityType.AREA: 2, EntityType.GOVERNORATE: 3, EntityType.COUNTRY: 4,
}  # fmt: skip
OF_TITLE = {
    "post": RelationType.HOLDS_POSITION,
    "leads": RelationType.LEADS,
    "spokes": RelationType.SPOKESPERSON_FOR,
    "member": RelationType.MEMBER_OF,
}
BODIES = ACTOR_TYPES - {EntityType.PERSON, EntityType.POPULATION, EntityType.MEDIA_ORGANIZATION}


def rule_relations(scene: Scene) -> Iterator[Relation]:
    """Yield the relations that the rules find; one may come twice."""
    yield from _titles(scene)
    yield from _containment(scene)
    yield from _phrases(scene)


def _titles(scene: Scene) -> Iterator[Relation]:
    for title in scene.titles:
        kind = OF_TITLE.get(title.label)
        person = _person_of(scene, title) if kind else None
        if kind is None or person is None:
            continue
        body = _body_of(scene, title, person)
        if body:
            text = scene.view.span_text(title.start, title.end)[0] if kind is RelationType.HOLDS_POSITION else None
            sentence = scene.view.sentence_of(title.start)
            yield Relation(kind, scene.entity_of[person], body, text, sentence)


def _person_of(scene: Scene, title: Marked) -> int | None:
    """The person right after the title, its adjectives and its body; else the one before, in apposition."""
    start, end = scene.view.sentences[scene.view.sentence_of(title.start)]
    for name in scene.names_within(title.end, min(end, title.end + TITLE_REACH)):
        kind = EntityType(scene.names[name].label)
        if kind is EntityType.PERSON:
            between = scene.view.norms[title.end : scene.names[name].start]
            return name if words("conjunction").isdisjoint(between) or "،" in between[-1:] else None
        if kind not in BODIES and kind not in PLACE_TYPES:
            break
    for name in scene.names_within(max(start, title.start - TITLE_REACH), title.start):
        mark = scene.names[name]
        if mark.label == EntityType.PERSON.value and title.start - mark.end <= 1:
            return name
    return None


def _body_of(scene: Scene, title: Marked, person: int) -> str | None:
    """The body named after the title, else the state of its adjective of nationality, where the text names it."""
    mark = scene.names[person]
    limit = scene.view.sentences[scene.view.sentence_of(title.start)][1]
    end = mark.start if mark.start > title.end else min(limit, title.end + TITLE_REACH)
    for name in scene.names_within(title.end, end):
        kind = EntityType(scene.names[name].label)
        if kind in BODIES:
            return scene.entity_of.get(name)
    for nisba in scene.within(scene.nisbas, title.end, min(end, title.end + 4)):
        for state in nisba.attrs["states"]:
            entity = keyed_entity(scene, state, EntityType.STATE)
            if entity:
                return entity
    return None


def keyed_entity(scene: Scene, key: str, kind: EntityType) -> str | None:
    """Return the id of the entity of a type with a registry key, if the text names it."""
    for index, mark in enumerate(scene.names):
        if mark.attrs["key"] == key and mark.label == kind.value:
            return scene.entity_of.get(index)
    return None


def _containment(scene: Scene) -> Iterator[Relation]:
    """«خان شيخون بمحافظة إدلب», also after a list; «ريف حماة الشمالي» lies in «حماة» where the text names it."""
    for index in range(1, len(scene.names)):
        outer = scene.names[index]
        if EntityType(outer.label) in PLACE_TYPES and governor(scene, index, 0) in ("في", "ب", "من"):
            yield from _contained(scene, index)
    yield from _by_name(scene)


def _contained(scene: Scene, outer_index: int) -> Iterator[Relation]:
    outer = scene.names[outer_index]
    start = outer.start
    for index in range(outer_index - 1, -1, -1):
        inner = scene.names[index]
        kind = EntityType(inner.label)
        apart = scene.view.sentence_of(inner.start) != scene.view.sentence_of(outer.start)
        if apart or start - inner.end > CONTAINER_GAP or kind not in PLACE_TYPES:
            return
        if BREADTH[kind] < BREADTH[EntityType(outer.label)]:
            yield _located(scene, index, outer_index)
        if governor(scene, index, 0) != "conjunction":
            return
        start = inner.start


def _located(scene: Scene, inner: int, outer: int) -> Relation:
    sentence = scene.view.sentence_of(scene.names[inner].start)
    return Relation(RelationType.LOCATED_IN, scene.entity_of[inner], scene.entity_of[outer], None, sentence)


def _by_name(scene: Scene) -> Iterator[Relation]:
    places = [i for i, mark in enumerate(scene.names) if EntityType(mark.label) in PLACE_TYPES and i in scene.entity_of]
    forms = {i: form_of(scene, scene.names[i]) for i in places}
    for inner in places:
        if scene.names[inner].label != EntityType.AREA.value:
            continue
        for outer in places:
            broad = BREADTH[EntityType(scene.names[outer].label)] >= BREADTH[EntityType.GOVERNORATE]
            if broad and forms[outer] != forms[inner] and f" {forms[outer]} " in f" {forms[inner]} ":
                yield _located(scene, inner, outer)
                break


def _with_proclitics(norms: Sequence[str]) -> list[str]:
    """The words, and those behind ب also together with it, as «بقيادة» is listed."""
    return [*norms, *(first + second for first, second in pairwise(norms) if first == "ب")]


def _phrases(scene: Scene) -> Iterator[Relation]:
    """Phrases between two actors: «المدعومة من», «الموالية ل», «بقيادة», «التابعة ل» (relations.tsv)."""
    rules = {fold(word): (RelationType(kind), order) for word, kind, order in data_rows("extract", "relations.tsv")}
    for index in range(1, len(scene.names)):
        left, right = scene.names[index - 1], scene.names[index]
        if scene.view.sentence_of(left.start) != scene.view.sentence_of(right.start):
            continue
        between = scene.view.norms[left.end : right.start]
        rule = next((rules[phrase] for phrase in _with_proclitics(between) if phrase in rules), None)
        if (
            rule is None
            or len(between) > CONTAINER_GAP
            or not {left.label, right.label} <= {t.value for t in ACTOR_TYPES}
        ):
            continue
        subject, target = (index - 1, index) if rule[1] == "forward" else (index, index - 1)
        sentence = scene.view.sentence_of(left.start)
        yield Relation(rule[0], scene.entity_of[subject], scene.entity_of[target], None, sentence)
