"""What a graph holds, counted while it streams by: memory is flat in the number of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

import pyoxigraph as ox

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SCHEMA = "https://schema.org/"
_DAY, _PUBLISHER, _LANGUAGE = f"{_SCHEMA}datePublished", f"{_SCHEMA}publisher", f"{_SCHEMA}inLanguage"


@dataclass(slots=True)
class Census:
    """The account of one graph.

    Attributes:
        triples: distinct statements.
        subjects: distinct things that something is said of.
        classes: class -> how many members it has.
        properties: property -> how many statements it has.
        bearers: property -> how many things have it.
        days: first and last day of publication, ``None`` where no document has one.
        publishers: publisher -> how many documents it has.
        languages: of the documents.
        examples: kind of thing, as its IRI says -> the first one.
    """

    triples: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    bearers: Counter[str] = field(default_factory=Counter)
    days: tuple[str, str] | None = None
    publishers: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    examples: dict[str, str] = field(default_factory=dict)


def take_census(triples: Iterable[ox.Triple | ox.Quad], base: str) -> Census:
    """Count a graph.

    Args:
        triples: distinct, those of one subject together, as ``graph.ttl`` has them.
        base: namespace of the data.
    """
    census = Census()
    for subject, members in groupby(triples, key=attrgetter("subject")):
        _count(census, [(member.predicate.value, member.object) for member in members])
        kind, _, rest = str(subject.value).removeprefix(base).partition("/")
        if rest and "/" not in rest and subject.value.startswith(base):
            census.examples.setdefault(kind, subject.value)
    return census


def _count(census: Census, statements: list[tuple[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]) -> None:
    census.subjects += 1
    census.triples += len(statements)
    census.bearers.update({predicate for predicate, _ in statements})
    for predicate, value in statements:
        census.properties[predicate] += 1
        if predicate == _TYPE and isinstance(value, ox.NamedNode):
            census.classes[value.value] += 1
        elif isinstance(value, ox.Literal):
            _note(census, predicate, value.value)


def _note(census: Census, predicate: str, text: str) -> None:
    """Keep what documents say of themselves."""
    if predicate == _DAY:
        first, last = census.days or (text, text)
        # Days of ISO 8601 stand in the order of their letters.
        census.days = (min(first, text), max(last, text))
    elif predicate == _PUBLISHER:
        census.publishers[text] += 1
    elif predicate == _LANGUAGE:
        census.languages.add(text)
