"""Where a part of a country or governorate roughly is: in the middle of its known towns, as far as these reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import atan2, ceil, cos, degrees, radians

from kgbuild.labels import EntityType
from kgbuild.records import Coordinates
from kgbuild.registry import PlaceFacts, StateFacts, places
from kgbuild.resolve.areas import PartOf
from kgbuild.resolve.distance import distance_km
from kgbuild.resources import data_rows

# Fewer towns tell no extent.
FEWEST = 3
# A part that reaches farther is told by its name alone.
FARTHEST_KM = 400.0
# A town lies to the north where its bearing is within so many degrees of north.
SECTOR = 50.0


@cache
def locate(part: PartOf) -> tuple[Coordinates, int] | None:
    """Return the middle of a part and how far it reaches from there, in whole kilometres.

    The towns of the whole that lie in the part's direction from its middle are taken: from the town that the
    governorate is named after, else from the middle of all.

    Returns:
        ``None`` where fewer than three towns are known there, it reaches farther than 400 km, or the part is the
        middle itself.
    """
    towns = _towns(part.whole)
    bearing = bearing_of(part.direction)
    if part.direction and bearing is None:
        return None
    if towns and bearing is not None:
        centre = _centre(part.whole, towns)
        towns = [town for town in towns if _turn(_bearing(centre, _at(town)), bearing) <= SECTOR]
    if len(towns) < FEWEST:
        return None
    middle = _middle(towns)
    reach = _reach(middle, towns)
    return (middle, reach) if reach <= FARTHEST_KM else None


@cache
def reach_of(division: PlaceFacts) -> int | None:
    """Return how far a governorate's towns lie from its position, in whole kilometres; ``None`` without three towns."""
    towns = _towns(division)
    return _reach(division.coordinates, towns) if division.coordinates and len(towns) >= FEWEST else None


def bearing_of(direction: str | None) -> float | None:
    """Return the bearing of a direction in degrees from north; ``None`` for the middle, or without direction."""
    found = next((row[4] for row in data_rows("resolve", "directions.tsv") if row[0] == direction), "")
    return float(found) if found else None


def _towns(whole: PlaceFacts | StateFacts) -> list[PlaceFacts]:
    key = whole.code if isinstance(whole, StateFacts) else whole.slug
    return _towns_by_container().get(key, [])


@cache
def _towns_by_container() -> Mapping[str, list[PlaceFacts]]:
    """Return code of a country, or slug of a governorate -> its settlements with a position."""
    found: dict[str, list[PlaceFacts]] = {}
    for place in places():
        if place.type is EntityType.SETTLEMENT and place.coordinates:
            for key in filter(None, (place.country, place.within)):
                found.setdefault(key, []).append(place)
    return found


def _at(town: PlaceFacts) -> Coordinates:
    if town.coordinates is None:
        raise ValueError(f"{town.slug} has no position")
    return town.coordinates


def _reach(middle: Coordinates, towns: Iterable[PlaceFacts]) -> int:
    return ceil(max(distance_km(middle, _at(town)) for town in towns))


def _centre(whole: PlaceFacts | StateFacts, towns: list[PlaceFacts]) -> Coordinates:
    seats = [town for town in towns if isinstance(whole, PlaceFacts) and town.name == whole.name]
    largest = max(seats, key=lambda town: (town.population, town.slug), default=None)
    return _at(largest) if largest else _middle(towns)


def _middle(towns: Iterable[PlaceFacts]) -> Coordinates:
    found = [_at(town) for town in towns]
    # To four decimals, some ten metres: more would look surer than it is.
    latitude = sum(where.latitude for where in found) / len(found)
    longitude = sum(where.longitude for where in found) / len(found)
    return Coordinates(round(latitude, 4), round(longitude, 4))


def _bearing(start: Coordinates, end: Coordinates) -> float:
    """Return the bearing in degrees from north, on a plane that is true at the start."""
    east = (end.longitude - start.longitude) * cos(radians(start.latitude))
    return degrees(atan2(east, end.latitude - start.latitude)) % 360


def _turn(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)
