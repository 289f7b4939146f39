"""The graph on disk: ``graph.nq``, ``graph.trig`` and ``graph.ttl``, complete or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, TextIO

from pyoxigraph import Quad

from kgbuild.iris import BASE
from kgbuild.store.disk import disk_errors, flush_to_disk
from kgbuild.store.sorting import LineSorter
from kgbuild.store.turtle import RDF_TYPE, abbreviation, header, turtle_blocks

N_QUADS, TRIG, TURTLE = "graph.nq", "graph.trig", "graph.ttl"
# What `kgbuild merge`, `derive` and `reason` make of the graph beside them: they go when a new graph comes.
MERGED, DERIVED, INFERRED = "merged.nq", "derived.nq", "inferred.nq"

# A row is sorted as "graph subject predicate object". IRIs lose their brackets there, so
# that a thing stands before its parts (x < x/point), and rdf:type sorts before all others.
_TYPE_FIRST = "!"
_Row = tuple[str, str, str, str]


class GraphWriter:
    """Writes the quads of a build to a folder; memory stays flat in their number.

    The files are made in a hidden folder beside their place, and moved there together
    when the block ends well. If it ends in an exception (a full disk, Ctrl-C), what was
    in the folder before is untouched and nothing else is left. Same quads, same bytes,
    in whatever order they come.

    Args:
        folder: where the files go; made if need be.
        base: namespace of the data, for short names in Turtle and TriG.

    Attributes:
        quads: number of distinct quads, known when the block has ended.
    """

    def __init__(self, folder: Path, *, base: str = BASE) -> None:
        self.quads = 0
        self._folder = folder
        self._base = base

    def __enter__(self) -> Self:
        """Make the hidden folder; raises :class:`StoreError` where that cannot be done."""
        with disk_errors(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._temporary = TemporaryDirectory(prefix=".graph-", dir=self._folder)
        self._made = Path(self._temporary.name)
        self._quads = self._sorter("quads")
        return self

    def add(self, quads: Iterable[Quad]) -> None:
        """Take the quads of one document.

        Raises:
            StoreError: the disk is full or cannot be written.
            ValueError: a quad has a blank node or stands in no named graph.
        """
        lines = [_sort_line(quad) for quad in quads]
        with disk_errors(self._folder):
            for line in lines:
                self._quads.add(line)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish the files, unless the block failed; raises :class:`StoreError` where they cannot be written."""
        try:
            if kind is None:
                self._finish()
        finally:
            self._temporary.cleanup()

    def _sorter(self, name: str) -> LineSorter:
        runs = self._made / name
        with disk_errors(self._folder):
            runs.mkdir()
        return LineSorter(runs)

    def _finish(self) -> None:
        triples = self._sorter("triples")
        with disk_errors(self._folder / N_QUADS):
            self._write_quads(triples)
        with disk_errors(self._folder / TURTLE), self._open(TURTLE) as file:
            rows = (_row(line)[1:] for line in triples)
            file.write(header(self._base))
            file.writelines(f"{block}\n" for block in turtle_blocks(rows, abbreviation(self._base)))
        for name in (N_QUADS, TRIG, TURTLE):
            with disk_errors(self._folder / name):
                flush_to_disk(self._made / name)
        self._publish()

    def _write_quads(self, triples: LineSorter) -> None:
        """Write both files that keep the graphs apart in one pass, and collect the union for the third."""
        with self._open(N_QUADS) as quads, self._open(TRIG) as trig:
            trig.write(header(self._base))
            trig.writelines(self._graph_blocks(self._copied(quads, triples)))

    def _copied(self, file: TextIO, triples: LineSorter) -> Iterator[_Row]:
        for line in self._quads:
            graph, subject, predicate, value = row = _row(line)
            file.write(f"{subject} {predicate} {value} {graph} .\n")
            triples.add(line[line.index(" ") :])
            self.quads += 1
            yield row

    def _graph_blocks(self, rows: Iterable[_Row]) -> Iterator[str]:
        shorten = abbreviation(self._base)
        for graph, members in groupby(rows, key=itemgetter(0)):
            yield f"{shorten(graph)} {{\n"
            yield from turtle_blocks((row[1:] for row in members), shorten, indent="  ")
            yield "}\n\n"

    def _open(self, name: str) -> TextIO:
        return (self._made / name).open("w", encoding="utf-8", newline="\n")

    def _publish(self) -> None:
        for name in (N_QUADS, TRIG, TURTLE):
            with disk_errors(self._folder / name):
                (self._made / name).replace(self._folder / name)
        for name in (MERGED, DERIVED, INFERRED):
            with disk_errors(self._folder / name):
                (self._folder / name).unlink(missing_ok=True)
        with disk_errors(self._folder):
            flush_to_disk(self._folder)


def _sort_line(quad: Quad) -> str:
    graph, subject, value = str(quad.graph_name), str(quad.subject), str(quad.object)
    if not (graph.startswith("<") and subject.startswith("<")) or value.startswith("_:"):
        raise ValueError(f"blank node, or no named graph: {quad}")
    predicate = str(quad.predicate)
    return f"{graph[1:-1]} {subject[1:-1]} {_TYPE_FIRST if predicate == RDF_TYPE else predicate} {value}\n"


def _row(line: str) -> _Row:
    graph, subject, predicate, value = line[:-1].split(" ", 3)
    return f"<{graph}>", f"<{subject}>", RDF_TYPE if predicate == _TYPE_FIRST else predicate, value
