"""Knowledge -> RDF: everything that one document says, in its named graph (``docs/rdf-model.md``)."""

from __future__ import annotations

from kgbuild.graph.quads import knowledge_quads
from kgbuild.graph.source import Run

__all__ = ["Run", "knowledge_quads"]
