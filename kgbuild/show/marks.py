"""Marks on a text, and the text cut where they begin and end: they may lie within each other or overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgbuild.labels import EntityType, Role
from kgbuild.records import Annotation, Event, Explanation, Mention
from kgbuild.sentences import split_sentences

ACTOR, PLACE, OPERATION, TRIGGER, TIME = "actor", "place", "operation", "trigger", "time"
# In the order in which one mark hides another where only one can be seen.
TEXT_KINDS = (TRIGGER, OPERATION, ACTOR, PLACE, TIME)
ROLE_KINDS = (TRIGGER, *(role.value for role in Role), TIME)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it is.

    Attributes:
        start, end: code points of the article's text, ``end`` exclusive.
        kind: one of ``TEXT_KINDS``, or a role.
        of: id of the entity or event.
        note: what is known of it, in words.
    """

    start: int
    end: int
    kind: str
    of: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text under the same marks throughout."""

    text: str
    marks: tuple[Mark, ...]


def cut(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[Stretch]:
    """Yield the text from ``start`` to ``end`` in pieces, each with the marks that cover it."""
    beginning: dict[int, list[Mark]] = defaultdict(list)
    edges = {start, end}
    for mark in marks:
        if mark.start < end and mark.end > start:
            beginning[max(mark.start, start)].append(mark)
            edges |= {max(mark.start, start), min(mark.end, end)}
    active: list[Mark] = []
    for low, high in pairwise(sorted(edges)):
        active = [mark for mark in active if mark.end > low] + beginning[low]
        yield Stretch(text[low:high], tuple(active))


def text_marks(explanation: Explanation) -> list[Mark]:
    """Return the marks of everything that was found: entities by kind, triggers, time expressions."""
    found: list[Mark] = []
    for entity in explanation.annotation.entities:
        for mention in entity.mentions:
            reason = explanation.names.get(mention.start)
            note = f"{entity.type} {entity.id}" + (f": {reason}" if reason else "")
            found.append(Mark(mention.start, mention.end, kind_of(entity.type), entity.id, note))
    for event in explanation.annotation.events:
        found += [_mark(told, TRIGGER, event) for told in (event.trigger, *event.mentions)]
        if event.time_text:
            found.append(_mark(event.time_text, TIME, event))
    return found


def event_marks(annotation: Annotation, event: Event) -> list[Mark]:
    """Return the marks of one event: its triggers, the mentions of those in its roles, its time expression."""
    mentions = {entity.id: entity.mentions for entity in annotation.entities}
    found = [_mark(told, TRIGGER, event) for told in (event.trigger, *event.mentions)]
    for role in Role:
        for filler in event.role(role):
            found += [Mark(named.start, named.end, role.value, filler) for named in mentions.get(filler, ())]
    if event.time_text:
        found.append(_mark(event.time_text, TIME, event))
    return found


def sentence_marks(annotation: Annotation, event: Event) -> Iterator[Stretch]:
    """Yield the sentence that tells ``event``, cut by the event's marks."""
    text = annotation.article.text
    sentences = split_sentences(text)
    # An annotator may be anyone's: where it names no sentence of the text, the whole text is shown.
    start, end = sentences[event.sentence] if event.sentence < len(sentences) else (0, len(text))
    yield from cut(text, event_marks(annotation, event), start, end)


def foremost(marks: Sequence[Mark], kinds: Sequence[str]) -> Mark | None:
    """Return the mark to show where only one can be: by the order of ``kinds``, then the first."""
    return min(marks, key=lambda mark: kinds.index(mark.kind), default=None)


def kind_of(kind: EntityType) -> str:
    """Return whether an entity acts, is where something happens, or is an operation."""
    if kind is EntityType.OPERATION:
        return OPERATION
    return PLACE if kind.is_place else ACTOR


def _mark(stretch: Mention, kind: str, event: Event) -> Mark:
    return Mark(stretch.start, stretch.end, kind, event.id, f"{event.type} {event.id}")
