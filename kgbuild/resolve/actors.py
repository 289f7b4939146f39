"""Which registered actor, state or operation an entity is."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.records import Entity
from kgbuild.registry import ActorFacts, StateFacts, actor_index, state_index
from kgbuild.resolve.context import Context
from kgbuild.resolve.names import forms, nisba_state, plain, without_head, without_nisba

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
    """Return the registered actor or operation that an entity is, or ``None``."""
    for name in forms(entity):
        for form, country in _readings(name, entity.type):
            found = _fitting(entity, actor_index().get(form, ()))
            if country:
                found = [actor for actor in found if actor.country == country]
            if len(found) == 1:
                return found[0]
    return _by_descriptor(entity, context)


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
    for longer in filter(None, (form, bare)):
        if stripped := without_nisba(longer):
            yield stripped[0], stripped[1].code


def _fitting(entity: Entity, candidates: tuple[ActorFacts, ...]) -> list[ActorFacts]:
    """Keep the candidates of a compatible type; among organizations those of the same type, where there are any."""
    if entity.type in ORGANIZED:
        fitting = [actor for actor in candidates if actor.type in ORGANIZED]
        return [actor for actor in fitting if actor.type is entity.type] or fitting
    fitting = [actor for actor in candidates if actor.type is entity.type]
    return [actor for actor in fitting if actor.type is not EntityType.PERSON or _agrees(entity, actor)]


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
    found = _fitting(entity, actor_index(descriptors=True).get(plain(entity.name), ()))
    if entity.type in ORGANIZED:
        found = [actor for actor in found if actor.country in (None, context.country)]
    return found[0] if len(found) == 1 else None
