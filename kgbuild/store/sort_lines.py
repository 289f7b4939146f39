"""Statements as lines that sort into the order of the files.

IRIs lose their brackets where they stand first, so that a thing stands before its parts (x < x/point), and rdf:type
sorts before all other predicates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import Quad

from kgbuild.iris import digest
from kgbuild.store.turtle import RDF_TYPE, Row

_TYPE_FIRST = "!"
_ADDED, _GONE = "+", "-"


def quad_line(quad: Quad) -> str:
    r"""Return ``graph subject predicate object\n``.

    Raises:
        ValueError: a blank node, or no named graph.
    """
    graph, subject, value = str(quad.graph_name), str(quad.subject), str(quad.object)
    if not (graph.startswith("<") and subject.startswith("<")) or value.startswith("_:"):
        raise ValueError(f"blank node, or no named graph: {quad}")
    predicate = str(quad.predicate)
    return f"{graph[1:-1]} {subject[1:-1]} {_TYPE_FIRST if predicate == RDF_TYPE else predicate} {value}\n"


def graph_of(line: str) -> str:
    """Return the IRI, without brackets, of the graph that a line of :func:`quad_line` stands in."""
    return line[: line.index(" ")]


def quad_row(line: str) -> Row:
    """Return the statement of a line of :func:`quad_line`, without its graph."""
    _, subject, fact = line[:-1].split(" ", 2)
    return (f"<{subject}>", *fact_terms(fact))


def fact_terms(fact: str) -> tuple[str, str]:
    """Return predicate and object of a fact, as N-Triples writes them."""
    predicate, _, value = fact.partition(" ")
    return RDF_TYPE if predicate == _TYPE_FIRST else predicate, value


def fact_of(predicate: str, value: str) -> str:
    """Return predicate and object as one string that sorts."""
    return f"{_TYPE_FIRST if predicate == RDF_TYPE else predicate} {value}"


def change_line(graph: str, row: Row, *, gone: bool = False) -> str:
    r"""Return ``subject predicate object\t±graph\n``: a graph makes a statement from now on, or no longer."""
    subject, predicate, value = row
    return f"{subject[1:-1]} {fact_of(predicate, value)}\t{_GONE if gone else _ADDED}{_short(graph)}\n"


def subject_of(line: str) -> str:
    """Return the IRI, without brackets, of the subject of a line of :func:`change_line`."""
    return line[: line.index(" ")]


@dataclass(slots=True)
class Change:
    """What changes about one subject.

    Attributes:
        added, gone: fact -> how many graphs begin, or cease, to state it.
        graphs_added, graphs_gone: the graphs that do.
    """

    added: dict[str, int] = field(default_factory=dict)
    gone: dict[str, int] = field(default_factory=dict)
    graphs_added: set[str] = field(default_factory=set)
    graphs_gone: set[str] = field(default_factory=set)


def read_change(lines: Iterable[str]) -> Change:
    """Return what lines of :func:`change_line` that have one subject say."""
    change = Change()
    for line in lines:
        statement, _, mark = line[:-1].rpartition("\t")
        fact = statement[statement.index(" ") + 1 :]
        is_new = mark.startswith(_ADDED)
        facts, graphs = (change.added, change.graphs_added) if is_new else (change.gone, change.graphs_gone)
        facts[fact] = facts.get(fact, 0) + 1
        graphs.add(mark[1:])
    return change


@lru_cache(maxsize=1024)
def _short(graph: str) -> str:
    return digest(graph, length=12)
