"""Entities that may be one though their names differ: asked of a person, never joined by rule.

What registry and gazetteer do not know is told apart by its name alone. So a name that an outlet spells in its own way,
or cuts, is a node of its own. Such pairs are found by a word that they share, scored by declared features
(``entity_features.tsv``) and put before a person, the likeliest partner of each unknown entity only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.fuzz import ratio

from kgbuild.folding import fold
from kgbuild.labels import ACTOR_TYPES, EntityType
from kgbuild.merge.judgements import By, Judgement, Kind, Side, judgement
from kgbuild.merge.scoring import Score, Verdict, entity_features, entity_threshold
from kgbuild.merge.world import World
from kgbuild.records import Knowledge
from kgbuild.sentences import split_sentences

# People in general have no name of their own; states are all known; places of one name are mostly different places.
ASKED = ACTOR_TYPES - {EntityType.POPULATION, EntityType.STATE}
# A word that so many names share («محمد», «وزارة») tells nothing.
_COMMON = 60
_ALIKE = 85.0
_SHORTEST = 3
_NAMESAKES = 3
_ARTICLE = "ال"
_FEW, _MANY = 1, 3


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entity where a document names it: the article's id, and the sentence of the first mention."""

    document: str
    sentence: int


@dataclass(slots=True)
class Sightings:
    """Where documents name the entities that may be asked of, noted while the documents stream by.

    Attributes:
        world: the nodes.
        first: number of a node -> its sighting in the document whose id sorts first.
        documents: number of a node -> the documents that name it, as indices into ``named``.
        named: for each document, the numbers of all that it names.
    """

    world: World
    first: dict[int, Sighting] = field(default_factory=dict)
    documents: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    named: list[frozenset[int]] = field(default_factory=list)

    def note(self, documents: Iterable[Knowledge]) -> Iterator[Knowledge]:
        """Pass documents on."""
        for knowledge in documents:
            self._note(knowledge)
            yield knowledge

    def _note(self, knowledge: Knowledge) -> None:
        article = knowledge.annotation.article
        starts = [start for start, _ in split_sentences(article.text)]
        for entity in knowledge.annotation.entities:
            node = knowledge.nodes[entity.id]
            if node.type in ASKED:
                number = self.world.number(node.iri)
                sentence = bisect_right(starts, entity.mentions[0].start) - 1
                self._keep_first(number, Sighting(article.id, max(sentence, 0)))
                self.documents[number].append(len(self.named))
        self.named.append(frozenset(self.world.number(node.iri) for node in knowledge.nodes.values()))

    def _keep_first(self, number: int, sighting: Sighting) -> None:
        known = self.first.get(number)
        if known is None or sighting.document < known.document:
            self.first[number] = sighting

    def others(self, number: int) -> set[int]:
        """Return what is named in the documents that name a node."""
        return set().union(*(self.named[index] for index in self.documents[number])) - {number}


def namesakes(sightings: Sightings, given: Iterable[Judgement]) -> list[Judgement]:
    """Return the pairs of entities that a person should look at, as unsure judgements by rule.

    Args:
        sightings: complete, as is its world.
        given: judgements of persons; what they judged is not asked again.
    """
    judged = {found.pair for found in given if found.kind is Kind.ENTITY}
    world = sightings.world
    best: dict[int, tuple[Score, int]] = {}
    for unknown, other in sorted(_candidates(sightings)):
        pair = tuple(sorted((world.iri(unknown), world.iri(other))))
        if pair not in judged:
            found = _score(unknown, other, sightings)
            likeliest = best.get(unknown)
            if found.value >= entity_threshold() and (likeliest is None or found.value > likeliest[0].value):
                best[unknown] = (found, other)
    return [_judgement(unknown, other, found, sightings) for unknown, (found, other) in sorted(best.items())]


def _candidates(sightings: Sightings) -> Iterator[tuple[int, int]]:
    """Yield an unknown entity with each other of its type that shares an uncommon word with it."""
    world = sightings.world
    bearers: dict[tuple[EntityType | None, str], list[int]] = defaultdict(list)
    for number in sorted(sightings.documents):
        for word in world.names(number):
            if len(word) >= _SHORTEST:
                bearers[world.type(number), word].append(number)
    generic = _generic(world, sightings.documents)
    found = {
        (one, two) if not world.is_known(one) else (two, one)
        for members in bearers.values()
        if len(members) <= _COMMON
        for one, two in combinations([number for number in members if number not in generic], 2)
        if not (world.is_known(one) and world.is_known(two))
    }
    yield from found


def _generic(world: World, numbers: Iterable[int]) -> set[int]:
    """Return the unknown whose name is one definite word, or that of several others: «البرلمان», «مجلس النواب»."""
    unknown = {number: fold(world.label(number)) for number in numbers if not world.is_known(number)}
    bearers = Counter(unknown.values())
    return {
        number for number, name in unknown.items()
        if bearers[name] > _NAMESAKES or (name.startswith(_ARTICLE) and " " not in name)
    }  # fmt: skip


def _score(one: int, two: int, sightings: Sightings) -> Score:
    weights = entity_features()
    reasons = [name for name in _reasons(one, two, sightings) if name in weights]
    return Score(round(sum(weights[name].weight for name in reasons), 2), tuple(reasons))


def _reasons(one: int, two: int, sightings: Sightings) -> Iterator[str]:
    world = sightings.world
    left, right = fold(world.label(one)).split(), fold(world.label(two)).split()
    if left == right:
        yield "same_name"
    elif ratio("".join(left), "".join(right)) >= _ALIKE:
        yield "spelt_alike"
    elif set(left) <= set(right) or set(right) <= set(left):
        yield "longer_form"
    if left != right and left[-1] == right[-1]:
        yield "same_last_word"
    homes = {world.country(one), world.country(two)} - {None}
    if len(homes) == 1 and world.country(one) and world.country(two):
        yield "same_home"
    elif len(homes) > 1:
        yield "other_home"
    yield from _company(one, two, sightings)


def _company(one: int, two: int, sightings: Sightings) -> Iterator[str]:
    if not set(sightings.documents[one]).isdisjoint(sightings.documents[two]):
        yield "in_one_document"
        return
    shared = {number for number in sightings.others(one) & sightings.others(two) if number in sightings.documents}
    if len(shared) >= _MANY:
        yield "named_with_same"
    elif len(shared) >= _FEW:
        yield "named_with_some"


def _judgement(one: int, two: int, found: Score, sightings: Sightings) -> Judgement:
    left, right = (_side(number, sightings) for number in (one, two))
    more = {"kind": Kind.ENTITY, "score": found.value, "reasons": found.reasons}
    return judgement(left, right, Verdict.UNSURE, By.RULE, **more)


def _side(number: int, sightings: Sightings) -> Side:
    seen, world = sightings.first[number], sightings.world
    return Side(world.iri(number), world.label(number), seen.document, seen.sentence)
