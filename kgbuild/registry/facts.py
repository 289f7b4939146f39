"""The records of the registry: frozen, slotted, with names as published."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.labels import EntityType
from kgbuild.records import Coordinates


@dataclass(frozen=True, slots=True)
class StateFacts:
    """A state, which is an actor (``actor/<slug>``) and a country as a place (``place/<slug>``).

    Attributes:
        code: ISO 3166-1 alpha-2 code; ``XK`` for Kosovo.
        slug: last part of both IRIs.
        name: preferred Arabic news name.
        variants: other Arabic names.
        english: English name.
        seats: Arabic names of the city that stands for the government in news.
        seat_english: the same city in English, empty where there is none.
        seat_coordinates: its position, where known.
        nisba: adjectives in the masculine singular without the article.
        irregular: plurals that do not follow from the adjectives.
        ambiguous: names among the above that are also ordinary words or other names.
        continent: ``AF``, ``AS``, ``EU``, ``NA``, ``SA`` or ``OC``.
    """

    code: str
    slug: str
    name: str
    variants: tuple[str, ...]
    english: str
    seats: tuple[str, ...]
    seat_english: str
    seat_coordinates: Coordinates | None
    nisba: tuple[str, ...]
    irregular: tuple[str, ...]
    ambiguous: tuple[str, ...]
    continent: str

    @property
    def names(self) -> tuple[str, ...]:
        """The Arabic names of the state itself, preferred first, without the seats."""
        return (self.name, *self.variants)


@dataclass(frozen=True, slots=True)
class Position:
    """A post that a person holds or held.

    Attributes:
        title: as Arabic news says it, for example «وزير الدفاع الأميركي».
        body: slug of an actor, or the code of a state.
        since, until: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ``None`` where no beginning, no end is known.
    """

    title: str
    body: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class PartisanName:
    """A name that one side gives an actor, and who uses it."""

    text: str
    used_by: str


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """An actor other than a state, or a named operation.

    Attributes:
        slug: last part of the IRI ``actor/<slug>`` (``operation/<slug>`` for an operation).
        type: the class of the thing.
        name: preferred Arabic name.
        english: English name.
        aliases: further Arabic names that can be recognised on their own.
        descriptors: short or shared names, to be understood only beside the full name or in context.
        partisan: names that one side uses.
        country: code of the state that it belongs to or sits in, where there is one.
        parent: slug of the larger body.
        positions: posts of a person.
        active: year or month in which a group or body came to be, and in which it ended; ``None`` where not known.
        tagged: whether the name tagger looks for its names; it has to learn anew before it may.
    """

    slug: str
    type: EntityType
    name: str
    english: str
    aliases: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    partisan: tuple[PartisanName, ...] = ()
    country: str | None = None
    parent: str | None = None
    positions: tuple[Position, ...] = ()
    active: tuple[str | None, str | None] = (None, None)
    tagged: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The Arabic names that can be recognised on their own, preferred first."""
        partisan = (name.text for name in self.partisan if name.text not in self.descriptors)
        return tuple(dict.fromkeys((self.name, *self.aliases, *partisan)))


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A governorate, settlement, area, facility, road or natural feature.

    Attributes:
        slug: last part of the IRI ``place/<slug>``.
        type: one of the place types.
        name: preferred Arabic name.
        variants: other Arabic names and spellings.
        english: English or romanised name.
        country: code of the state; ``None`` for what lies in several (a sea, a river).
        within: slug of the governorate, where known.
        coordinates: position, where known.
        population: inhabitants; 0 where unknown.
        geonames: GeoNames id, where known.
        iso_code: ISO 3166-2 code of a governorate, where known.
        district: slug of the district within the governorate, where known.
        wikidata: Wikidata id (``Q…``), where known.
        source: name of the file that a user imported it from; ``None`` for what comes with kgbuild.
        tagged: whether the name tagger looks for its names; it has to learn anew before it may.
    """

    slug: str
    type: EntityType
    name: str
    variants: tuple[str, ...]
    english: str
    country: str | None
    within: str | None = None
    coordinates: Coordinates | None = None
    population: int = 0
    geonames: int | None = None
    iso_code: str | None = None
    district: str | None = None
    wikidata: str | None = None
    source: str | None = None
    tagged: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """All Arabic names, preferred first."""
        return (self.name, *self.variants)


@dataclass(frozen=True, slots=True)
class NisbaForm:
    """An inflected form of an adjective of nationality.

    Attributes:
        text: the form, unfolded.
        feminine: whether it is feminine.
        number: ``singular``, ``dual`` or ``plural``.
        definite: whether it carries the article.
    """

    text: str
    feminine: bool
    number: str
    definite: bool
