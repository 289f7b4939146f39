"""What a line of a file to import says, whatever the file's format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgbuild.labels import EntityType
from kgbuild.records import Coordinates
from kgbuild.registry import states
from kgbuild.resources import data_rows
from kgbuild.settings import GazetteerFormat as Format


@dataclass(frozen=True, slots=True)
class Row:
    """A place as a file tells it.

    Attributes:
        slug: last part of the IRI ``place/<slug>``, unique and the same in every import.
        type: one of the place types.
        names: Arabic names, the preferred one first; empty where the file has none.
        english: English or romanised name, empty where unknown.
        country: ISO 3166-1 alpha-2 code of a state, where known.
        coordinates: position.
        population: inhabitants; 0 where unknown.
        geonames: GeoNames id, where known.
        wikidata: Wikidata id, where known.
        key: what the file's other rows call this one as their parent; empty where they cannot.
        parent: key of the row that it lies in; empty where the file does not say.
        division: slug of the governorate, where the row itself tells it.
    """

    slug: str
    type: EntityType
    names: tuple[str, ...]
    english: str
    country: str | None
    coordinates: Coordinates
    population: int = 0
    geonames: int | None = None
    wikidata: str | None = None
    key: str = ""
    parent: str = ""
    division: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that was not imported.

    Attributes:
        line: its number in the file, counted from 1.
        reason: what is wrong with it.
        fault: whether the line is bad; else it is merely of no use here (no Arabic name, a whole country).
    """

    line: int
    reason: str
    fault: bool = True


class UnusableRowError(ValueError):
    """A sound line that tells no place that could be linked."""


# With the number of the line.
Rows = Iterator[tuple[int, Row | Rejected]]
NO_ARABIC = "no name in Arabic letters"


@cache
def place_types(form: Format) -> dict[str, EntityType | None]:
    """Return a format's codes -> types; ``None`` for what is not to be imported (``place_types.tsv``)."""
    rows = data_rows("gazetteer", "place_types.tsv")
    return {code: EntityType(kind) if kind != "-" else None for of, code, kind in rows if of == form.value}


@cache
def _codes() -> frozenset[str]:
    return frozenset(state.code for state in states())


def country_code(cell: str) -> str | None:
    """Return a cell's country code in capitals; ``None`` where it is no state's («xx» for disputed land)."""
    code = cell.strip().upper()
    return code if code in _codes() else None


def position(latitude: str, longitude: str) -> Coordinates:
    """Return the position that two cells tell, in decimal degrees.

    Raises:
        ValueError: they are no numbers, or outside the globe.
    """
    try:
        found = Coordinates(float(latitude), float(longitude))
    except ValueError:
        raise ValueError(f"no position: latitude {latitude!r}, longitude {longitude!r}") from None
    # Also refuses nan, which compares as false.
    if not (-90 <= found.latitude <= 90 and -180 <= found.longitude <= 180):
        raise ValueError(f"not on the globe: latitude {latitude}, longitude {longitude}")
    return found


def number(cell: str, what: str) -> int | None:
    """Return the whole number in a cell; ``None`` where it is empty.

    Raises:
        ValueError: there is something else in it, or it is negative.
    """
    if not cell.strip():
        return None
    try:
        value = int(float(cell))
    except (ValueError, OverflowError):
        raise ValueError(f"{what} is no number: {cell!r}") from None
    if value < 0:
        raise ValueError(f"{what} is negative: {cell}")
    return value
