"""The shapes of ``ontology/shapes.ttl`` run over one graph, by pySHACL or by a faster engine.

Method: W3C SHACL Core (https://www.w3.org/TR/shacl/). The shapes follow ``rdfs:subClassOf``, so the ontology's class
hierarchy is laid beside the data; nothing else is inferred. pySHACL is the reference; ``shacl``, in Rust, is some 20
times as fast, and a test holds that both find the same breaches, value by value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

import pyoxigraph as ox
import pyshacl
from rdflib import RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kgbuild.errors import ReasonError
from kgbuild.reason.breach import Breach, written
from kgbuild.reason.reading import to_rdflib
from kgbuild.resources import ontology_file

# A graph, which may be added to, and the language of the messages -> what breaks a shape.
Engine = Callable[[Graph, str], Iterator[Breach]]

SHAPES = "shapes.ttl"
_ONE_PROPERTY = re.compile(r"<[^<>]*>")


def by_pyshacl(data: Graph, language: str) -> Iterator[Breach]:
    """Yield what breaks a shape; the hierarchy is added to ``data``.

    Raises:
        ReasonError: the shapes cannot be run.
    """
    data += _hierarchy()
    conforms, results, text = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True)
    if not isinstance(results, Graph):
        raise ReasonError(f"the shapes cannot be run: {text}", where=str(ontology_file(SHAPES)))
    if conforms:
        return
    for result in results.objects(None, SH.result):
        yield _breach(results, result, language)


def _breach(results: Graph, result: Node, language: str) -> Breach:
    path = results.value(result, SH.resultPath)
    shape = results.value(result, SH.sourceShape)
    return Breach(
        focus=written(results.value(result, SH.focusNode)) or "",
        path=None if isinstance(path, BNode) else written(path),
        value=written(results.value(result, SH.value)),
        message=_message(shape, language),
        shape=str(shape),
    )


def by_rust(data: Graph, language: str) -> Iterator[Breach]:
    """Yield the same as :func:`by_pyshacl`.

    Raises:
        ReasonError: the package ``shacl`` is not installed, or cannot read the graph.
    """
    shapes = _compiled()
    try:
        report = shapes.validate_text(data.serialize(format="nt") + _written_hierarchy(), format="ntriples")
    except ValueError as error:
        raise ReasonError(f"the shapes cannot be run: {error}", hint="run it without --fast") from error
    for result in report.results:
        shape = _term(result.source_shape)
        yield Breach(
            focus=written(_term(result.focus_node)) or "",
            path=written(_term(result.path)) if _ONE_PROPERTY.fullmatch(result.path or "") else None,
            value=written(_term(result.value)),
            message=_message(shape, language),
            shape=str(shape),
        )


def _term(text: str | None) -> Node | None:
    """Return the term that N-Triples writes so."""
    if text is None:
        return None
    if text.startswith("_:"):
        return BNode()
    (triple,) = ox.parse(f"<x:x> <x:x> {text} .", format=ox.RdfFormat.N_TRIPLES)
    return to_rdflib(triple.object)


def _message(shape: Node | None, language: str) -> str:
    """Return what a shape asks for, in the language or else in another."""
    texts = _shapes().objects(shape, SH.message) if isinstance(shape, URIRef) else ()
    messages = {text.language: str(text) for text in texts if isinstance(text, Literal)}
    return messages.get(language) or next(iter(sorted(messages.values())), "")


@cache
def _compiled() -> Any:
    try:
        engine = import_module("shacl")
    except ImportError as error:
        raise ReasonError(
            "the package shacl is not installed", hint="pip install 'kgbuild[fast]', or run it without --fast"
        ) from error
    return engine.Shapes.from_file(str(ontology_file(SHAPES)))


@cache
def _shapes() -> Graph:
    return Graph().parse(ontology_file(SHAPES))


@cache
def _hierarchy() -> Graph:
    hierarchy = Graph()
    for triple in Graph().parse(ontology_file("kgbuild.ttl")).triples((None, RDFS.subClassOf, None)):
        hierarchy.add(triple)
    return hierarchy


@cache
def _written_hierarchy() -> str:
    return _hierarchy().serialize(format="nt")
