"""What a graph holds, counted thing by thing while it is written; an earlier count goes on where things change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kgbuild.iris import BASE
from kgbuild.store.disk import disk_errors, own_file
from kgbuild.store.sort_lines import fact_terms
from kgbuild.store.turtle import RDF_TYPE

_SCHEMA = "https://schema.org/"


@dataclass(slots=True)
class Census:
    """The account of one graph.

    Attributes:
        base: namespace of the data.
        subjects: distinct things that something is said of.
        classes: class -> how many members it has.
        properties: property -> how many distinct statements it has.
        bearers: property -> how many things have it.
        days: day of publication -> how many documents have it.
        publishers: publisher -> how many documents it has.
        languages: language of the documents -> how many there are in it.
        examples: kind of thing, as its IRI says -> the first one.
    """

    base: str = BASE
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    bearers: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)
    publishers: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    _last: str = ""

    @property
    def triples(self) -> int:
        """The number of distinct statements."""
        return self.properties.total()

    def meet(self, subject: str) -> None:
        """Note a thing of the graph as an example; things have to come in their order."""
        if self._last and subject.startswith(self._last):
            return
        kind, _, rest = subject.removeprefix(self.base).partition("/")
        if rest and "/" not in rest and subject.startswith(self.base):
            self.examples.setdefault(kind, subject)
            self._last = f"{self.base}{kind}/"

    def add(self, facts: Iterable[str]) -> None:
        """Count all that is said of one thing (:func:`~kgbuild.store.sort_lines.fact_of`)."""
        self._count(facts, 1)

    def remove(self, facts: Iterable[str]) -> None:
        """Take back an :meth:`add`."""
        self._count(facts, -1)

    def tidy(self) -> None:
        """Forget what is counted no more."""
        for name in COUNTERS:
            setattr(self, name, +getattr(self, name))

    def _count(self, facts: Iterable[str], by: int) -> None:
        terms = [fact_terms(fact) for fact in facts]
        self.subjects += by if terms else 0
        for predicate in {predicate for predicate, _ in terms}:
            self.bearers[predicate[1:-1]] += by
        for predicate, value in terms:
            self.properties[predicate[1:-1]] += by
            if predicate == RDF_TYPE:
                self.classes[value[1:-1]] += by
            elif predicate in _NOTED:
                getattr(self, _NOTED[predicate])[_text(value)] += by


# What documents say of themselves.
_NOTED = {
    f"<{_SCHEMA}datePublished>": "days",
    f"<{_SCHEMA}publisher>": "publishers",
    f"<{_SCHEMA}inLanguage>": "languages",
}
COUNTERS = ("classes", "properties", "bearers", "days", "publishers", "languages")


@lru_cache(maxsize=4096)
def _text(value: str) -> str:
    """Return the text of a literal as N-Triples writes it."""
    (triple,) = ox.parse(f"<a:a> <a:a> {value} .", format=ox.RdfFormat.N_TRIPLES)
    return str(triple.object.value)


def read_census(file: Path, base: str) -> Census:
    """Return the census in a file that :func:`write_census` wrote, to go on with; its examples have to be met anew.

    Raises:
        StoreError: it cannot be read.
    """
    with own_file(file):
        counts = json.loads(file.read_text(encoding="utf-8"))
        census = Census(base, counts["subjects"])
        for name in COUNTERS:
            setattr(census, name, Counter(counts[name]))
        return census


def write_census(file: Path, census: Census) -> None:
    """Write what :func:`read_census` reads.

    Raises:
        StoreError: it cannot be written.
    """
    counters = {name: dict(sorted(getattr(census, name).items())) for name in COUNTERS}
    with disk_errors(file):
        file.write_text(json.dumps({"subjects": census.subjects, **counters}, ensure_ascii=False), encoding="utf-8")
