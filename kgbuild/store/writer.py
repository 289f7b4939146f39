"""The graph on disk, ``graph.nq``, ``graph.trig`` and ``graph.ttl``: written from the earlier files and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from pyoxigraph import Quad

from kgbuild.iris import BASE
from kgbuild.store.census import Census, read_census, write_census
from kgbuild.store.disk import disk_errors
from kgbuild.store.earlier import Earlier
from kgbuild.store.graphs import GraphFiles, Stretch
from kgbuild.store.names import CENSUS, STATE
from kgbuild.store.sort_lines import change_line, graph_of, quad_line, quad_row
from kgbuild.store.sorting import LineSorter
from kgbuild.store.union import UnionFile


class GraphWriter:
    """Writes the graph of a workspace into a draft; memory stays flat in the number of statements.

    Same graphs, same bytes, in whatever order they come, and whether they come at once or in several builds.

    Args:
        draft: folder of the new files.
        before: the workspace with the earlier ones; ``None`` where nothing of them is taken over.
        base: namespace of the data, for short names in Turtle and TriG.

    Attributes:
        census: the account of the graph, complete after :meth:`finish`.
    """

    def __init__(self, draft: Path, *, before: Path | None = None, base: str = BASE) -> None:
        self.census = read_census(before / STATE / CENSUS, base) if before else Census(base)
        self._draft = draft
        self._before = before
        self._base = base
        self._quads = self._sorter("quads")

    def add(self, quads: Iterable[Quad]) -> None:
        """Take the quads of one document.

        Raises:
            StoreError: the disk is full or cannot be written.
            ValueError: a quad has a blank node or stands in no named graph.
        """
        lines = [quad_line(quad) for quad in quads]
        with disk_errors(self._draft):
            for line in lines:
                self._quads.add(line)

    def finish(self, held: Mapping[str, Stretch], gone: Iterable[str] = ()) -> dict[str, Stretch]:
        """Write all files and return the stretches of the new graphs.

        Args:
            held: IRI of a graph of the earlier files -> its stretch.
            gone: those that are not taken over. A new graph of the same IRI takes the place of the earlier one.

        Raises:
            StoreError: the earlier files cannot be read, or the new ones not written.
        """
        with disk_errors(self._draft):
            changes = self._sorter("changes")
            stretches = self._write_graphs(changes, Earlier(sorted(held.items())), set(gone))
            with UnionFile(self._draft, self._before, self._base, self.census) as union:
                union.write(changes)
            self.census.tidy()
            write_census(self._draft / CENSUS, self.census)
            for sorter in (self._quads, changes):
                sorter.discard()
        return stretches

    def _write_graphs(self, changes: LineSorter, earlier: Earlier[Stretch], gone: set[str]) -> dict[str, Stretch]:
        stretches = {}
        with GraphFiles(self._draft, self._before, self._base) as files:
            for graph, lines in groupby(self._quads, key=graph_of):
                _pass(files, earlier.before(graph), gone, changes)
                if stretch := earlier.take(graph):
                    _drop(files, graph, stretch, changes)
                rows = list(map(quad_row, lines))
                for row in rows:
                    changes.add(change_line(graph, row))
                stretches[graph] = files.add(f"<{graph}>", rows)
            _pass(files, earlier.before(), gone, changes)
        return stretches

    def _sorter(self, name: str) -> LineSorter:
        runs = self._draft / name
        with disk_errors(self._draft):
            runs.mkdir()
        return LineSorter(runs)


def _pass(files: GraphFiles, graphs: Iterable[tuple[str, Stretch]], gone: set[str], changes: LineSorter) -> None:
    """Take over earlier graphs, but for those that go."""
    for graph, stretch in graphs:
        if graph in gone:
            _drop(files, graph, stretch, changes)
        else:
            files.keep(stretch)


def _drop(files: GraphFiles, graph: str, stretch: Stretch, changes: LineSorter) -> None:
    for row in files.rows(f"<{graph}>", stretch):
        changes.add(change_line(graph, row, gone=True))
    files.skip(stretch)
