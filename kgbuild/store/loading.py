"""RDF files into an in-memory store that SPARQL can query."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Store

from kgbuild.errors import StoreError
from kgbuild.store.disk import disk_errors
from kgbuild.store.formats import FileFormat
from kgbuild.store.names import DERIVED, MERGED, N_QUADS, TURTLE


def load_store(path: Path) -> Store:
    """Return a store with the graph at ``path``: a folder that kgbuild wrote, or one RDF file.

    A folder's derived graphs are in it too, where ``kgbuild derive`` and ``merge`` have written them.
    Named graphs stay apart; what a Turtle, N-Triples or RDF/XML file holds is in the default graph.

    Raises:
        StoreError: there is no such file, its name has none of the known endings
            (:class:`FileFormat`), or it is not good RDF; with the file and, where the
            parser tells it (in RDF/XML it does not always), the line.
    """
    file = path / N_QUADS if path.is_dir() else path
    if path.is_dir() and not file.is_file():
        raise StoreError(f"no {N_QUADS} here", where=str(path), hint="a folder that `kgbuild build` wrote has one")
    store = Store()
    _load(store, file)
    for beside in _derived(path):
        _load(store, beside)
    return store


def _derived(path: Path) -> list[Path]:
    return [path / name for name in (MERGED, DERIVED) if path.is_dir() and (path / name).is_file()]


def load_union(path: Path) -> Store:
    """Return a store with all triples of the graph at ``path``, derived ones too, in its default graph alone.

    Questions about what the documents say together run here many times faster than where each graph stands apart as
    well: the labels of a state would be met once for each document that names it.

    Raises:
        StoreError: as :func:`load_store`.
    """
    if not path.is_dir():
        return _without_names(path)
    if not (path / TURTLE).is_file():
        raise StoreError(f"no {TURTLE} here", where=str(path), hint="a folder that `kgbuild build` wrote has one")
    store = Store()
    _load(store, path / TURTLE)
    for beside in _derived(path):
        store.bulk_extend(_triples(beside))
    return store


def _without_names(file: Path) -> Store:
    store = Store()
    if FileFormat.holds_graphs(file):
        store.bulk_extend(_triples(file))
    else:
        _load(store, file)
    return store


def _triples(file: Path) -> Iterator[ox.Quad]:
    with disk_errors(file), file.open("rb"), _bad_rdf(file):
        for quad in ox.parse(path=file, format=FileFormat.of(file).syntax):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def _load(store: Store, file: Path) -> None:
    # Opened here only for Python's own words where that fails; pyoxigraph reads by path, which is faster.
    with disk_errors(file), file.open("rb"), _bad_rdf(file):
        store.bulk_load(path=file, format=FileFormat.of(file).syntax)


@contextmanager
def _bad_rdf(file: Path) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        where = f"{file}, line {error.lineno}" if error.lineno else str(file)
        raise StoreError(error.msg, where=where) from error
    except ValueError as error:
        raise StoreError(str(error), where=str(file)) from error
