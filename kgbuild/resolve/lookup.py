"""Look-up of the registry by slug and by country code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kgbuild.registry import ActorFacts, PlaceFacts, StateFacts, actors, governorates, states


def state_by_code(code: str | None) -> StateFacts | None:
    """Return the state with an ISO 3166-1 alpha-2 code."""
    return _states_by_code().get(code) if code else None


def state_by_slug(slug: str) -> StateFacts | None:
    """Return the state with a slug."""
    return _states_by_slug().get(slug)


def actor_by_slug(slug: str) -> ActorFacts | None:
    """Return the actor or operation with a slug."""
    return _actors_by_slug().get(slug)


def division_by_slug(slug: str) -> PlaceFacts | None:
    """Return the governorate with a slug."""
    return _divisions_by_slug().get(slug)


@cache
def _states_by_code() -> Mapping[str, StateFacts]:
    return MappingProxyType({state.code: state for state in states()})


@cache
def _states_by_slug() -> Mapping[str, StateFacts]:
    return MappingProxyType({state.slug: state for state in states()})


@cache
def _actors_by_slug() -> Mapping[str, ActorFacts]:
    return MappingProxyType({actor.slug: actor for actor in actors()})


@cache
def _divisions_by_slug() -> Mapping[str, PlaceFacts]:
    return MappingProxyType({division.slug: division for division in governorates()})
