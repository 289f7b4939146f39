"""The SQLite file of a gazetteer: its tables, and how it is opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kgbuild.errors import GazetteerError

# "KGBG": tells a gazetteer from any other SQLite file.
APPLICATION = 0x4B474247
VERSION = 1
IMPORT_HINT = "make it with: kgbuild gazetteer import FILE"

MARKS = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
SCHEMA = """
CREATE TABLE sources (source TEXT PRIMARY KEY, format TEXT NOT NULL, places INTEGER NOT NULL);
CREATE TABLE places (
    slug TEXT PRIMARY KEY, source TEXT NOT NULL, type TEXT NOT NULL, names TEXT NOT NULL, english TEXT NOT NULL,
    country TEXT, latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL,
    geonames INTEGER, wikidata TEXT, key TEXT NOT NULL, parent TEXT NOT NULL,
    division TEXT, district TEXT, builtin TEXT
) WITHOUT ROWID;
CREATE VIEW facts AS SELECT slug, type, english, country, division, population, geonames, district, wikidata, source,
    names, latitude, longitude, builtin FROM places;
CREATE TABLE names (form TEXT NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (form, slug)) WITHOUT ROWID;
CREATE TABLE content (sha256 TEXT NOT NULL);
CREATE INDEX by_source ON places (source, parent);
CREATE INDEX by_geonames ON places (geonames);
CREATE INDEX by_builtin ON places (builtin);
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open a gazetteer for reading.

    Raises:
        GazetteerError: there is none, or it was made by another program or version.
    """
    if not path.is_file():
        raise GazetteerError("there is no gazetteer", where=str(path), hint=IMPORT_HINT)
    with sqlite_errors(path):
        # The file is replaced, never changed, so that readers need no locks.
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    found = tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if found[0] != APPLICATION:
        raise GazetteerError("is no gazetteer of kgbuild", where=str(path), hint=IMPORT_HINT)
    if found[1] != VERSION:
        raise GazetteerError(
            "was made by another version of kgbuild", where=str(path), hint="delete it and import again"
        )


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite or the disk raises into a :class:`GazetteerError` about ``path``."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise GazetteerError(f"cannot be used as a gazetteer: {error}", where=str(path)) from error
    except OSError as error:
        raise GazetteerError(error.strerror or str(error), where=str(path)) from error


@contextmanager
def writable(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a draft that nobody else sees: without a journal, committed at the end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
