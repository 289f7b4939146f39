"""Dumps of GeoNames: ``allCountries.txt`` or a country's file, without a header.

The 19 columns and the feature codes: https://download.geonames.org/export/dump/readme.txt,
https://www.geonames.org/export/codes.html. Names with their languages stand in another file,
``alternateNamesV2.txt``; without it the Arabic names are those of column 4 in Arabic letters.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.gazetteer.arabic import arabic_names
from kgbuild.gazetteer.rows import NO_ARABIC, Row, UnusableRowError, country_code, number, place_types, position
from kgbuild.labels import EntityType
from kgbuild.registry import divisions_by_code
from kgbuild.settings import GazetteerFormat as Format

COLUMNS = 19
DIVISION = "A.ADM1"
DISTRICT = "A.ADM2"


def parse_geonames(cells: list[str], more: Iterable[str] = ()) -> Row:
    """Return the place of one line, with ``more`` names in Arabic, which come first.

    Raises:
        UnusableRowError: a sound line of no use here.
        ValueError: what is wrong with the line.
    """
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} cells, not {COLUMNS}")
    number_, name, ascii_name, alternates, lat, lon, feature_class, code, country = cells[:9]
    admin1, admin2, population = cells[10], cells[11], cells[14]
    geonames = number(number_, "geonameid")
    if geonames is None:
        raise ValueError("no geonameid")
    kind = _type(feature_class, code)
    names = arabic_names((*more, *alternates.split(",")))
    if not names:
        raise UnusableRowError(NO_ARABIC)
    key, parent = _keys(f"{feature_class}.{code}", country, admin1, admin2)
    return Row(
        f"gn-{geonames}",
        kind,
        names,
        ascii_name or name,
        country_code(country),
        position(lat, lon),
        number(population, "population") or 0,
        geonames,
        key=key,
        parent=parent,
        division=divisions_by_code().get((country, admin1)),
    )


def _type(feature_class: str, code: str) -> EntityType:
    types = place_types(Format.GEONAMES)
    found = types.get(f"{feature_class}.{code}", types.get(feature_class))
    if found is None:
        raise UnusableRowError("a feature of a kind that news does not tell of as a place")
    return found


def _keys(feature: str, country: str, admin1: str, admin2: str) -> tuple[str, str]:
    """Return what others call a division, and what a row lies in, by the codes of the divisions."""
    division = f"{country}.{admin1}" if admin1 not in ("", "00") else ""
    district = f"{division}.{admin2}" if division and admin2 else ""
    if feature == DIVISION:
        return division, ""
    if feature == DISTRICT:
        return district, division
    return "", district or division
