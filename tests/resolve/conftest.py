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
    """Make an annotation of entities, pairs of place and container, and events."""

    def make(
        *entities: tuple[str, ...], within: tuple[tuple[str, str], ...] = (), events: tuple[Event, ...] = ()
    ) -> Annotation:
        relations = tuple(Relation(RelationType.LOCATED_IN, inner, outer) for inner, outer in within)
        return Annotation(Article("d1", "نص"), tuple(entity(*row) for row in entities), events, relations)

    return make
