"""Checks annotated documents against the annotation format: every breach in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kgbuild.evaluate.naming import Record, surface
from kgbuild.labels import EntityType, EventType, Label, Modality, RelationType, Role, Stance
from kgbuild.sentences import split_sentences

_KEYS = ("id", "title", "date", "text", "entities", "events", "relations")
_TIME = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def check(records: Iterable[Record]) -> list[str]:
    """Return the breaches of the format in ``records``, each starting with its document's id."""
    breaches = []
    seen: set[object] = set()
    for record in records:
        name = record.get("id")
        if name in seen:
            breaches.append(f"{name}: document stands twice")
        seen.add(name)
        breaches.extend(f"{name}: {what}" for what in _document(record))
    return breaches


def _document(record: Record) -> Iterator[str]:
    yield from (f"no {key}" for key in _KEYS if key not in record)
    entities = record.get("entities", [])
    yield from _entities(entities, (record.get("text", ""), record.get("title", "")))
    known = {entity.get("id") for entity in entities}
    text = record.get("text", "")
    sentences = [text[start:end] for start, end in split_sentences(text)]
    for event in record.get("events", []):
        yield from (f"event {event.get('id')}: {what}" for what in _event(event, sentences))
        yield from (f"event {event.get('id')}: {what}" for what in _references(event, known))
    for relation in record.get("relations", []):
        yield from _relation(relation, known)


def _entities(entities: Sequence[Record], texts: Sequence[str]) -> Iterator[str]:
    seen: set[object] = set()
    for entity in entities:
        name = entity.get("id")
        if name is None:
            yield "entity without id"
        elif name in seen:
            yield f"entity id {name} stands twice"
        seen.add(name)
        if not _is_one_of(EntityType, entity.get("type")):
            yield f"entity type {entity.get('type')}"
        for mention in map(surface, entity.get("mentions", [])):
            if not any(mention in text for text in texts):
                yield f"mention not in the text: {mention}"
        if not entity.get("mentions"):
            yield f"entity {name} has no mention"


def _event(event: Record, sentences: Sequence[str]) -> Iterator[str]:
    if not _is_one_of(EventType, event.get("type")):
        yield f"type {event.get('type')}"
    index = event.get("sentence")
    if not isinstance(index, int) or not 0 <= index < len(sentences):
        yield f"sentence {index} of {len(sentences)}"
    elif surface(event.get("trigger", "")) not in sentences[index]:
        yield f"trigger {event.get('trigger')} not in sentence {index}"
    if not _is_one_of(Modality, event.get("modality")):
        yield f"modality {event.get('modality')}"
    if event.get("time") and not _TIME.fullmatch(event["time"]):
        yield f"time {event['time']}"
    if not event.get("claims"):
        yield "no claim"


def _references(event: Record, known: set[object]) -> Iterator[str]:
    for role in Role:
        yield from (f"{role} {name} is no entity" for name in event.get(role.value, []) if name not in known)
    for claim in event.get("claims", []):
        if not _is_one_of(Stance, claim.get("stance")):
            yield f"stance {claim.get('stance')}"
        if claim.get("source") is not None and claim["source"] not in known:
            yield f"source {claim['source']} is no entity"


def _relation(relation: Record, known: set[object]) -> Iterator[str]:
    if not _is_one_of(RelationType, relation.get("type")):
        yield f"relation type {relation.get('type')}"
    for end in ("subject", "object"):
        if relation.get(end) not in known:
            yield f"relation {end} {relation.get(end)} is no entity"


def _is_one_of(labels: type[Label], value: object) -> bool:
    return value in {label.value for label in labels}
