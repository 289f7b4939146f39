"""Knowledge of documents to tellings."""

from __future__ import annotations

import re
import zlib
from array import array
from bisect import bisect_right
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kgbuild.folding import fold
from kgbuild.labels import RelationType, Role, Stance
from kgbuild.merge.tellings import Report, Telling
from kgbuild.merge.world import World
from kgbuild.records import Event, Knowledge
from kgbuild.sentences import split_sentences

UNDATED_DAYS = 2
"""How many days before publication an event without a told time is looked for: news tell what has just happened."""

_WORD = re.compile(r"\w+")
# Particles and pronouns of two letters are in every text; article and conjunction are not part of a word's meaning.
_SHORTEST = 3
_PREFIX = re.compile(r"^(?:و|ف)?(?:ال|لل|بال|كال)(?=\w{3})|^و(?=\w{4})")


def collect(documents: Iterable[Knowledge], world: World) -> list[Telling]:
    """Return the tellings of all documents, sorted by IRI; ``world`` learns the nodes.

    An event that tells no time, of a document without a day of publication, is left out: nothing says when it was.
    """
    found = (telling for knowledge in documents for telling in _tellings(knowledge, world))
    return sorted(found, key=lambda telling: telling.iri)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A document on its way to tellings.

    Attributes:
        knowledge: the document.
        report: what is kept of it.
        spans: for each sentence, where its words stand among the report's.
        places: for each sentence, the numbers of the places that it names.
        world: the nodes.
    """

    knowledge: Knowledge
    report: Report
    spans: list[tuple[int, int]]
    places: Mapping[int, tuple[int, ...]]
    world: World

    def numbers(self, entities: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({self.world.number(self.knowledge.nodes[entity].iri) for entity in entities}))

    def telling(self, event: Event, days: tuple[int, int]) -> Telling:
        return Telling(
            iri=self.knowledge.events[event.id],
            type=event.type,
            trigger=event.trigger.text,
            report=self.report,
            sentence=event.sentence,
            words=self.spans[event.sentence],
            first=days[0],
            last=days[1],
            dated=event.time is not None,
            **{role.value: self.numbers(event.role(role)) for role in Role},
            nearby=self.places.get(event.sentence, ()),
            count=event.count,
            modality=event.modality,
            speakers=self.numbers(claim.source for claim in event.claims if claim.source),
            denied=any(claim.stance is Stance.DENIES for claim in event.claims),
        )


def _tellings(knowledge: Knowledge, world: World) -> Iterator[Telling]:
    world.meet((*knowledge.nodes.values(), *knowledge.context))
    for relation in knowledge.annotation.relations:
        if relation.type is RelationType.LOCATED_IN:
            world.lies_in(knowledge.nodes[relation.subject].iri, knowledge.nodes[relation.object].iri)
    reading = _read(knowledge, world)
    for event in knowledge.annotation.events:
        days = days_of(event.time, reading.report.published)
        if days:
            yield reading.telling(event, days)


def _read(knowledge: Knowledge, world: World) -> _Reading:
    article = knowledge.annotation.article
    sentences = split_sentences(article.text)
    spans, words = _words(article.text[start:end] for start, end in sentences)
    report = Report(
        knowledge.document,
        article.id,
        date.fromisoformat(article.date).toordinal() if article.date else None,
        article.publisher,
        words,
        frozenset(world.number(node.iri) for node in knowledge.nodes.values()),
    )
    return _Reading(knowledge, report, spans, _places(knowledge, [start for start, _ in sentences], world), world)


def _places(knowledge: Knowledge, starts: list[int], world: World) -> dict[int, tuple[int, ...]]:
    found: dict[int, set[int]] = defaultdict(set)
    for entity in knowledge.annotation.entities:
        if entity.type.is_place:
            for mention in entity.mentions:
                found[bisect_right(starts, mention.start) - 1].add(world.number(knowledge.nodes[entity.id].iri))
    return {sentence: tuple(sorted(numbers)) for sentence, numbers in found.items()}


def days_of(time: str | None, published: int | None) -> tuple[int, int] | None:
    """Return the first and the last day (ordinals) that an ISO day, month or year covers.

    Without a time: the day of publication and :data:`UNDATED_DAYS` before it; ``None`` where that is unknown too.
    """
    if time is None:
        return (published - UNDATED_DAYS, published) if published is not None else None
    year, month, day = (int(part) for part in (time + "-00-00")[:10].split("-"))
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return first.toordinal(), last.toordinal()


def _words(sentences: Iterable[str]) -> tuple[list[tuple[int, int]], array[int]]:
    """Return for each sentence where its words stand among the hashed content words, and these."""
    words: array[int] = array("I")
    spans = []
    for sentence in sentences:
        before = len(words)
        words.extend(_hash(word) for word in _WORD.findall(fold(sentence)) if len(word) >= _SHORTEST)
        spans.append((before, len(words)))
    return spans, words


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    # Python's own hash of a string changes from run to run.
    return zlib.crc32(_PREFIX.sub("", word).encode("utf-8"))
