"""What merging keeps of a document and of each event in it: numbers and a few words, so that memory stays small."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from kgbuild.labels import EventType, Modality


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A document, as far as merging needs it.

    Attributes:
        iri: the document's IRI.
        name: the article's id.
        published: day of publication as a proleptic ordinal (``date.toordinal``); ``None`` where unknown.
        publisher: outlet's name as given.
        words: the text's content words in order, each as a 32-bit hash of its folded form.
        nodes: numbers of the entities that the document names.
    """

    iri: str
    name: str
    published: int | None
    publisher: str | None
    words: array[int]
    nodes: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One event as one document tells it.

    Attributes:
        iri: the event's IRI.
        type: its type.
        trigger: the word of the text that tells it.
        report: the document.
        sentence: index of the sentence that tells it.
        words: where that sentence's words stand in the report's, start and end (exclusive).
        first, last: the days between which it happened, as ordinals; the day itself where the text tells the day.
        dated: whether the text tells its time; else the days before publication are assumed.
        agent, target, place, operation: numbers of the nodes in that role, sorted.
        nearby: numbers of the places that its sentence names.
        count: number of killed, injured, captured or displaced.
        modality: told as happened, planned or possible.
        speakers: numbers of those who assert or deny it.
        denied: whether somebody denies it.
    """

    iri: str
    type: EventType
    trigger: str
    report: Report
    sentence: int
    words: tuple[int, int]
    first: int
    last: int
    dated: bool
    agent: tuple[int, ...]
    target: tuple[int, ...]
    place: tuple[int, ...]
    operation: tuple[int, ...]
    nearby: tuple[int, ...]
    count: int | None
    modality: Modality
    speakers: tuple[int, ...]
    denied: bool

    @property
    def day(self) -> int | None:
        """The ordinal of the day that the text tells; ``None`` where it tells none or something longer."""
        return self.first if self.dated and self.first == self.last else None
