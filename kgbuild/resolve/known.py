"""The places that are known: those that come with kgbuild, and those of a user's gazetteer, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from kgbuild.folding import fold
from kgbuild.gazetteer import Gazetteer
from kgbuild.labels import EntityType
from kgbuild.records import Coordinates
from kgbuild.registry import PlaceFacts, governorates, place_index, places
from kgbuild.resolve.distance import distance_km
from kgbuild.resolve.names import spellings, without_head
from kgbuild.resources import data_rows

Found = TypeVar("Found")
# Two sources give one town's middle differently; two towns of one name are farther apart.
SAME_PLACE_KM = 10.0


class KnownPlaces:
    """Places by name and by slug.

    Args:
        gazetteer: a user's own places; ``None``: only those that come with kgbuild.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer

    @property
    def digest(self) -> str | None:
        """SHA-256 of the user's gazetteer; ``None`` without one."""
        return self.gazetteer.digest if self.gazetteer else None

    def named(self, name: str) -> tuple[PlaceFacts, ...]:
        """Return the places called ``name`` (folded), the built-in ones first.

        From each of the two sources come those of the first spelling that it has any of: as it stands, with or
        without the article, with the other final -a, a first part joined or apart, without its head.
        """
        built_in = _without_twins(_first(place_index().get, name))
        if self.gazetteer is None:
            return built_in
        return self._with_imported(built_in, _first(self.gazetteer.named, name))

    def by_slug(self, slug: str) -> PlaceFacts | None:
        """Return the place with a slug."""
        built_in = _by_slug().get(slug)
        if built_in or self.gazetteer is None:
            return built_in
        found = self.gazetteer.by_slug(slug)
        return self._canonical(*found) if found else None

    def register_ids(self, place: PlaceFacts) -> tuple[list[int], list[str]]:
        """Return the GeoNames and the Wikidata ids of a place, those that the gazetteer adds included."""
        same = [place, *_twins(place)]
        if self.gazetteer is not None:
            found = self.gazetteer.by_geonames(place.geonames) if place.geonames and not place.source else ()
            if place.type is EntityType.GOVERNORATE and not place.source:
                found += self.gazetteer.by_builtin(place.slug)
            same += [facts for facts, _ in found]
        geonames = {facts.geonames for facts in same if facts.geonames}
        return sorted(geonames), sorted({facts.wikidata for facts in same if facts.wikidata})

    def _with_imported(
        self, built_in: tuple[PlaceFacts, ...], imported: Iterable[tuple[PlaceFacts, str | None]]
    ) -> tuple[PlaceFacts, ...]:
        found = {place.slug: place for place in built_in}
        ids = {place.geonames for place in built_in} - {None}
        # A built-in governorate's names are right; other gazetteers file former names and seats under it.
        places = [self._canonical(*facts) for facts in imported if not facts[1] or facts[1] in found]
        for place in places:
            known = place.slug in found or place.geonames in ids
            if not known and not any(_is_same(place, other) for other in found.values()):
                found[place.slug] = place
                ids |= {place.geonames} - {None}
        return tuple(_positioned(found))

    def _canonical(self, facts: PlaceFacts, same: str | None) -> PlaceFacts:
        """Return the built-in place that an imported one is, else the imported one."""
        return _by_slug().get(same or "") or _by_geonames().get(facts.geonames or 0) or facts


def _first(look_up: Callable[[str], tuple[Found, ...] | None], name: str) -> tuple[Found, ...]:
    for form in filter(None, (name, without_head(name, "place"))):
        for spelling in place_spellings(form):
            found = [fact for same in _with_hamza(spelling) for fact in look_up(same) or ()]
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def place_spellings(form: str) -> Iterator[str]:
    """Yield the spellings of a folded place name: those of any name, then with a first part joined or apart."""
    yield from spellings(form)
    first, _, rest = form.partition(" ")
    if rest and first in _joints():
        yield from spellings(first + rest)
    for joint in _joints():
        if form.startswith(joint) and len(form) > len(joint) + 2 and form[len(joint)] != " ":
            yield f"{joint} {form.removeprefix(joint)}"


def _with_hamza(form: str) -> tuple[str, ...]:
    """Return a form and its spelling with or without a final hamza («السويدا»), which are equally right."""
    if form.endswith("اء"):
        return form, form[:-1]
    return (form, f"{form}ء") if form.endswith("ا") else (form,)


@cache
def _joints() -> tuple[str, ...]:
    return tuple(fold(first) for (first,) in data_rows("resolve", "name_joints.tsv"))


def _without_twins(found: tuple[PlaceFacts, ...]) -> tuple[PlaceFacts, ...]:
    """Leave out what the supplement has too: it was written for the news, with better names."""
    twins = {twin.slug for place in found for twin in _twins(place)}
    return tuple(place for place in found if place.slug not in twins)


def _twins(place: PlaceFacts) -> list[PlaceFacts]:
    """Return the settlements of GeoNames that a settlement of the supplement is, by name and position."""
    if place.geonames is not None or place.source is not None or place.type is not EntityType.SETTLEMENT:
        return []
    called = (other for name in place.names for other in place_index().get(fold(name), ()))
    return [other for other in called if other.geonames and _is_same(other, place)]


def _is_same(imported: PlaceFacts, other: PlaceFacts) -> bool:
    """Whether a place of the gazetteer with another's name is the same one, told by its position."""
    kinds = {imported.type, other.type}
    if EntityType.GOVERNORATE in kinds or (imported.type is EntityType.AREA) != (other.type is EntityType.AREA):
        return False
    return _near(imported.coordinates, other.coordinates)


def _positioned(found: dict[str, PlaceFacts]) -> Iterator[PlaceFacts]:
    """Give a built-in place without position that of the one imported place that it can be, and leave that out."""
    taken = set()
    for place in found.values():
        if place.source is None and place.coordinates is None:
            fitting = [other for other in found.values() if other.source and _may_be(other, place)]
            if len(fitting) == 1:
                taken.add(fitting[0].slug)
                division = place.within or fitting[0].within
                yield replace(place, coordinates=fitting[0].coordinates, within=division)
                continue
        if place.slug not in taken:
            yield place


def _may_be(imported: PlaceFacts, place: PlaceFacts) -> bool:
    same_division = place.within is None or place.within == imported.within
    return imported.type is place.type and imported.country == place.country and same_division


def _near(one: Coordinates | None, other: Coordinates | None) -> bool:
    return one is not None and other is not None and distance_km(one, other) <= SAME_PLACE_KM


@cache
def _by_slug() -> Mapping[str, PlaceFacts]:
    return MappingProxyType({place.slug: place for place in (*governorates(), *places())})


@cache
def _by_geonames() -> Mapping[int, PlaceFacts]:
    return MappingProxyType({place.geonames: place for place in places() if place.geonames})
