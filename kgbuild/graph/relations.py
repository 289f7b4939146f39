"""Lasting relations: the plain triple with the claim that it rests on, and positions as nodes."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgbuild.graph import vocabulary as v
from kgbuild.graph.source import Source, Triple
from kgbuild.graph.values import text
from kgbuild.labels import RelationType, Stance
from kgbuild.records import Relation


def relation_triples(source: Source) -> Iterator[Triple]:
    """Yield the relations that the document states.

    One whose two ends were resolved to the same node says nothing, and is left out.
    """
    for relation in source.knowledge.annotation.relations:
        if source.node(relation.subject) == source.node(relation.object):
            continue
        if relation.type is RelationType.HOLDS_POSITION:
            yield from _position_triples(source, relation)
        else:
            yield from _plain_triples(source, relation)


def _plain_triples(source: Source, relation: Relation) -> Iterator[Triple]:
    subject, object_ = source.node(relation.subject), source.node(relation.object)
    predicate = v.RELATION[relation.type]
    claim = source.mint("claim", subject.value, predicate.value, object_.value, Stance.ASSERTS.value)
    yield subject, predicate, object_
    yield claim, v.RDF_TYPE, v.KGB_RELATION_CLAIM
    yield claim, v.RDF_SUBJECT, subject
    yield claim, v.RDF_PREDICATE, predicate
    yield claim, v.RDF_OBJECT, object_
    yield claim, v.KGB_STANCE, v.STANCE[Stance.ASSERTS]
    yield from _provenance(source, claim, relation)


def _position_triples(source: Source, relation: Relation) -> Iterator[Triple]:
    holder, body = source.node(relation.subject), source.node(relation.object)
    position = source.mint("position", holder.value, body.value, relation.title or "")
    yield position, v.RDF_TYPE, v.KGB_POSITION
    yield position, v.KGB_HOLDER, holder
    yield position, v.KGB_BODY, body
    if relation.title:
        yield position, v.KGB_POSITION_TITLE, text(relation.title, "ar")
    yield from _provenance(source, position, relation)


def _provenance(source: Source, node: NamedNode, relation: Relation) -> Iterator[Triple]:
    yield node, v.KGB_IN_DOCUMENT, source.document
    if relation.sentence is not None:
        yield node, v.KGB_EVIDENCE, source.sentence(relation.sentence)
