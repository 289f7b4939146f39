"""The graph that the questions are tried on."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgbuild.ask.union import union_of
from kgbuild.derive import derive

FIXTURE = Path(__file__).parent / "fixture.trig"


@pytest.fixture(scope="session")
def named_graphs() -> ox.Store:
    """The documents in their named graphs, as ``graph.trig`` keeps them, and what is derived from them in its own."""
    store = ox.Store()
    store.load(path=str(FIXTURE), format=ox.RdfFormat.TRIG)
    store.extend(derive(union_of(store)))
    return store


@pytest.fixture(scope="session")
def store(named_graphs: ox.Store) -> ox.Store:
    """The same, with the union as default graph."""
    return union_of(named_graphs)


@pytest.fixture(scope="session")
def plain_graph(store: ox.Store) -> rdflib.Graph:
    """The union alone in rdflib, as ``graph.ttl`` has it."""
    graph = rdflib.Graph()
    graph.parse(data=store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()), format="nt")
    return graph
