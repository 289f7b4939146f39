"""Does a graph keep what ``docs/rdf-model.md`` promises? Each of its named graphs is checked on its own.

Checked are the shapes of ``ontology/shapes.ttl`` (:mod:`kgbuild.reason.engines`), and that offsets cut out what is
quoted (:mod:`kgbuild.reason.offsets`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import Quad
from rdflib import Graph, URIRef

from kgbuild.reason.breach import Breach, ValidationReport, report_of
from kgbuild.reason.engines import Engine, by_pyshacl, by_rust
from kgbuild.reason.offsets import offset_breaches
from kgbuild.reason.reading import filled, read_graphs


def validate(data: Graph | Path, *, language: str = "en", fast: bool = False) -> ValidationReport:
    """Check ``data`` against the shapes; it is left as it was.

    Args:
        data: triples of one document or of many, without the ontology; or a file (:func:`validate_file`).
        language: of the messages, ``en`` or ``ar``.
        fast: run the shapes by the package ``shacl``.

    Raises:
        ReasonError: a file cannot be read or is not good RDF, or the package is not installed.
    """
    if isinstance(data, Path):
        return validate_file(data, language=language, fast=fast)
    copy = Graph()
    copy += data
    return report_of(_breaches(copy, language, by_rust if fast else by_pyshacl))


def validate_file(path: Path, *, language: str = "en", fast: bool = False) -> ValidationReport:
    """Check an RDF file (``.ttl``, ``.trig``, ``.nq``, ``.nt``), each of its named graphs on its own.

    Raises:
        ReasonError: the file cannot be read or is not good RDF, with the line if known; or as :func:`validate`.
    """
    engine = by_rust if fast else by_pyshacl
    return report_of(breach for graph in read_graphs(path) for breach in _breaches(graph, language, engine))


def validate_document(quads: Sequence[Quad]) -> ValidationReport:
    """Check the quads of one document, all of one named graph; by the faster engine where it is installed."""
    engine = by_rust if find_spec("shacl") else by_pyshacl
    return report_of(_breaches(filled(quads[0].graph_name, quads), "en", engine))


def _breaches(data: Graph, language: str, engine: Engine) -> Iterator[Breach]:
    """Yield all that is wrong in a graph; the engine may add to it."""
    name = str(data.identifier) if isinstance(data.identifier, URIRef) else None
    for breach in (*offset_breaches(data, language), *engine(data, language)):
        yield replace(breach, graph=name)
