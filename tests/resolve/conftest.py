"""Annotations built by hand: one entity a line, as (id, type, name, further mentions)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgbuild.labels import EntityType, RelationType
from kgbuild.records import Annotation, Article, Entity, Event, Mention, Relation

Annotate = Callable[..., Annotation]


def entity(identifier: str, kind: str, name: str, *mentions: str) -> Entity:
    """Return an entity whose first mention is its name."""
    surfaces = tuple(Mention(text, 0, len(text)) for text in (name, *mentions))
    return Entity(identifier, EntityType(kind), name, surfaces)


@pytest.fixture
def annotate() -> Annotate:
    """Make an annotation of entities, pairs of place and container, events, the day, and (person, body, title)."""

    def make(
        *entities: tuple[str, ...],
        within: tuple[tuple[str, str], ...] = (),
        events: tuple[Event, ...] = (),
        day: str | None = None,
        posts: tuple[tuple[str, str, str], ...] = (),
    ) -> Annotation:
        relations = [Relation(RelationType.LOCATED_IN, inner, outer) for inner, outer in within]
        relations += [Relation(RelationType.HOLDS_POSITION, *post) for post in posts]
        article = Article("d1", "نص", date=day)
        return Annotation(article, tuple(entity(*row) for row in entities), events, tuple(relations))

    return make
