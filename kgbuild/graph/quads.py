"""The room's one door: all quads of one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import Quad

from kgbuild.errors import StoreError
from kgbuild.graph.claims import claim_triples
from kgbuild.graph.documents import document_triples
from kgbuild.graph.entities import entity_triples
from kgbuild.graph.events import event_triples
from kgbuild.graph.mentions import mention_triples, sentence_triples
from kgbuild.graph.relations import relation_triples
from kgbuild.graph.source import Run, Source, Triple
from kgbuild.records import Knowledge


def knowledge_quads(knowledge: Knowledge, run: Run) -> list[Quad]:
    """Return the distinct quads of one document, all in its named graph (``docs/rdf-model.md``).

    The whole document is made before anything is returned, so that one that fails
    leaves nothing behind in the graph.

    Raises:
        StoreError: something in it cannot be written as RDF: a lone surrogate, a date
            that does not exist, an IRI that is none, an id that was not resolved.
    """
    source = Source(knowledge, run)
    try:
        return [Quad(*triple, source.graph) for triple in dict.fromkeys(_triples(source))]
    except ValueError as error:
        # The id may itself hold what cannot be encoded; a message must be printable.
        where = source.article.id.encode("utf-8", "backslashreplace").decode("utf-8")
        raise StoreError(f"cannot be written as RDF: {error}", where=where) from error


def _triples(source: Source) -> Iterator[Triple]:
    return chain(
        document_triples(source),
        sentence_triples(source),
        mention_triples(source),
        entity_triples(source),
        event_triples(source),
        claim_triples(source),
        relation_triples(source),
    )
