"""How likely each place that bears a name is the one that is meant: reasons with weights, added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log, log10
from types import MappingProxyType

from kgbuild.folding import fold
from kgbuild.labels import EntityType, Label
from kgbuild.records import Coordinates
from kgbuild.registry import PlaceFacts, state_index
from kgbuild.resolve.context import Evidence, division_of
from kgbuild.resolve.distance import distance_km
from kgbuild.resolve.lookup import state_by_code
from kgbuild.resources import data_rows

# Cities of these continents often bear the name of an older one («أثينا», «بيت لحم»).
NEW_WORLD = frozenset({"NA", "SA", "OC"})
# Of a country that is spoken of at all a text may well name a place; the rest of the strength is its share.
NAMED_AT_ALL = 0.4
# Fewer people than this tell nothing: small numbers are old, missing or of the hamlet alone.
FEWEST = 300
# Distance from the nearest other place: below the one it speaks for a place in full, beyond the other not at all.
NEAR_KM, FAR_KM = 15.0, 300.0


class Reason(Label):
    """Why a place is or is not likely to be meant (``place_reasons.tsv``)."""

    SAID_DIVISION = "said_division"
    SAID_COUNTRY = "said_country"
    SAID_ELSEWHERE = "said_elsewhere"
    COUNTRY = "country"
    DIVISION = "division"
    BORDER = "border"
    NEAR = "near"
    POPULATION = "population"
    NOTED = "noted"
    CAPITAL = "capital"
    NEW_WORLD = "new_world"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place with the reasons for it.

    Attributes:
        place: what bears the name.
        reasons: reason -> what it adds to the score.
    """

    place: PlaceFacts
    reasons: Mapping[Reason, float]

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return sum(self.reasons.values())

    @property
    def supported(self) -> bool:
        """Whether the document itself gives a reason for the place, beyond its fame."""
        return not SUPPORTING.isdisjoint(self.reasons)


SUPPORTING = frozenset({Reason.SAID_DIVISION, Reason.SAID_COUNTRY, Reason.COUNTRY, Reason.DIVISION, Reason.NEAR})


@cache
def weights() -> Mapping[Reason, float]:
    """Return the weight of each reason (``place_reasons.tsv``)."""
    return MappingProxyType({Reason(row[0]): float(row[1]) for row in data_rows("resolve", "place_reasons.tsv")})


def rank(
    places: Iterable[PlaceFacts], container: Evidence, document: Evidence, neighbours: Iterable[Coordinates] = ()
) -> list[Ranked]:
    """Return places with the reasons for each, the likeliest first.

    Args:
        places: those that bear a name.
        container: what the text says that the named place lies in.
        document: what the rest of the document speaks of.
        neighbours: positions of the document's places that are known without doubt.
    """
    near = tuple(neighbours)
    ranked = [Ranked(place, MappingProxyType(dict(_reasons(place, container, document, near)))) for place in places]
    return sorted(ranked, key=lambda found: (-round(found.score, 6), found.place.slug))


def _reasons(
    place: PlaceFacts, container: Evidence, document: Evidence, near: tuple[Coordinates, ...]
) -> Iterator[tuple[Reason, float]]:
    """Yield the reasons that there are, weighted."""
    strengths = {
        **dict(_said(place, container)),
        Reason.COUNTRY: _share(document.countries, place.country),
        Reason.DIVISION: _share(document.divisions, division_of(place)),
        Reason.BORDER: _border(document.countries, place.country),
        Reason.NEAR: _closeness(place.coordinates, near),
        Reason.POPULATION: log10(max(place.population, FEWEST) / FEWEST),
        Reason.NOTED: float(place.geonames is None and place.source is None),
        Reason.CAPITAL: float(_is_capital(place)),
        Reason.NEW_WORLD: float(_in_new_world(place)),
        Reason.IMPORTED: float(place.source is not None),
    }
    return ((reason, weights()[reason] * strength) for reason, strength in strengths.items() if strength)


def _said(place: PlaceFacts, container: Evidence) -> Iterator[tuple[Reason, float]]:
    division = division_of(place)
    if division in container.divisions:
        yield Reason.SAID_DIVISION, 1.0
    elif place.country in container.countries and not (container.divisions and division):
        yield Reason.SAID_COUNTRY, 1.0
    elif container.countries or container.divisions:
        yield Reason.SAID_ELSEWHERE, 1.0


def _share(votes: Mapping[str, int], of: str | None) -> float:
    """Return how much of the document speaks of something, from 0 (nothing) to 1 (of nothing else)."""
    if not of or of not in votes:
        return 0.0
    return NAMED_AT_ALL + (1 - NAMED_AT_ALL) * votes[of] / sum(votes.values())


def _border(votes: Mapping[str, int], country: str | None) -> float:
    """Return how much of the document speaks of the countries that border on one that it does not speak of."""
    if not country or country in votes:
        return 0.0
    return sum(votes.get(code, 0) for code in _borders().get(country, ())) / max(1, sum(votes.values()))


@cache
def _borders() -> Mapping[str, tuple[str, ...]]:
    return {code: tuple(others.split("|")) for code, others in data_rows("resolve", "borders.tsv")}


def _closeness(position: Coordinates | None, near: tuple[Coordinates, ...]) -> float:
    if position is None or not near:
        return 0.0
    nearest = max(NEAR_KM, min(distance_km(position, other) for other in near))
    return max(0.0, 1 - log(nearest / NEAR_KM) / log(FAR_KM / NEAR_KM))


def _is_capital(place: PlaceFacts) -> bool:
    """Whether a town is the seat of its state's government."""
    if place.type is not EntityType.SETTLEMENT or place.source is not None:
        return False
    seats = (state for name in place.names for state in state_index(seats=True).get(fold(name), ()))
    return any(state.code == place.country for state in seats)


def _in_new_world(place: PlaceFacts) -> bool:
    state = state_by_code(place.country)
    return state is not None and state.continent in NEW_WORLD
