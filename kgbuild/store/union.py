"""``graph.ttl``, the union of all documents' graphs, written from the earlier one and what changed.

A statement goes when the last graph that makes it goes, so it has to be known how many make it. For things that two
or more graphs speak of (states, places, people) a table beside the graph, ``shared.tsv``, says so. Most things belong
to one graph; their statements are made once.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kgbuild.store.census import Census
from kgbuild.store.disk import disk_errors
from kgbuild.store.earlier import Earlier, counted_parts, turtle_parts
from kgbuild.store.names import SHARED, STATE, TURTLE
from kgbuild.store.sort_lines import Change, fact_of, fact_terms, read_change, subject_of
from kgbuild.store.turtle import abbreviation, expansion, header, turtle_blocks


@dataclass(frozen=True, slots=True)
class Counts:
    """How many graphs speak of a thing, and how many state each of its facts."""

    graphs: int = 0
    facts: dict[str, int] = field(default_factory=dict)

    def after(self, change: Change) -> Counts:
        """Return the counts after a change."""
        facts = {
            fact: number
            for fact in {**self.facts, **change.added}
            if (number := self.facts.get(fact, 0) + change.added.get(fact, 0) - change.gone.get(fact, 0)) > 0
        }
        return Counts(self.graphs + len(change.graphs_added) - len(change.graphs_gone), facts)


class UnionFile:
    """Writes ``graph.ttl`` and ``shared.tsv``.

    Args:
        draft: folder of the new files.
        before: the workspace with the earlier ones; ``None`` where nothing of them is taken over.
        base: namespace of the data.
        census: the account of the earlier union, which becomes that of the new one.
    """

    def __init__(self, draft: Path, before: Path | None, base: str, census: Census) -> None:
        self._draft = draft
        self._before = before
        self._census = census
        self._header = header(base)
        self._shorten, self._expand = abbreviation(base), expansion(base)

    def __enter__(self) -> Self:
        """Open the files; raises :class:`StoreError` where that cannot be done."""
        with disk_errors(self._draft / TURTLE), ExitStack() as stack:
            self._union = stack.enter_context((self._draft / TURTLE).open("wb"))
            self._union.write(self._header.encode())
            self._table = stack.enter_context((self._draft / SHARED).open("w", encoding="utf-8", newline="\n"))
            self._blocks: Earlier[bytes] = Earlier(())
            self._shared: Earlier[list[str]] = Earlier(())
            if self._before:
                blocks = stack.enter_context((self._before / TURTLE).open("rb"))
                self._blocks = Earlier(turtle_parts(blocks, self._expand))
                lines = stack.enter_context((self._before / STATE / SHARED).open(encoding="utf-8", newline="\n"))
                self._shared = Earlier(counted_parts(lines))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """Close the files."""
        with disk_errors(self._draft / TURTLE):
            self._stack.close()

    def write(self, changes: Iterable[str]) -> None:
        """Write both files.

        Args:
            changes: lines of :func:`~kgbuild.store.sort_lines.change_line`, sorted, each once.

        Raises:
            StoreError: a file cannot be read or written.
        """
        with disk_errors(self._draft / TURTLE):
            for subject, lines in groupby(changes, key=subject_of):
                self._keep_until(subject)
                change = read_change(lines)
                before = self._counts(subject, change)
                self._census.remove(before.facts)
                self._put(subject, before.after(change))
            self._keep_until(None)

    def _keep_until(self, subject: str | None) -> None:
        for kept, block in self._blocks.before(subject):
            self._census.meet(kept)
            self._union.write(block)
        for _, lines in self._shared.before(subject):
            self._table.writelines(lines)

    def _counts(self, subject: str, change: Change) -> Counts:
        """Return the counts before a change, and pass over the subject in the earlier files."""
        block, lines = self._blocks.take(subject), self._shared.take(subject)
        if lines:
            (_, graphs), *facts = (line[:-1].rsplit("\t", 1) for line in lines)
            start = len(subject) + 1
            return Counts(int(graphs), {statement[start:]: int(number) for statement, number in facts})
        if block is None:
            return Counts()
        # One graph speaks of it: if one goes, it is that one.
        return Counts(1, dict.fromkeys(change.gone or self._facts(block), 1))

    def _facts(self, block: bytes) -> Iterable[str]:
        triples = ox.parse(self._header.encode() + block, format=ox.RdfFormat.TURTLE)
        return [fact_of(str(triple.predicate), str(triple.object)) for triple in triples]

    def _put(self, subject: str, counts: Counts) -> None:
        if not counts.facts:
            return
        facts = sorted(counts.facts)
        rows = [(f"<{subject}>", *fact_terms(fact)) for fact in facts]
        self._census.meet(subject)
        self._census.add(facts)
        self._union.writelines(f"{block}\n".encode() for block in turtle_blocks(rows, self._shorten))
        if counts.graphs > 1:
            self._table.write(f"{subject}\t{counts.graphs}\n")
            self._table.writelines(f"{subject} {fact}\t{counts.facts[fact]}\n" for fact in facts)
