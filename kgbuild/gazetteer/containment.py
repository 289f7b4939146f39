"""What imported places lie in: the parents that their file names, up to a governorate."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.gazetteer.divisions import find_division
from kgbuild.labels import EntityType

# A quarter, its town, its subdistrict, its district, its governorate: more steps would be a circle.
_STEPS = 6


@dataclass(frozen=True, slots=True)
class _Container:
    slug: str
    is_division: bool
    division: str | None
    parent: str


def place_in_containers(connection: sqlite3.Connection, source: str) -> None:
    """Write the governorate and what is between into the places of ``source``.

    An imported governorate that kgbuild has already stands for the built-in one.
    """
    _recognise_divisions(connection, source)
    containers = _containers(connection, source)
    parents = connection.execute("SELECT DISTINCT parent FROM places WHERE source = ? AND parent <> ''", (source,))
    for (parent,) in parents.fetchall():
        district, division = _climb(parent, containers)
        connection.execute(
            "UPDATE places SET district = ?, division = coalesce(division, ?) WHERE source = ? AND parent = ?",
            (district, division, source, parent),
        )


def _recognise_divisions(connection: sqlite3.Connection, source: str) -> None:
    """Mark the imported governorates that are built-in ones, by their GeoNames code or their name."""
    asked = "SELECT slug, names, country, division FROM places WHERE source = ? AND type = ?"
    for slug, names, country, division in connection.execute(asked, (source, EntityType.GOVERNORATE.value)).fetchall():
        known = division or find_division(names.split("|"), country)
        connection.execute("UPDATE places SET builtin = ?, division = NULL WHERE slug = ?", (known, slug))


def _containers(connection: sqlite3.Connection, source: str) -> dict[str, _Container]:
    asked = (
        "SELECT key, slug, type, builtin, division, parent FROM places WHERE source = ?1 AND key <> '' "
        "AND key IN (SELECT parent FROM places WHERE source = ?1)"
    )
    return dict(_read(connection.execute(asked, (source,))))


def _read(rows: sqlite3.Cursor) -> Iterator[tuple[str, _Container]]:
    for key, slug, kind, builtin, division, parent in rows:
        is_division = kind == EntityType.GOVERNORATE.value
        yield key, _Container(builtin or slug, is_division, division, parent)


def _climb(key: str, containers: dict[str, _Container]) -> tuple[str | None, str | None]:
    """Return the slugs of the nearest container below a governorate, and of the governorate."""
    district = None
    for _ in range(_STEPS):
        container = containers.get(key)
        if container is None:
            break
        if container.is_division:
            return district, container.slug
        district = district or container.slug
        if container.division:
            return district, container.division
        key = container.parent
    return district, None
