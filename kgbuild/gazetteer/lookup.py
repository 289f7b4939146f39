"""Reading of a gazetteer: places by folded name, by slug and by GeoNames id."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from kgbuild.gazetteer.tables import connect, sqlite_errors
from kgbuild.labels import EntityType
from kgbuild.records import Coordinates
from kgbuild.registry import PlaceFacts

_BY_NAME = "SELECT facts.* FROM names JOIN facts USING (slug) WHERE form = ? ORDER BY slug"
_BY_SLUG = "SELECT * FROM facts WHERE slug = ?"
_BY_GEONAMES = "SELECT * FROM facts WHERE geonames = ? ORDER BY slug"
_BY_BUILTIN = "SELECT * FROM facts WHERE builtin = ? ORDER BY slug"
# News repeats its places; a name's answer is kept, some 500 bytes each.
_KEPT = 50_000

Found = tuple[PlaceFacts, str | None]


class Gazetteer:
    """A user's gazetteer, open for reading.

    It may be sent to another process, which opens the file anew. Its answers carry, beside the
    place, the slug of the built-in governorate that it stands for, if it does.

    Args:
        path: the SQLite file that an import made.

    Raises:
        GazetteerError: there is no such file, or it is no gazetteer of this version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect(path)
        self._kept = lru_cache(_KEPT)(self._named)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    @property
    def digest(self) -> str:
        """SHA-256 of the content: the same places, the same digest, in whatever order they were imported."""
        return str(self._rows("SELECT sha256 FROM content")[0][0])

    def sources(self) -> tuple[tuple[str, str, int], ...]:
        """Return (name of the file, format, number of places) of each import, by name."""
        return tuple(self._rows("SELECT source, format, places FROM sources ORDER BY source"))

    def named(self, form: str) -> tuple[Found, ...]:
        """Return the places with a folded name (:func:`kgbuild.folding.fold`), by slug."""
        return self._kept(form)

    def _named(self, form: str) -> tuple[Found, ...]:
        return tuple(map(_found, self._rows(_BY_NAME, form)))

    def by_slug(self, slug: str) -> Found | None:
        """Return the place with a slug."""
        rows = self._rows(_BY_SLUG, slug)
        return _found(rows[0]) if rows else None

    def by_geonames(self, geonames: int) -> tuple[Found, ...]:
        """Return the places with a GeoNames id, by slug."""
        return tuple(map(_found, self._rows(_BY_GEONAMES, geonames)))

    def by_builtin(self, slug: str) -> tuple[Found, ...]:
        """Return the places that stand for a built-in governorate, by slug."""
        return tuple(map(_found, self._rows(_BY_BUILTIN, slug)))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _rows(self, asked: str, *values: str | int) -> list[Any]:
        with sqlite_errors(self.path):
            return self._connection.execute(asked, values).fetchall()


def _found(row: tuple[Any, ...]) -> Found:
    *told, names, latitude, longitude, builtin = row
    slug, kind, english, country, division, population, geonames, district, wikidata, source = told
    name, *variants = names.split("|")
    facts = PlaceFacts(
        slug,
        EntityType(kind),
        name,
        tuple(variants),
        english,
        country,
        division,
        Coordinates(latitude, longitude),
        population,
        geonames,
        district=district,
        wikidata=wikidata,
        source=source,
    )
    return facts, builtin
