"""RDF files into an in-memory store that SPARQL can query."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from kgbuild.errors import StoreError
from kgbuild.store.disk import disk_errors
from kgbuild.store.formats import FileFormat
from kgbuild.store.writer import DERIVED, N_QUADS


def load_store(path: Path) -> Store:
    """Return a store with the graph at ``path``: a folder that kgbuild wrote, or one RDF file.

    A folder's derived graphs are in it too, where ``kgbuild derive`` has written them.
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
    if path.is_dir() and (path / DERIVED).is_file():
        _load(store, path / DERIVED)
    return store


def _load(store: Store, file: Path) -> None:
    # Opened here only for Python's own words where that fails; pyoxigraph reads by path, which is faster.
    with disk_errors(file), file.open("rb"):
        try:
            store.bulk_load(path=file, format=FileFormat.of(file).syntax)
        except SyntaxError as error:
            where = f"{file}, line {error.lineno}" if error.lineno else str(file)
            raise StoreError(error.msg, where=where) from error
        except ValueError as error:
            raise StoreError(str(error), where=str(file)) from error
