"""RDF on disk and on endpoints: writing a build, loading a graph, asking a server."""

from __future__ import annotations

from kgbuild.store.formats import FileFormat
from kgbuild.store.loading import load_store
from kgbuild.store.remote import Endpoint, remote_select
from kgbuild.store.writer import GraphWriter

__all__ = ["Endpoint", "FileFormat", "GraphWriter", "load_store", "remote_select"]
