"""The document, the graph that is made of it, and the run that made it (PROV-O)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgbuild.graph import vocabulary as v
from kgbuild.graph.source import Source, Triple
from kgbuild.graph.values import address, calendar, iri, text


def document_triples(source: Source) -> Iterator[Triple]:
    """Yield what is known of the article and of the making of its graph."""
    yield from _article_triples(source)
    yield from _run_triples(source)


def _article_triples(source: Source) -> Iterator[Triple]:
    article, document = source.article, source.document
    yield document, v.RDF_TYPE, v.SCHEMA_NEWS_ARTICLE
    yield document, v.SCHEMA_IDENTIFIER, text(article.id)
    yield document, v.SCHEMA_IN_LANGUAGE, text("ar")
    if article.title:
        yield document, v.SCHEMA_HEADLINE, text(article.title, "ar")
    if article.date:
        yield document, v.SCHEMA_DATE_PUBLISHED, calendar(article.date)
    if article.publisher:
        yield document, v.SCHEMA_PUBLISHER, text(article.publisher)
    if article.url:
        yield document, v.SCHEMA_URL, address(article.url)


def _run_triples(source: Source) -> Iterator[Triple]:
    run = source.run
    made_by = (run.version, run.annotator, *filter(None, (run.gazetteer,)))
    activity = source.mint("run", *made_by, source.document.value)
    software = iri(f"{run.base}software/kgbuild-{run.version}")
    yield source.graph, v.RDF_TYPE, v.PROV_ENTITY
    yield source.graph, v.PROV_WAS_DERIVED_FROM, source.document
    yield source.graph, v.PROV_WAS_GENERATED_BY, activity
    yield activity, v.RDF_TYPE, v.PROV_ACTIVITY
    yield activity, v.PROV_USED, source.document
    yield activity, v.PROV_WAS_ASSOCIATED_WITH, software
    yield software, v.RDF_TYPE, v.PROV_SOFTWARE_AGENT
    yield software, v.SCHEMA_NAME, text("kgbuild")
    yield software, v.SCHEMA_SOFTWARE_VERSION, text(run.version)
    if run.gazetteer:
        yield from _gazetteer_triples(activity, run.gazetteer, run.base)


def _gazetteer_triples(activity: NamedNode, digest: str, base: str) -> Iterator[Triple]:
    """What the run used beside the document; prov:used is the document's alone."""
    gazetteer = iri(f"{base}gazetteer/{digest[:16]}")
    yield activity, v.PROV_WAS_INFLUENCED_BY, gazetteer
    yield gazetteer, v.RDF_TYPE, v.SCHEMA_DATASET
    yield gazetteer, v.SCHEMA_IDENTIFIER, text(f"sha256:{digest}")
