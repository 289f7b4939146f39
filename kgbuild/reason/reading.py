"""RDF files for the libraries that reason: as rdflib graphs, one at a time, or as N-Triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pyoxigraph as ox
from rdflib import XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kgbuild.errors import ReasonError

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
}
_graph_name = attrgetter("graph_name")


def read_graphs(path: Path) -> Iterator[Graph]:
    """Yield the graphs of an RDF file, named or not, as they come; the name is the graph's identifier.

    Where each graph's statements stand together, as kgbuild writes them, only one graph is
    in memory at a time; a file that mixes them is read as a whole.

    Raises:
        ReasonError: the file cannot be read, its ending names no format, or its RDF is bad
            (then with the line).
    """
    runs = [name for name, _ in groupby(_quads(path), key=_graph_name)]
    if len(runs) == len(set(runs)):
        for name, quads in groupby(_quads(path), key=_graph_name):
            yield filled(name, quads)
    else:
        yield from _gathered(_quads(path))


class QuadFile:
    """The statements of an RDF file, read anew each time that they are gone through; none is kept.

    Going through them raises :class:`ReasonError` as :func:`read_graphs` does.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[ox.Quad]:
        """Yield them in the order of the file."""
        return _quads(self._path)


def read_n_triples(path: Path) -> bytes:
    """Return the triples of an RDF file as N-Triples, which every RDF library reads.

    Raises:
        ReasonError: as :func:`read_graphs`.
    """
    written = ox.serialize((quad.triple for quad in _quads(path)), format=ox.RdfFormat.N_TRIPLES)
    return written or b""


def _quads(path: Path) -> Iterator[ox.Quad]:
    # Not through a Store: it turns every kind of integer into xsd:integer.
    if path.suffix not in _FORMATS:
        raise ReasonError(
            f"no RDF format is called {path.suffix!r}", where=str(path), hint=f"use {', '.join(_FORMATS)}"
        )
    try:
        yield from ox.parse(path=path, format=_FORMATS[path.suffix])
    except SyntaxError as error:
        where = f"{path}, line {error.lineno}" if error.lineno else str(path)
        raise ReasonError(f"bad RDF: {error.msg}", where=where) from error
    except OSError as error:
        raise ReasonError(error.strerror or str(error), where=str(path)) from error


def filled(name: object, quads: Iterable[ox.Quad]) -> Graph:
    """Return quads as one rdflib graph, with the name as its identifier where it is an IRI."""
    graph = Graph(identifier=name.value) if isinstance(name, ox.NamedNode) else Graph()
    for quad in quads:
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def _gathered(quads: Iterable[ox.Quad]) -> Iterator[Graph]:
    members: dict[object, list[ox.Quad]] = {}
    for quad in quads:
        members.setdefault(quad.graph_name, []).append(quad)
    for name, found in members.items():
        yield filled(name, found)


def to_rdflib(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """Return rdflib's equal of a pyoxigraph term, the literal's spelling untouched."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        if term.datatype.value == str(XSD.string):
            # As rdflib reads one; it takes the typed one for another literal, which no sh:in finds.
            return Literal(term.value)
        return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    raise ReasonError("a triple term of RDF 1.2, which is not part of the model", where=str(term))
