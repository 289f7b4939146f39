"""RDF on disk: writing a build, loading a graph."""

from __future__ import annotations

from kgbuild.store.formats import FileFormat
from kgbuild.store.loading import load_store, load_union
from kgbuild.store.writer import GraphWriter

__all__ = ["FileFormat", "GraphWriter", "load_store", "load_union"]
