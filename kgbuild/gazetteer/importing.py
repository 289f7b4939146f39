"""Import of a file into a gazetteer, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kgbuild.errors import GazetteerError
from kgbuild.gazetteer.arabic import lookup_forms
from kgbuild.gazetteer.containment import place_in_containers
from kgbuild.gazetteer.files import MoreNames, alternate_names, open_rows
from kgbuild.gazetteer.rows import Rejected, Row
from kgbuild.gazetteer.tables import MARKS, SCHEMA, connect, sqlite_errors, writable
from kgbuild.settings import GazetteerFormat as Format

# Bad lines that a report holds; all are counted.
KEPT = 1000
_INSERT = "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# What makes two gazetteers the same, whatever files they were imported from and in which order.
_CONTENT = (
    "SELECT slug, type, names, english, country, latitude, longitude, population, geonames, wikidata, division, "
    "district, builtin FROM places ORDER BY slug"
)


@dataclass(slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        places: places taken from the file.
        replaced: places of an earlier import of a file of that name, which are gone.
        total: places in the gazetteer now.
        digest: SHA-256 of the gazetteer's content.
        bad: the first bad lines, with reasons.
        faults: how many lines are bad.
        unused: reason -> how many sound lines were of no use.
    """

    places: int = 0
    replaced: int = 0
    total: int = 0
    digest: str = ""
    bad: list[Rejected] = field(default_factory=list)
    faults: int = 0
    unused: Counter[str] = field(default_factory=Counter)

    def reject(self, rejected: Rejected) -> None:
        """Count a line that was not imported."""
        if not rejected.fault:
            self.unused[rejected.reason] += 1
            return
        self.faults += 1
        if len(self.bad) < KEPT:
            self.bad.append(rejected)


def import_places(
    source: Path, target: Path, *, form: Format | None = None, alternates: Path | None = None
) -> ImportReport:
    """Add a file's places to the gazetteer ``target``, which is made if need be and replaced as a whole.

    Places of an earlier import of a file of the same name make way. Memory stays flat in the length of the file.

    Args:
        source: table of Who's On First, dump of GeoNames, or plain table; ``.gz`` and ``.zip`` are unpacked.
        target: the SQLite file.
        form: format of ``source``; recognised by its first line where it is ``None``.
        alternates: ``alternateNamesV2.txt`` of GeoNames, whose Arabic names are added.

    Raises:
        GazetteerError: a file cannot be read or written, is in no known format, or holds no place;
            the gazetteer is then as it was.
    """
    report = ImportReport()
    with _draft(target) as draft, sqlite_errors(target):
        with writable(draft) as connection:
            report.replaced = _forget(connection, source.name)
            more = _remember(connection, alternates) if alternates else None
            form = _insert(connection, source, form, more, report)
            if not report.places:
                first = f"line {report.bad[0].line}: {report.bad[0].reason}" if report.bad else None
                raise GazetteerError("holds no place that could be imported", where=str(source), hint=first)
            place_in_containers(connection, source.name)
            connection.execute("INSERT INTO sources VALUES (?, ?, ?)", (source.name, form.value, report.places))
            report.digest = _digest(connection)
            connection.execute("DELETE FROM content")
            connection.execute("INSERT INTO content VALUES (?)", (report.digest,))
            report.total = connection.execute("SELECT count(*) FROM places").fetchone()[0]
        with closing(sqlite3.connect(draft)) as connection:
            connection.execute("VACUUM")
    return report


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    """A copy of ``target``, or a new gazetteer, beside it; it takes the place of ``target`` once it is complete."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with sqlite_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with sqlite_errors(target):
            if target.exists():
                connect(target).close()
                shutil.copyfile(target, draft)
            else:
                with closing(sqlite3.connect(draft)) as connection:
                    connection.executescript(MARKS + SCHEMA)
        yield draft
        with sqlite_errors(target):
            draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _forget(connection: sqlite3.Connection, source: str) -> int:
    connection.execute("DELETE FROM names WHERE slug IN (SELECT slug FROM places WHERE source = ?)", (source,))
    gone = connection.execute("DELETE FROM places WHERE source = ?", (source,)).rowcount
    connection.execute("DELETE FROM sources WHERE source = ?", (source,))
    return gone


def _remember(connection: sqlite3.Connection, path: Path) -> MoreNames:
    """Put a file of alternate names into a table of the connection's own, which answers for it."""
    connection.execute("CREATE TEMP TABLE alternates (geonames INTEGER, rank INTEGER, name TEXT)")
    connection.executemany("INSERT INTO alternates VALUES (?, ?, ?)", _ranked(path))
    connection.execute("CREATE INDEX temp.alternates_by_place ON alternates (geonames, rank)")

    def more(geonames: int) -> tuple[str, ...]:
        asked = "SELECT name FROM alternates WHERE geonames = ? ORDER BY rank, rowid"
        return tuple(name for (name,) in connection.execute(asked, (geonames,)))

    return more


def _ranked(path: Path) -> Iterator[tuple[int, int, str]]:
    return ((geonames, rank, name) for geonames, name, rank in alternate_names(path))


def _insert(
    connection: sqlite3.Connection, source: Path, form: Format | None, more: MoreNames | None, report: ImportReport
) -> Format:
    """Insert the places of a file, and return its format."""
    with open_rows(source, form, more) as (found, rows):
        for line, row in rows:
            if isinstance(row, Rejected):
                report.reject(row)
            elif owner := _owner(connection, row.slug):
                report.reject(Rejected(line, f"{row.slug} stands already in {owner}"))
            else:
                _add(connection, row, source.name)
                report.places += 1
    return found


def _add(connection: sqlite3.Connection, row: Row, source: str) -> None:
    connection.execute(_INSERT, _values(row, source))
    forms = {form for name in row.names for form in lookup_forms(name)}
    connection.executemany("INSERT INTO names VALUES (?, ?)", [(form, row.slug) for form in sorted(forms)])


def _owner(connection: sqlite3.Connection, slug: str) -> str | None:
    found = connection.execute("SELECT source FROM places WHERE slug = ?", (slug,)).fetchone()
    return found[0] if found else None


def _values(row: Row, source: str) -> tuple[str | int | float | None, ...]:
    where = row.coordinates
    names = "|".join(row.names)
    return (
        row.slug, source, row.type.value, names, row.english, row.country, where.latitude, where.longitude,
        row.population, row.geonames, row.wikidata, row.key, row.parent, row.division, None, None,
    )  # fmt: skip


def _digest(connection: sqlite3.Connection) -> str:
    content = hashlib.sha256()
    for row in connection.execute(_CONTENT):
        content.update(repr(row).encode("utf-8", "backslashreplace"))
    return content.hexdigest()
