"""Readers of the registry's data files, each read once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.records import Coordinates
from kgbuild.registry.facts import ActorFacts, PartisanName, PlaceFacts, Position, StateFacts
from kgbuild.resources import data_file, data_rows

ROOM = "resolve"


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _position(latitude: str, longitude: str) -> Coordinates | None:
    return Coordinates(float(latitude), float(longitude)) if latitude else None


@cache
def states() -> tuple[StateFacts, ...]:
    """Return every state, by code (``states.tsv``)."""
    return tuple(_state(row) for row in data_rows(ROOM, "states.tsv"))


def _state(row: tuple[str, ...]) -> StateFacts:
    code, slug, name, variants, english, seats, seat_english, lat, lon, nisba, irregular, ambiguous, continent = row
    return StateFacts(
        code,
        slug,
        name,
        _split(variants),
        english,
        _split(seats),
        seat_english,
        _position(lat, lon),
        _split(nisba),
        _split(irregular),
        _split(ambiguous),
        continent,
    )


@cache
def actors() -> tuple[ActorFacts, ...]:
    """Return every actor and operation, by type and slug (``actors.jsonl``)."""
    lines = data_file(ROOM, "actors.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_actor(json.loads(line)) for line in lines if line and not line.startswith("#"))


def _actor(row: dict[str, Any]) -> ActorFacts:
    return ActorFacts(
        slug=row["id"],
        type=EntityType(row["type"]),
        name=row["ar"],
        english=row["en"],
        aliases=tuple(row.get("aliases", ())),
        descriptors=tuple(row.get("descriptors", ())),
        partisan=tuple(PartisanName(name["name"], name["by"]) for name in row.get("partisan", ())),
        country=row.get("country"),
        parent=row.get("parent"),
        positions=tuple(
            Position(post["title"], post["body"], post.get("from"), post.get("until"))
            for post in row.get("positions", ())
        ),
        active=(row.get("active", {}).get("from"), row.get("active", {}).get("until")),
        tagged=row.get("tagged", True),
    )


@cache
def governorates() -> tuple[PlaceFacts, ...]:
    """Return the first-level divisions (``governorates.tsv``)."""
    return tuple(_governorate(row) for row in data_rows(ROOM, "governorates.tsv"))


def _governorate(row: tuple[str, ...]) -> PlaceFacts:
    country, slug, name, variants, english, iso_code, _admin1, lat, lon = row
    return PlaceFacts(
        slug,
        EntityType.GOVERNORATE,
        name,
        _split(variants),
        english,
        country,
        coordinates=_position(lat, lon),
        iso_code=iso_code or None,
    )


@cache
def places() -> tuple[PlaceFacts, ...]:
    """Return the settlements of GeoNames and the supplement of other places, in that order."""
    return (*_settlements(), *_supplement())


@cache
def divisions_by_code() -> Mapping[tuple[str, str], str]:
    """Return (code of a state, GeoNames code of a division within it) -> slug of the governorate."""
    rows = data_rows(ROOM, "governorates.tsv")
    return MappingProxyType({(row[0], code): row[1] for row in rows for code in _split(row[6])})


def _settlements() -> list[PlaceFacts]:
    within = divisions_by_code()
    by_iso = {division.iso_code: division.slug for division in governorates()}
    by_town = {row[0]: by_iso[row[1]] for row in data_rows(ROOM, "town_divisions.tsv")}
    with gzip.open(data_file(ROOM, "places.tsv.gz"), "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return [
        PlaceFacts(
            f"{slug}-gn{number}",
            EntityType.SETTLEMENT,
            name,
            tuple(variants.split("|")) if variants else (),
            english,
            country or None,
            by_town.get(number) or within.get((country, admin1)),
            Coordinates(float(lat), float(lon)),
            int(population),
            int(number),
        )
        for number, slug, name, variants, english, country, admin1, lat, lon, population in rows
    ]


def _supplement() -> list[PlaceFacts]:
    return [
        PlaceFacts(
            slug,
            EntityType(kind),
            name,
            _split(variants),
            english,
            country or None,
            within or None,
            _position(lat, lon),
            tagged=not linking,
        )
        for slug, kind, name, variants, english, country, within, lat, lon, _source, *linking in data_rows(
            ROOM, "supplement.tsv"
        )
    ]


@cache
def ambiguous_places() -> frozenset[str]:
    """Return the folded place names that are also ordinary words or given names.

    A recogniser takes them for a place only after a head (مدينة، بلدة، قرية) or
    within a list of places.
    """
    lines = data_file(ROOM, "ambiguous_places.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
