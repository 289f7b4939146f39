"""The tagger looks for the names that it has learned with, and for no others of the registry."""

from __future__ import annotations

from kgbuild.analyse.names.gazetteer import actor_phrases, place_phrases
from kgbuild.folding import fold
from kgbuild.registry import actors, places


def test_names_for_linking_alone_are_not_looked_for():
    for facts, phrases in ((actors(), actor_phrases()), (places(), place_phrases())):
        hidden = [fact for fact in facts if not fact.tagged]
        seen = {fold(name) for fact in facts if fact.tagged for name in fact.names}
        names = [fold(name) for fact in hidden for name in fact.names if fold(name) not in seen]
        assert names
        found = [name for name in names if (match := phrases.match(name.split(), 0)) and match[0] == len(name.split())]
        assert found == []
