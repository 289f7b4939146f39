"""The registry of actors and places: shipped facts that name recognition and linking share.

A leaf: it knows no spaCy and no RDF. The facts are the data files of
``kgbuild/resolve/data``, whose headers give their schema and sources. Loading is
lazy and cached; ``places()`` is the only large file.
"""

from kgbuild.registry.facts import ActorFacts, NisbaForm, PartisanName, PlaceFacts, Position, StateFacts
from kgbuild.registry.index import actor_index, nisba_index, place_index, state_index
from kgbuild.registry.load import actors, ambiguous_places, divisions_by_code, governorates, places, states
from kgbuild.registry.nisba import nisba_forms

__all__ = [
    "ActorFacts",
    "NisbaForm",
    "PartisanName",
    "PlaceFacts",
    "Position",
    "StateFacts",
    "actor_index",
    "actors",
    "ambiguous_places",
    "divisions_by_code",
    "governorates",
    "nisba_forms",
    "nisba_index",
    "place_index",
    "places",
    "state_index",
    "states",
]
