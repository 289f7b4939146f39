"""Does a graph keep what ``docs/rdf-model.md`` promises? SHACL validation against ``ontology/shapes.ttl``.

Method: W3C SHACL Core (https://www.w3.org/TR/shacl/), run by pySHACL. The shapes follow
``rdfs:subClassOf``, so the ontology's class hierarchy is laid beside the data; nothing
else is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pyshacl
from rdflib import RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kgbuild.errors import ReasonError
from kgbuild.reason.reading import read_graphs
from kgbuild.resources import ontology_file


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing in the data that breaks one shape.

    Attributes:
        focus: IRI of what is wrong; ``[]`` for a blank node, whose label means nothing.
        path: IRI of the property that is wrong; ``None`` where the shape is about the thing
            itself or about a path of several steps.
        value: the offending value: an IRI, or a literal as Turtle writes it; ``None`` where one is missing.
        message: what should be, in the language asked for.
        shape: IRI of the shape.
        graph: IRI of the named graph that it stands in, the first one if several; ``None`` in a graph without a name.
    """

    focus: str
    path: str | None
    value: str | None
    message: str
    shape: str
    graph: str | None = field(default=None, compare=False)

    @property
    def sort_key(self) -> tuple[str, ...]:
        """The order of breaches in a report."""
        return self.focus, self.shape, self.path or "", self.value or "", self.message


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Whether a graph keeps the model, and where not: distinct breaches, sorted."""

    conforms: bool
    breaches: tuple[Breach, ...]


def validate(data: Graph | Path, *, language: str = "en") -> ValidationReport:
    """Check ``data`` against the shapes; it is left as it was.

    Args:
        data: triples of one document or of many, without the ontology; or a file (:func:`validate_file`).
        language: of the messages, ``en`` or ``ar``.

    Raises:
        ReasonError: a file cannot be read or is not good RDF.
    """
    if isinstance(data, Path):
        return validate_file(data, language=language)
    copy = Graph()
    copy += data
    return _report(_breaches(copy, language))


def validate_file(path: Path, *, language: str = "en") -> ValidationReport:
    """Check an RDF file (``.ttl``, ``.trig``, ``.nq``, ``.nt``), each of its named graphs on its own.

    Raises:
        ReasonError: the file cannot be read or is not good RDF, with the line where that is known.
    """
    return _report(breach for graph in read_graphs(path) for breach in _breaches(graph, language))


def _report(breaches: Iterable[Breach]) -> ValidationReport:
    """The same thing may stand, and be wrong, in the graphs of many documents."""
    distinct: dict[Breach, Breach] = {}
    for breach in breaches:
        known = distinct.get(breach)
        if known is None or (breach.graph or "") < (known.graph or ""):
            distinct[breach] = breach
    found = tuple(sorted(distinct.values(), key=lambda breach: breach.sort_key))
    return ValidationReport(not found, found)


def _breaches(data: Graph, language: str) -> Iterator[Breach]:
    """Add the hierarchy to ``data`` and yield what breaks a shape."""
    name = str(data.identifier) if isinstance(data.identifier, URIRef) else None
    data += _hierarchy()
    conforms, results, text = pyshacl.validate(data, shacl_graph=_shapes(), inplace=True)
    if not isinstance(results, Graph):
        raise ReasonError(f"the shapes cannot be run: {text}", where=str(ontology_file("shapes.ttl")))
    if conforms:
        return
    for result in results.objects(None, SH.result):
        yield replace(_breach(results, result, language), graph=name)


def _breach(results: Graph, result: Node, language: str) -> Breach:
    path = results.value(result, SH.resultPath)
    messages = {
        message.language: str(message)
        for message in results.objects(result, SH.resultMessage)
        if isinstance(message, Literal)
    }
    return Breach(
        focus=_written(results.value(result, SH.focusNode)) or "",
        path=None if isinstance(path, BNode) else _written(path),
        value=_written(results.value(result, SH.value)),
        message=messages.get(language) or next(iter(sorted(messages.values())), ""),
        shape=str(results.value(result, SH.sourceShape)),
    )


def _written(term: Node | None) -> str | None:
    if term is None:
        return None
    if isinstance(term, BNode):
        return "[]"
    return term.n3() if isinstance(term, Literal) else str(term)


@cache
def _shapes() -> Graph:
    return Graph().parse(ontology_file("shapes.ttl"))


@cache
def _hierarchy() -> Graph:
    hierarchy = Graph()
    for triple in Graph().parse(ontology_file("kgbuild.ttl")).triples((None, RDFS.subClassOf, None)):
        hierarchy.add(triple)
    return hierarchy
