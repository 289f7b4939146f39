"""Relations between entities, where the text states them: by rules, or by a learned judgement of pairs of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgbuild.docview import Marked
from kgbuild.extract.attachments import first_token, governor
from kgbuild.extract.paths import path_features
from kgbuild.extract.relation_rules import OF_TITLE, keyed_entity, rule_relations
from kgbuild.extract.scene import Scene
from kgbuild.labels import ACTOR_TYPES, PLACE_TYPES, EntityType, RelationType
from kgbuild.linear import LinearModel
from kgbuild.records import Relation

# Names further apart in a sentence are hardly ever related in so many words.
PAIR_REACH = 3
SPOKEN_OUT = 4
WORDS_KEPT = 6
NISBA_BEFORE, NISBA_AFTER = 7, 5
UNRELATED = "none"
# The first name of a pair is the subject (forward), or the second is.
FORWARD, BACKWARD = ">", "<"
# Relations are rare, and each by itself is hardly ever sure; cross-fitted, the sum is best here.
THRESHOLD = 0.2

PERSONS = frozenset({EntityType.PERSON})
GROUPS = ACTOR_TYPES - PERSONS
# The types of a relation's two ends.
ENDS = {
    RelationType.LOCATED_IN: (PLACE_TYPES, PLACE_TYPES),
    RelationType.LEADS: (ACTOR_TYPES, GROUPS),
    RelationType.MEMBER_OF: (ACTOR_TYPES, GROUPS),
    RelationType.PART_OF: (GROUPS, GROUPS),
    RelationType.HOLDS_POSITION: (PERSONS, GROUPS),
    RelationType.ALLIED_WITH: (ACTOR_TYPES, ACTOR_TYPES),
    RelationType.OPPOSED_TO: (ACTOR_TYPES, ACTOR_TYPES),
    RelationType.SPOKESPERSON_FOR: (PERSONS, GROUPS),
}

Keyed = dict[tuple[RelationType, str, str], Relation]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be related where they stand: by two names, or by a name and an adjective of nationality."""

    left: int
    right: str
    second: Marked
    type: EntityType
    by_nisba: bool


def find_relations(scene: Scene, model: LinearModel | None) -> list[Relation]:
    """Return the distinct relations of a document, in text order; a relation to oneself is none."""
    by_rule = _distinct(rule_relations(scene))
    if model is None:
        return list(by_rule.values())
    found = []
    for pair, features in pair_features(scene, by_rule):
        probabilities = model.probabilities(features)
        label = max((name for name in probabilities if name != UNRELATED), key=lambda name: probabilities[name])
        if probabilities[label] >= THRESHOLD and _may_hold(scene, pair, label):
            found.append(_relation(scene, pair, label))
    return list(_distinct(found).values())


def _distinct(found: Iterable[Relation]) -> Keyed:
    distinct: Keyed = {}
    for relation in found:
        if relation.subject != relation.object:
            distinct.setdefault((relation.type, relation.subject, relation.object), relation)
    return distinct


def _relation(scene: Scene, pair: Pair, label: str) -> Relation:
    kind = RelationType(label[:-1])
    left = scene.entity_of[pair.left]
    subject, target = (left, pair.right) if label.endswith(FORWARD) else (pair.right, left)
    sentence = scene.view.sentence_of(scene.names[pair.left].start)
    title = title_text(scene, pair) if kind is RelationType.HOLDS_POSITION else None
    return Relation(kind, subject, target, title, sentence)


def _may_hold(scene: Scene, pair: Pair, label: str) -> bool:
    """Whether things of the two types can stand in the relation at all (guidelines, section 4)."""
    left = EntityType(scene.names[pair.left].label)
    right = pair.type
    subject, target = (left, right) if label.endswith(FORWARD) else (right, left)
    subjects, targets = ENDS[RelationType(label[:-1])]
    return subject in subjects and target in targets


def title_text(scene: Scene, pair: Pair) -> str | None:
    """Return the post that stands nearest to the pair, as in the text."""
    low = min(scene.names[pair.left].start, pair.second.start)
    high = max(scene.names[pair.left].end, pair.second.end)
    near = scene.within(scene.titles, max(low - NISBA_BEFORE, 0), high + NISBA_AFTER)
    posts = [title for title in near if title.label in OF_TITLE]
    best = min(posts, key=lambda title: (abs(title.start - scene.names[pair.left].start), title.start), default=None)
    return scene.view.span_text(best.start, best.end)[0] if best else None


