"""Look-up of the registry by folded name (:func:`kgbuild.folding.fold`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from kgbuild.folding import fold
from kgbuild.registry.facts import ActorFacts, PlaceFacts, StateFacts
from kgbuild.registry.load import actors, governorates, places, states
from kgbuild.registry.nisba import nisba_forms

Fact = TypeVar("Fact", StateFacts, ActorFacts, PlaceFacts)


def _index(pairs: Iterable[tuple[str, Fact]]) -> Mapping[str, tuple[Fact, ...]]:
    found: dict[str, dict[str, Fact]] = {}
    for name, fact in pairs:
        found.setdefault(fold(name), {})[fact.slug] = fact
    return MappingProxyType({name: tuple(facts.values()) for name, facts in found.items()})


@cache
def state_index(*, seats: bool = False) -> Mapping[str, tuple[StateFacts, ...]]:
    """Return folded names of states -> states; with ``seats``, folded seats of government instead."""
    if seats:
        return _index((name, state) for state in states() for name in state.seats)
    return _index((name, state) for state in states() for name in state.names)


@cache
def nisba_index() -> Mapping[str, tuple[StateFacts, ...]]:
    """Return folded adjectives of nationality, in all forms -> states.

    A form that reads like a state's own name («سوريا», the accusative of «سوري») is left out.
    """
    names = state_index()
    regular = ((form.text, state) for state in states() for stem in state.nisba for form in nisba_forms(stem))
    irregular = ((article + form, state) for state in states() for form in state.irregular for article in ("", "ال"))
    return _index((form, state) for form, state in (*regular, *irregular) if fold(form) not in names)


@cache
def actor_index(*, descriptors: bool = False) -> Mapping[str, tuple[ActorFacts, ...]]:
    """Return folded names of actors and operations -> actors; with ``descriptors``, their short names instead."""
    if descriptors:
        return _index((name, actor) for actor in actors() for name in actor.descriptors)
    return _index((name, actor) for actor in actors() for name in actor.names)


@cache
def place_index() -> Mapping[str, tuple[PlaceFacts, ...]]:
    """Return folded names of governorates, settlements and other places -> places."""
    return _index((name, place) for place in (*governorates(), *places()) for name in place.names)
