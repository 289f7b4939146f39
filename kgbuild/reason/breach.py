"""What is wrong in a graph, as a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import XSD, BNode, Literal
from rdflib.term import Node


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

    @property
    def in_words(self) -> str:
        """The breach on one line: the thing, the property, the value, what should be, and the graph."""
        place = f"in {self.graph}" if self.graph else None
        words = " · ".join(filter(None, (self.focus, self.path, self.value, self.message, place)))
        # A value may have line breaks.
        return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Whether a graph keeps the model, and where not: distinct breaches, sorted."""

    conforms: bool
    breaches: tuple[Breach, ...]


def report_of(breaches: Iterable[Breach]) -> ValidationReport:
    """Return the report of breaches in any order; the same thing may be wrong in the graphs of many documents."""
    distinct: dict[Breach, Breach] = {}
    for breach in breaches:
        known = distinct.get(breach)
        if known is None or (breach.graph or "") < (known.graph or ""):
            distinct[breach] = breach
    found = tuple(sorted(distinct.values(), key=lambda breach: breach.sort_key))
    return ValidationReport(not found, found)


def written(term: Node | None) -> str | None:
    """Return a term as a breach names it."""
    if term is None:
        return None
    if isinstance(term, BNode):
        return "[]"
    if not isinstance(term, Literal):
        return str(term)
    # Two ways of writing the same text.
    return (Literal(str(term)) if term.datatype == XSD.string else term).n3()