def pairs(scene: Scene) -> Iterator[Pair]:
    """Yield the names of a sentence that are near each other, and persons and places with adjectives of nationality."""
    for start, end in scene.view.sentences:
        names = [name for name in scene.names_within(start, end) if name in scene.entity_of]
        for place, left in enumerate(names):
            for right in names[place + 1 : place + 1 + PAIR_REACH]:
                if scene.entity_of[left] != scene.entity_of[right]:
                    other = scene.names[right]
                    yield Pair(left, scene.entity_of[right], other, EntityType(other.label), by_nisba=False)
            yield from _with_states(scene, left, (start, end))


def _with_states(scene: Scene, name: int, sentence: tuple[int, int]) -> Iterator[Pair]:
    """«وزير الخارجية الروسي … لافروف», «مدينة صعدة اليمنية»: the adjective stands for the state, or for the country."""
    mark = scene.names[name]
    kind = EntityType(mark.label)
    if kind is not EntityType.PERSON and kind not in PLACE_TYPES:
        return
    wanted = EntityType.STATE if kind is EntityType.PERSON else EntityType.COUNTRY
    low, high = max(sentence[0], mark.start - NISBA_BEFORE), min(sentence[1], mark.end + NISBA_AFTER)
    for nisba in scene.within(scene.nisbas, low, high):
        if mark.start <= nisba.start < mark.end:
            continue
        for slug in nisba.attrs["states"]:
            state = keyed_entity(scene, slug, wanted)
            if state and state != scene.entity_of[name]:
                yield Pair(name, state, nisba, wanted, by_nisba=True)


def pair_features(scene: Scene, by_rule: Keyed) -> Iterator[tuple[Pair, list[str]]]:
    """Yield each pair with what the learned judgement sees of it."""
    for pair in pairs(scene):
        yield pair, _features(scene, pair, _rule_label(by_rule, scene.entity_of[pair.left], pair.right))


def _rule_label(by_rule: Keyed, left: str, right: str) -> str:
    for kind in RelationType:
        if (kind, left, right) in by_rule:
            return f"{kind}{FORWARD}"
        if (kind, right, left) in by_rule:
            return f"{kind}{BACKWARD}"
    return UNRELATED


def _features(scene: Scene, pair: Pair, rule: str) -> list[str]:
    norms = scene.view.norms
    left, right = scene.names[pair.left], pair.second
    first, second = sorted([(left.start, left.end), (right.start, right.end)])
    between = norms[first[1] : second[0]]
    types = f"{left.label}~{'nisba' if pair.by_nisba else right.label}:{left.start < right.start}"
    near = scene.within(scene.titles, max(first[0] - NISBA_BEFORE, 0), second[1] + NISBA_AFTER)
    titles = [f"title={title.label}:{_place(title, first, second)}" for title in near]
    rivals = len(scene.names_within(first[1], second[0]))
    found = [
        f"rule={rule}", f"gap={min(len(between), 8)}", f"rivals={min(rivals, 3)}", *titles,
        *(f"word={word}" for word in between[:WORDS_KEPT]), f"before={norms[first[0] - 1] if first[0] else '|'}",
        f"after={norms[second[1]] if second[1] < len(norms) else '|'}", f"commas={min(between.count('،'), 2)}",
        f"first={between[0] if between else '|'}", f"last={between[-1] if between else '|'}",
    ]  # fmt: skip
    found += [f"between={' '.join(between)}"] if len(between) <= SPOKEN_OUT else []
    path, *_ = path_features(scene, first[1], second[0])
    crossed = [f"path={path}", *_own_words(scene, pair), *_told_between(scene, first[1], second[0])]
    if not pair.by_nisba:
        names = scene.names_within(right.start, right.start + 1)
        found += [f"governor={governor(scene, name, 0)}" for name in names[:1]]
        found.append(f"titled={first_token(scene, pair.left) != left.start}")
    return [types, *found, f"path={path}", *(f"{types}|{feature}" for feature in (*found, *crossed))]


def _own_words(scene: Scene, pair: Pair) -> list[str]:
    norms = scene.view.norms
    left, right = scene.names[pair.left], pair.second
    return [
        f"left-first={norms[left.start]}", f"left-last={norms[left.end - 1]}",
        f"right-first={norms[right.start]}", f"right-last={norms[right.end - 1]}",
    ]  # fmt: skip


def _told_between(scene: Scene, low: int, high: int) -> list[str]:
    told = [mark.label for mark in scene.within(scene.triggers, low, high)]
    return [*(f"told={label}" for label in told), f"events={min(len(told), 2)}"]


def _place(title: Marked, first: tuple[int, int], second: tuple[int, int]) -> str:
    if title.end <= first[0]:
        return f"before{min(first[0] - title.end, 3)}"
    return "between" if title.end <= second[0] else f"after{min(title.start - second[1], 3)}"
