"""A plain table of places: tab-separated, the first line names the columns.

Needed: ``id`` (letters, digits and hyphens; it becomes the slug ``own-<id>``), ``ar``, ``lat``, ``lon``. Possible:
``variants`` (separated by ``|``), ``en``, ``type`` (a place type, else Settlement), ``country`` (ISO 3166-1 alpha-2),
``governorate`` (slug or Arabic name of a built-in one), ``population``, ``geonames``, ``wikidata``.
"""

from __future__ import annotations

import re

from kgbuild.gazetteer.arabic import arabic_names
from kgbuild.gazetteer.divisions import find_division
from kgbuild.gazetteer.rows import NO_ARABIC, Row, country_code, number, position
from kgbuild.gazetteer.wof import wikidata_id
from kgbuild.labels import EntityType

NEEDED = frozenset({"id", "ar", "lat", "lon"})
POSSIBLE = frozenset({"variants", "en", "type", "country", "governorate", "population", "geonames", "wikidata"})
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def parse_table(header: list[str], cells: list[str]) -> Row:
    """Return the place of one line.

    Raises:
        ValueError: what is wrong with the line.
    """
    if len(cells) != len(header):
        raise ValueError(f"{len(cells)} cells, but {len(header)} columns")
    row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
    if not _ID.fullmatch(row["id"]):
        raise ValueError(f"id {row['id']!r} must be of small Latin letters, digits and hyphens")
    names = arabic_names((row["ar"], *row.get("variants", "").split("|")))
    if not names:
        raise ValueError(NO_ARABIC)
    code = row.get("country", "")
    country = country_code(code)
    if code and not country:
        raise ValueError(f"no state has the code {code!r}")
    return Row(
        f"own-{row['id']}",
        _type(row.get("type", "")),
        names,
        row.get("en", ""),
        country,
        position(row["lat"], row["lon"]),
        number(row.get("population", ""), "population") or 0,
        number(row.get("geonames", ""), "geonames"),
        wikidata_id(row.get("wikidata", "")),
        division=_division(row.get("governorate", ""), country),
    )


def _type(cell: str) -> EntityType:
    kind = EntityType(cell) if cell else EntityType.SETTLEMENT
    if not kind.is_place or kind is EntityType.COUNTRY:
        raise ValueError(f"type {cell!r} is no type of a place within a country")
    return kind


def _division(cell: str, country: str | None) -> str | None:
    if not cell:
        return None
    found = find_division((cell,), country)
    if not found:
        raise ValueError(f"no governorate {cell!r}" + (f" in {country}" if country else " without a country"))
    return found
