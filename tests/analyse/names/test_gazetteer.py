"""The tagger looks for the names that it has learned with, and for no others of the registry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgbuild.analyse.names import gazetteer
from kgbuild.registry import actors, places

NAME = "هيئة الزنبق الأزرق"


@pytest.mark.parametrize("tagged", [True, False])
def test_names_for_linking_alone_are_not_looked_for(tagged, monkeypatch):
    """What was added to the registry after the weights had learned would be new to the tagger."""
    actor = replace(actors()[0], name=NAME, tagged=tagged)
    place = replace(places()[0], name=NAME, tagged=tagged)
    monkeypatch.setattr(gazetteer, "actors", lambda: (actor,))
    monkeypatch.setattr(gazetteer, "places", lambda: (place,))
    for phrases in (gazetteer.actor_phrases.__wrapped__(), gazetteer.place_phrases.__wrapped__()):
        found = phrases.match(gazetteer.fold(NAME).split(), 0)
        assert (found is not None) is tagged
