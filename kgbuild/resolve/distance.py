"""Distances on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from kgbuild.records import Coordinates

# Mean radius of the earth (IUGG), kilometres.
EARTH_KM = 6371.0088


def distance_km(one: Coordinates, other: Coordinates) -> float:
    """Return the great-circle distance in kilometres, by the haversine formula."""
    phi, other_phi = radians(one.latitude), radians(other.latitude)
    half = sin((other_phi - phi) / 2) ** 2
    half += cos(phi) * cos(other_phi) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
