"""Which registered actor, state or operation an entity is."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.records import Entity
from kgbuild.registry import ActorFacts, StateFacts, actor_index, state_index
from kgbuild.resolve.context import Context
from kgbuild.resolve.names import (
    definite,
    forms,
    in_places,
    nisba_state,
    own_nisba,
    plain,
    without_head,
    without_nisba,
)
from kgbuild.resolve.periods import may_be_within
from kgbuild.resolve.posts import holder, in_office, posts_of

# Texts differ in what they call such a body; the registry's type is the one that counts.
ORGANIZED = frozenset(
    {
        EntityType.GOVERNMENT_BODY,
        EntityType.MILITARY_FORCE,
        EntityType.ARMED_GROUP,
        EntityType.POLITICAL_GROUP,
        EntityType.INTERNATIONAL_ORGANIZATION,
        EntityType.MEDIA_ORGANIZATION,
        EntityType.ORGANIZATION,
    }
)
# A full name of so many words may be the beginning of a longer one («محمد بن سلمان آل سعود»).
SURE_PREFIX = 3


def find_state(entity: Entity, context: Context) -> StateFacts | None:
    """Return the state that a State entity is, by its name or the city that stands for its government."""
    for form in forms(entity):
        named = state_index().get(form, ())
        found = {state.code: state for state in (*named, *state_index(seats=True).get(form, ()))}
        if len(found) == 1:
            return next(iter(found.values()))
        # «عمان» is a state and the seat of another: what else the document speaks of decides.
        votes = context.without(entity.id).countries
        likely = sorted(found, key=lambda code: (-votes.get(code, 0), code))
        if likely and votes.get(likely[0], 0) > votes.get(likely[1], 0):
            return found[likely[0]]
    # «الروس», «الجانب الروسي»
    return nisba_state(plain(entity.name), context.country)


def find_actor(entity: Entity, context: Context) -> ActorFacts | None:
    """Return the registered actor or operation that an entity is, or ``None``.

    By name, else by a short name that the document's country and day make clear, else a person by the post, and a
    body by its name with the country or place that the document is about.
    """
    for name in forms(entity):
        for form, country in _readings(name, entity.type):
            found = _fitting(entity, actor_index().get(form, ()), context.day)
            if country:
                found = [actor for actor in found if actor.country == country]
            if len(found) == 1:
                return found[0]
    if found_short := _by_descriptor(entity, context):
        return found_short
    if entity.type is EntityType.PERSON:
        return _by_post(entity, context)
    return _completed(entity, context) if entity.type in ORGANIZED else None


def _readings(form: str, kind: EntityType) -> Iterator[tuple[str, str | None]]:
    """Yield a name as it stands, without head and without nationality, with the country that the latter asks for."""
    yield form, None
    if kind is EntityType.PERSON:
        words = form.split()
        for size in range(len(words) - 1, SURE_PREFIX - 1, -1):
            yield " ".join(words[:size]), None
        return
    head = "operation" if kind is EntityType.OPERATION else "actor"
    bare = without_head(form, head)
    if bare:
        yield bare, None
    if full := definite(form):
        yield full, None
    for longer in filter(None, (form, bare)):
        if stripped := without_nisba(longer):
            yield stripped[0], stripped[1].code


def _fitting(entity: Entity, candidates: tuple[ActorFacts, ...], day: str | None) -> list[ActorFacts]:
    """Keep the candidates of a compatible type; among organizations those of the same type, where there are any."""
    if entity.type in ORGANIZED:
        fitting = _existing([actor for actor in candidates if actor.type in ORGANIZED], day)
        return [actor for actor in fitting if actor.type is entity.type] or fitting
    fitting = [actor for actor in candidates if actor.type is entity.type]
    return [actor for actor in fitting if actor.type is not EntityType.PERSON or _agrees(entity, actor)]


def _existing(candidates: list[ActorFacts], day: str | None) -> list[ActorFacts]:
    """Leave out, among several candidates, those that were not there on the day; news speak of former ones too."""
    if day is None or len(candidates) < 2:
        return candidates
    return [actor for actor in candidates if may_be_within(day, *actor.active)] or candidates


def _agrees(entity: Entity, person: ActorFacts) -> bool:
    """Whether the entity's name and every full name that the text gives can be names of ``person``."""
    known = [set(fold(name).split()) for name in person.names]
    short = {fold(name) for name in (*person.names, *person.descriptors)}

    def possible(form: str) -> bool:
        words = set(form.split())
        return form in short or any(words >= name or words <= name for name in known if len(name) > 1)

    name, *mentions = forms(entity)
    return possible(name) and all(possible(form) for form in mentions if " " in form)


