"""Annotation files: the guidelines' JSON Lines, by whatever or whoever wrote them, to records."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kgbuild.errors import AnnotationError, ReadError
from kgbuild.labels import EntityType, RelationType
from kgbuild.read.dates import parse_day
from kgbuild.read.document import Document, mention_from
from kgbuild.read.events import read_events
from kgbuild.read.fields import Fields
from kgbuild.read.items import skipped
from kgbuild.read.jsonl import JsonLine, json_lines
from kgbuild.read.options import ReadOptions
from kgbuild.read.sources import Source, open_source
from kgbuild.read.surfaces import occurrences
from kgbuild.records import Annotation, Article, Entity, Mention, Relation, Skipped
from kgbuild.sentences import split_sentences


def read_annotations(path: str | Path) -> Iterator[Annotation | Skipped]:
    """Read a file of annotated documents (``.jsonl``, also gzipped), one at a time.

    Yields:
        An annotation; or, for a document that breaks the format, what is wrong with it.
        The text is taken as it stands, so that given offsets hold.
    """
    where = str(path)
    first: dict[str, str] = {}
    try:
        with open_source(Source(where, Path(path), ())) as stream:
            for line in json_lines(stream, where, ReadOptions().max_line_bytes):
                yield line if isinstance(line, Skipped) else _annotation(line, first)
    except ReadError as error:
        yield skipped(where, error.what)
    except (OSError, EOFError, zlib.error) as error:
        yield skipped(where, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def annotation_from_json(record: Mapping[str, Any]) -> Annotation:
    """Return the annotation that a JSON document of the guidelines' format describes.

    Mentions and triggers are bare surfaces, or objects with ``text``, ``start`` and ``end``.
    A bare surface of an entity stands for all its occurrences in the text as a whole
    word, with or without proclitics; one that only the title has is left out.

    Raises:
        AnnotationError: the document breaks the format.
    """
    fields = Fields(record, "document")
    fields = Fields(record, fields.text("id"))
    article = _article(fields)
    entities = _entities(fields, article)
    document = Document(
        article.text,
        tuple(split_sentences(article.text)),
        frozenset(entity.id for entity in entities),
    )
    return Annotation(article, entities, read_events(fields, document), _relations(fields, document))


def _annotation(line: JsonLine, first: dict[str, str]) -> Annotation | Skipped:
    try:
        annotation = annotation_from_json(line.value)
    except AnnotationError as error:
        return skipped(line.where, str(error))
    at = first.setdefault(annotation.article.id, line.where)
    if at != line.where:
        return skipped(line.where, f"document {annotation.article.id!r} stands already at {at}")
    return annotation


def _article(fields: Fields) -> Article:
    date = fields.optional_text("date")
    if date is not None and parse_day(date) != date:
        raise fields.error(f"date {date!r} is no ISO day")
    return Article(
        id=fields.text("id"),
        text=fields.text("text"),
        title=fields.optional_text("title") or "",
        date=date,
        publisher=fields.optional_text("publisher"),
        url=fields.optional_text("url"),
    )


def _entities(record: Fields, article: Article) -> tuple[Entity, ...]:
    objects = record.objects("entities")
    surfaces = {surface for item in objects for surface in item.items("mentions") if isinstance(surface, str)}
    places = occurrences(article.text, surfaces - {""})
    entities: dict[str, Entity] = {}
    for item in objects:
        fields = item.named(f"entity {item.text('id')}")
        entity = _entity(fields, article, places)
        if entity.id in entities:
            raise fields.error("id stands twice")
        entities[entity.id] = entity
    return tuple(entities.values())


def _entity(fields: Fields, article: Article, places: Mapping[str, list[Mention]]) -> Entity:
    mentions: dict[Mention, None] = {}
    for found in fields.items("mentions"):
        if isinstance(found, dict):
            mentions[mention_from(fields, found, article.text)] = None
        elif found in places:
            mentions.update(dict.fromkeys(places[found]))
        elif not isinstance(found, str) or not found or found not in article.title:
            raise fields.error(f"mention not in the text: {found!r}")
    if not mentions:
        raise fields.error("no mention in the text")
    return Entity(
        id=fields.text("id"),
        type=fields.member("type", EntityType),
        name=fields.text("name"),
        mentions=tuple(mentions),
        confidence=fields.optional_share("confidence"),
    )


def _relations(record: Fields, document: Document) -> tuple[Relation, ...]:
    return tuple(
        Relation(
            type=item.member("type", RelationType),
            subject=document.entity(item, "subject"),
            object=document.entity(item, "object"),
            title=item.optional_text("title"),
            sentence=document.optional_sentence(item),
        )
        for item in (found.named("relation") for found in record.objects("relations"))
    )
