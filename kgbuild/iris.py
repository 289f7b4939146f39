"""Namespaces and the minting of stable IRIs. Strings only: no RDF library here."""

from __future__ import annotations

import hashlib

KGB = "https://w3id.org/kgbuild/ontology#"
BASE = "https://w3id.org/kgbuild/id/"


def digest(*parts: str, length: int = 16) -> str:
    """Return the first ``length`` hex digits of the SHA-256 of ``parts``, order kept."""
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:length]


def document_key(article_id: str) -> str:
    """Return the key that a document's IRIs share."""
    return digest("document", article_id)


def document_iri(article_id: str, base: str = BASE) -> str:
    """Return the IRI of the document called ``article_id``."""
    return f"{base}document/{document_key(article_id)}"


def graph_iri(article_id: str, base: str = BASE) -> str:
    """Return the IRI of the named graph that holds all that a document says."""
    return f"{base}graph/{document_key(article_id)}"


def sentence_iri(article_id: str, index: int, base: str = BASE) -> str:
    """Return the IRI of a document's sentence, counted from 0."""
    return f"{base}sentence/{document_key(article_id)}/{index}"


def mention_iri(article_id: str, start: int, end: int, base: str = BASE) -> str:
    """Return the IRI of a stretch of a document's text."""
    return f"{base}mention/{document_key(article_id)}/{start}-{end}"


def event_iri(article_id: str, kind: str, start: int, base: str = BASE) -> str:
    """Return the IRI of an event told at offset ``start`` of a document."""
    return f"{base}event/{digest('event', article_id, kind, str(start))}"