def _by_descriptor(entity: Entity, context: Context) -> ActorFacts | None:
    """Understand a short name: a surname that one person has, a body of the country that the text is about."""
    name = plain(entity.name)
    if entity.type in ORGANIZED:
        return _by_short_name(entity, context, name, {context.country}) or _by_nationality(entity, context, name)
    found = _fitting(entity, actor_index(descriptors=True).get(name, ()), context.day)
    if len(found) > 1 and entity.type is EntityType.PERSON:
        # «عون» was president in 2018 and in 2025, and is not the same man.
        told = _by_post(entity, context)
        return told if told in found else in_office(tuple(found), context.day)
    return found[0] if len(found) == 1 else None


def _by_nationality(entity: Entity, context: Context, name: str) -> ActorFacts | None:
    """Understand a short name with a nationality: «الطيران الروسي», «سلاح الجو الروسي» are the Russian ones."""
    full = definite(name) or name
    state, stripped = nisba_state(full), without_nisba(full)
    found = _by_short_name(entity, context, full, {state.code}) if state else None
    return found or (_by_short_name(entity, context, stripped[0], {stripped[1].code}) if stripped else None)


def _by_short_name(entity: Entity, context: Context, name: str, countries: set[str]) -> ActorFacts | None:
    """Return the body of one of some countries, or of none, that has a short name.

    Of several it is the one whose larger body the document names: «قوى الأمن الداخلي» beside the Kurdish administration
    are others than beside the ministry. An outlet is quoted in all countries.
    """
    found = _fitting(entity, actor_index(descriptors=True).get(name, ()), context.day)
    if entity.type is not EntityType.MEDIA_ORGANIZATION:
        found = [actor for actor in found if actor.country is None or actor.country in countries]
    chosen = found if len(found) == 1 else [actor for actor in found if actor.parent in context.named]
    return chosen[0] if len(chosen) == 1 else None


def _completed(entity: Entity, context: Context) -> ActorFacts | None:
    """Understand a body by its name and what the text is about: a place («وزارة الصحة» in Gaza), else the country."""
    name, home = plain(entity.name), context.home
    if home is None or nisba_state(name, home.code):
        return None
    for forms_of in (in_places(name, context.place_names), [f"{name} {adjective}" for adjective in own_nisba(home)]):
        called = {
            actor.slug: actor
            for form in forms_of
            for index in (actor_index(), actor_index(descriptors=True))
            for actor in index.get(form, ())
        }
        found = [actor for actor in _fitting(entity, tuple(called.values()), context.day) if actor.country == home.code]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _by_post(entity: Entity, context: Context) -> ActorFacts | None:
    """Understand a person by the post: in place of a name («وزير الخارجية التركي»), or beside a part of one."""
    told = context.posts.get(entity.id, frozenset())
    for posts in (*map(posts_of, forms(entity)), told):
        found = holder(posts, context.day)
        if found and all(_may_name(form, found) for form in forms(entity)):
            return found
    return None


def _may_name(form: str, person: ActorFacts) -> bool:
    """Whether a form is a post, or a part of one of a person's names."""
    words = set(form.split())
    return bool(posts_of(form)) or any(words <= set(fold(name).split()) for name in person.names)
