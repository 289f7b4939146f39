"""RDF on disk: the workspace that builds add to, loading a graph."""

from __future__ import annotations

from kgbuild.store.formats import FileFormat
from kgbuild.store.ledger import Entry, annotation_fingerprint, article_fingerprint, entry_of
from kgbuild.store.loading import load_store, load_union
from kgbuild.store.workspace import Workspace
from kgbuild.store.writer import GraphWriter

__all__ = [
    "Entry",
    "FileFormat",
    "GraphWriter",
    "Workspace",
    "annotation_fingerprint",
    "article_fingerprint",
    "entry_of",
    "load_store",
    "load_union",
]
