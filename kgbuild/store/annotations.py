"""Annotations to the guidelines' JSON Lines, with offsets, so that a person can correct them and build again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kgbuild.errors import StoreError
from kgbuild.labels import Role
from kgbuild.records import Annotation, Article, Claim, Entity, Event, Mention, Relation
from kgbuild.store.replacing import replacing

Json = dict[str, Any]


def write_annotations(path: str | Path, annotations: Iterable[Annotation]) -> int:
    """Write annotations to ``path``, one a line, and return how many.

    The file appears whole or not at all: a failure, also of ``annotations`` itself, leaves
    an earlier file as it was.

    Raises:
        StoreError: the file cannot be written.
    """
    target = Path(path)
    try:
        with replacing(target) as stream:
            count = 0
            for annotation in annotations:
                stream.write(json.dumps(annotation_to_json(annotation), ensure_ascii=False) + "\n")
                count += 1
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror}", where=str(target)) from error
    return count


def annotation_to_json(annotation: Annotation) -> Json:
    """Return a document with the guidelines' keys, in their order.

    Mentions and triggers are objects with ``text``, ``start`` and ``end``. Keys beyond the guidelines'
    (``url``, ``confidence``, ``role_confidence``, ``time_text``, further ``mentions`` of an event, ``sentence`` of a
    claim or relation) stand only where there is something to say.
    """
    return {
        **_article(annotation.article),
        "entities": [_entity(entity) for entity in annotation.entities],
        "events": [_event(event) for event in annotation.events],
        "relations": [_relation(relation) for relation in annotation.relations],
    }


def _article(article: Article) -> Json:
    head = {"id": article.id, "title": article.title, "date": article.date, "publisher": article.publisher}
    return {**head, **_known(url=article.url), "text": article.text}


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "mentions": [_mention(mention) for mention in entity.mentions],
        **_known(confidence=entity.confidence),
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type.value,
        "trigger": _mention(event.trigger),
        "sentence": event.sentence,
        "agent": list(event.agent),
        "target": list(event.target),
        "place": list(event.place),
        "operation": list(event.operation),
        "time": event.time,
        **_known(time_text=_mention(event.time_text) if event.time_text else None),
        "count": event.count,
        "modality": event.modality.value,
        "claims": [_claim(claim) for claim in event.claims],
        **_known(
            mentions=[_mention(mention) for mention in event.mentions] or None,
            confidence=event.confidence,
            role_confidence=_role_confidence(event) or None,
        ),
    }


def _role_confidence(event: Event) -> Json:
    known = event.role_confidence
    return {role.value: dict(known[role]) for role in Role if known.get(role)}


def _claim(claim: Claim) -> Json:
    return {"source": claim.source, "stance": claim.stance.value, **_known(sentence=claim.sentence)}


def _relation(relation: Relation) -> Json:
    ends = {"type": relation.type.value, "subject": relation.subject, "object": relation.object}
    return {**ends, **_known(title=relation.title, sentence=relation.sentence)}


def _mention(mention: Mention) -> Json:
    return {"text": mention.text, "start": mention.start, "end": mention.end}


def _known(**fields: object) -> Json:
    """Unknown is absent."""
    return {key: value for key, value in fields.items() if value is not None}
