"""The evidence: sentences and mentions, with Web Annotation selectors on the unnormalised text."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgbuild.graph import vocabulary as v
from kgbuild.graph.source import Source, Triple
from kgbuild.graph.values import integer, iri, offset, text
from kgbuild.records import Mention

# Code points on either side of a quote: enough to find it again in a text that has
# shifted (https://www.w3.org/TR/annotation-model/#text-quote-selector).
_CONTEXT = 32


def sentence_triples(source: Source) -> Iterator[Triple]:
    """Yield the sentences that are evidence of something, each with its text and place."""
    for index in sorted(_evidence(source)):
        sentence = source.sentence(index)
        start, end = source.spans[index]
        yield sentence, v.RDF_TYPE, v.KGB_SENTENCE
        yield sentence, v.OA_HAS_SOURCE, source.document
        yield sentence, v.KGB_INDEX, integer(index)
        yield sentence, v.KGB_TEXT, text(source.article.text[start:end], "ar")
        yield from _position(sentence, start, end)


def mention_triples(source: Source) -> Iterator[Triple]:
    """Yield the mentions of entities and events, each with what it denotes."""
    for mention, denoted in _mentions(source):
        node = source.mention(mention)
        sentence = source.sentence_at(mention.start)
        yield node, v.RDF_TYPE, v.KGB_MENTION
        yield node, v.RDF_TYPE, v.OA_SPECIFIC_RESOURCE
        yield node, v.OA_HAS_SOURCE, source.document
        yield node, v.KGB_DENOTES, denoted
        if sentence is not None:
            yield node, v.KGB_IN_SENTENCE, source.sentence(sentence)
        yield from _position(node, mention.start, mention.end)
        yield from _quote(node, mention, source.article.text)


def _mentions(source: Source) -> Iterator[tuple[Mention, NamedNode]]:
    annotation = source.knowledge.annotation
    for entity in annotation.entities:
        for mention in entity.mentions:
            yield mention, source.node(entity.id)
    for event in annotation.events:
        for mention in (event.trigger, *event.mentions):
            yield mention, source.event(event.id)


def _evidence(source: Source) -> set[int]:
    """Return the indices of the sentences that something in the document rests on."""
    annotation = source.knowledge.annotation
    named = {event.sentence for event in annotation.events}
    named.update(claim.sentence for event in annotation.events for claim in event.claims if claim.sentence is not None)
    named.update(relation.sentence for relation in annotation.relations if relation.sentence is not None)
    held = {source.sentence_at(mention.start) for mention, _ in _mentions(source)}
    return named | {index for index in held if index is not None}


def _position(node: NamedNode, start: int, end: int) -> Iterator[Triple]:
    selector = iri(f"{node.value}/position")
    yield node, v.OA_HAS_SELECTOR, selector
    yield selector, v.RDF_TYPE, v.OA_POSITION_SELECTOR
    yield selector, v.OA_START, offset(start)
    yield selector, v.OA_END, offset(end)


def _quote(node: NamedNode, mention: Mention, whole: str) -> Iterator[Triple]:
    selector = iri(f"{node.value}/quote")
    yield node, v.OA_HAS_SELECTOR, selector
    yield selector, v.RDF_TYPE, v.OA_QUOTE_SELECTOR
    yield selector, v.OA_EXACT, text(mention.text)
    yield selector, v.OA_PREFIX, text(whole[max(0, mention.start - _CONTEXT) : mention.start])
    yield selector, v.OA_SUFFIX, text(whole[mention.end : mention.end + _CONTEXT])
