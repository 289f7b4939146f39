"""What a document as a whole says about where its things are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kgbuild.labels import EntityType, RelationType
from kgbuild.records import Annotation, Entity
from kgbuild.registry import PlaceFacts, StateFacts, actor_index, ambiguous_places, place_index, state_index
from kgbuild.resolve.known import KnownPlaces
from kgbuild.resolve.lookup import state_by_code
from kgbuild.resolve.names import nisba_state, plain
from kgbuild.resolve.posts import Post, owners, posts_in

# A place named as a place tells more of where a text plays than a state that acts in it.
STATE_WEIGHT, COUNTRY_WEIGHT, DIVISION_WEIGHT, SETTLEMENT_WEIGHT, ACTOR_WEIGHT = 1, 2, 3, 2, 1
# A village's name may have namesakes that no gazetteer lists.
IMPORTED_WEIGHT = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """Votes that some entities give: country codes and slugs of governorates -> weight."""

    countries: Mapping[str, int] = field(default_factory=dict)
    divisions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """The evidence of a document.

    Attributes:
        entities: entity id -> votes of an entity that can be understood on its own.
        containers: entity id -> votes of what a ``locatedIn`` relation puts it in.
        places: the places that are known.
        day: ISO day of publication, where known.
        posts: entity id -> the posts that the text gives a person.
        place_names: the folded names of the document's places, in its order.
        named: slugs of the registered actors that the document names in full.
        home: the state that more than half of the document is about, where there is one: «وزارة الداخلية» is its own.
    """

    entities: Mapping[str, Evidence]
    containers: Mapping[str, Evidence]
    places: KnownPlaces = field(default_factory=KnownPlaces)
    day: str | None = None
    posts: Mapping[str, frozenset[Post]] = field(default_factory=dict)
    place_names: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    home: StateFacts | None = None

    def without(self, entity: str) -> Evidence:
        """Return the votes of all entities but one."""
        return _sum(found for identifier, found in self.entities.items() if identifier != entity)

    @property
    def country(self) -> str:
        """The code of the country that the document is most about, or ``""``."""
        votes = _sum(self.entities.values()).countries
        return min(votes, key=lambda code: (-votes[code], code)) if votes else ""


def read_context(annotation: Annotation, places: KnownPlaces | None = None) -> Context:
    """Collect what the unambiguous entities and the ``locatedIn`` relations of a document say."""
    known = places or KnownPlaces()
    by_entity = {entity.id: _evidence(entity, known) for entity in annotation.entities}
    containers: dict[str, list[Evidence]] = {}
    for relation in annotation.relations:
        if relation.type is RelationType.LOCATED_IN and relation.object in by_entity:
            containers.setdefault(relation.subject, []).append(by_entity[relation.object])
    inside = {subject: _sum(found) for subject, found in containers.items()}
    names = [(entity.type, plain(entity.name)) for entity in annotation.entities]
    return Context(
        by_entity,
        inside,
        known,
        annotation.article.date,
        _posts(annotation),
        tuple(dict.fromkeys(name for kind, name in names if kind.is_place)),
        frozenset(actor.slug for _, name in names for actor in actor_index().get(name, ())),
        _home(annotation, by_entity),
    )


def _home(annotation: Annotation, found: Mapping[str, Evidence]) -> StateFacts | None:
    """Return the state that has more than half of the votes; that an agency reports it tells nothing of where."""
    told = (entity for entity in annotation.entities if entity.type is not EntityType.MEDIA_ORGANIZATION)
    votes = _sum(found[entity.id] for entity in told).countries
    return next((state_by_code(code) for code, weight in votes.items() if 2 * weight > sum(votes.values())), None)


def _posts(annotation: Annotation) -> dict[str, frozenset[Post]]:
    """Collect the posts of persons, by the titles and bodies of ``holdsPosition`` relations."""
    named = {entity.id: plain(entity.name) for entity in annotation.entities}
    found: dict[str, frozenset[Post]] = {}
    for relation in annotation.relations:
        if relation.type is RelationType.HOLDS_POSITION and relation.title and relation.object in named:
            posts = posts_in(relation.title, owners(named[relation.object]))
            found[relation.subject] = found.get(relation.subject, frozenset()) | posts
    return found


def _sum(parts: Iterable[Evidence]) -> Evidence:
    countries: Counter[str] = Counter()
    divisions: Counter[str] = Counter()
    for part in parts:
        countries.update(part.countries)
        divisions.update(part.divisions)
    return Evidence(countries, divisions)


def _evidence(entity: Entity, places: KnownPlaces) -> Evidence:
    name = plain(entity.name)
    if entity.type in (EntityType.STATE, EntityType.COUNTRY):
        weight = STATE_WEIGHT if entity.type is EntityType.STATE else COUNTRY_WEIGHT
        return _only(_named_states(name, seats=entity.type is EntityType.STATE), weight)
    if entity.type.is_place:
        return _place_evidence(entity, name, places)
    countries = {actor.country for actor in actor_index().get(name, ()) if actor.country}
    if not countries and (state := nisba_state(name)):
        countries = {state.code}
    return _only(countries, ACTOR_WEIGHT)


def _named_states(name: str, *, seats: bool) -> set[str]:
    found: tuple[StateFacts, ...] = state_index().get(name, ())
    if seats:
        found += state_index(seats=True).get(name, ())
    return {state.code for state in found}


def _only(countries: set[str], weight: int) -> Evidence:
    return Evidence(dict.fromkeys(countries, weight)) if len(countries) == 1 else Evidence()


def _place_evidence(entity: Entity, name: str, places: KnownPlaces) -> Evidence:
    if entity.type is EntityType.SETTLEMENT and name in ambiguous_places():
        return Evidence()
    called = [place for place in places.named(name) if place.type is entity.type]
    # A hamlet abroad in the user's gazetteer makes no city's name doubtful.
    found = [place for place in called if place.source is None] or called
    if not found and entity.type is EntityType.AREA:
        found = list(divisions_in(name))
    countries = {place.country for place in found if place.country}
    if len(countries) != 1:
        return Evidence() if found else _only(states_in(name), COUNTRY_WEIGHT)
    weight = _weight(found[0])
    divisions = {division_of(place) for place in found}
    known = divisions.pop() if len(divisions) == 1 else None
    return Evidence(dict.fromkeys(countries, weight), {known: weight} if known else {})


def _weight(place: PlaceFacts) -> int:
    if place.source is not None:
        return IMPORTED_WEIGHT
    return DIVISION_WEIGHT if place.type is EntityType.GOVERNORATE else SETTLEMENT_WEIGHT


def division_of(place: PlaceFacts) -> str | None:
    """Return the slug of the governorate that ``place`` is or lies in."""
    return place.slug if place.type is EntityType.GOVERNORATE else place.within


def divisions_in(name: str) -> tuple[PlaceFacts, ...]:
    """Return the governorates whose name stands within a longer name, such as «ريف حماة الشمالي»."""
    for part in _parts(name):
        found = tuple(place for place in place_index().get(part, ()) if place.type is EntityType.GOVERNORATE)
        # «معسكر» and «الغربية» name provinces, yet in a longer name they are ordinary words.
        if found and part not in ambiguous_places():
            return found
    return ()


def settlements_in(name: str, country: str) -> tuple[PlaceFacts, ...]:
    """Return the settlements of a country whose name stands within a longer name, such as «مطار الموصل الدولي»."""
    for part in _parts(name):
        found = tuple(
            place
            for place in place_index().get(part, ())
            if place.type is EntityType.SETTLEMENT and place.country == country
        )
        if found and part not in ambiguous_places():
            return found
    return ()


def states_in(name: str) -> set[str]:
    """Return the codes of the states whose name stands within a longer name, such as «شمال سوريا»."""
    for part in _parts(name):
        if found := state_index().get(part):
            return {state.code for state in found}
    return set()


def _parts(name: str) -> Iterable[str]:
    """Yield the contiguous parts of a name, longer ones first, without the whole."""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])
