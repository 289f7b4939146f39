"""A document as the modules of this room see it: its IRIs, sentences and resolved ids."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from kgbuild.graph.values import iri
from kgbuild.iris import BASE, digest, graph_iri, mention_iri, sentence_iri
from kgbuild.records import Article, Knowledge, Mention
from kgbuild.sentences import split_sentences

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Run:
    """What made the graph; without a clock, so that the same input gives the same bytes.

    Attributes:
        version: kgbuild's version.
        annotator: name of the annotator.
        base: namespace of the data.
        gazetteer: SHA-256 of the user's gazetteer that places were linked to; ``None`` without one.
    """

    version: str
    annotator: str
    base: str = BASE
    gazetteer: str | None = None


@dataclass(frozen=True)
class Source:
    """One document's knowledge with the IRIs that its triples need."""

    knowledge: Knowledge
    run: Run

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.knowledge.annotation.article

    @cached_property
    def document(self) -> NamedNode:
        """The document's IRI."""
        return iri(self.knowledge.document)

    @cached_property
    def graph(self) -> NamedNode:
        """The IRI of the document's named graph."""
        return iri(graph_iri(self.article.id, self.run.base))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The ``(start, end)`` offsets of the document's sentences."""
        return split_sentences(self.article.text)

    def node(self, entity_id: str) -> NamedNode:
        """Return the IRI that an entity was resolved to.

        Raises:
            ValueError: the document has no such entity, or it was not resolved.
        """
        if entity_id not in self.knowledge.nodes:
            raise ValueError(f"no node for entity {entity_id!r}")
        return iri(self.knowledge.nodes[entity_id].iri)

    def nodes(self, entity_ids: tuple[str, ...]) -> list[NamedNode]:
        """Return the distinct IRIs of several entities, in their order."""
        return list(dict.fromkeys(self.node(entity_id) for entity_id in entity_ids))

    def event(self, event_id: str) -> NamedNode:
        """Return the IRI that an event was resolved to.

        Raises:
            ValueError: the document has no such event, or it was not resolved.
        """
        if event_id not in self.knowledge.events:
            raise ValueError(f"no IRI for event {event_id!r}")
        return iri(self.knowledge.events[event_id])

    def sentence(self, index: int) -> NamedNode:
        """Return the IRI of the sentence ``index``.

        Raises:
            ValueError: the text has no such sentence.
        """
        if not 0 <= index < len(self.spans):
            raise ValueError(f"no sentence {index}; the text has {len(self.spans)}, counted from 0")
        return iri(sentence_iri(self.article.id, index, self.run.base))

    def sentence_at(self, start: int) -> int | None:
        """Return the index of the sentence that holds the offset ``start``; ``None`` between two sentences."""
        index = bisect_right(self.spans, start, key=lambda span: span[0]) - 1
        return index if index >= 0 and start < self.spans[index][1] else None

    def mention(self, mention: Mention) -> NamedNode:
        """Return the IRI of a stretch of the text."""
        return iri(mention_iri(self.article.id, mention.start, mention.end, self.run.base))

    def mint(self, kind: str, *parts: str) -> NamedNode:
        """Return an IRI of a thing of ``kind`` that ``parts`` alone identify."""
        return iri(f"{self.run.base}{kind}/{digest(kind, *parts)}")
