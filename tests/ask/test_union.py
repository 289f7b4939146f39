from __future__ import annotations

import pyoxigraph as ox

from kgbuild.ask.union import union_of


def test_union_holds_each_triple_once_and_keeps_the_graphs(named_graphs: ox.Store) -> None:
    whole = union_of(named_graphs)
    default = list(whole.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    assert len(default) == len({quad.triple for quad in named_graphs}) < len(named_graphs)
    assert len(whole) == len(default) + len(named_graphs)


def test_store_whose_default_graph_is_the_union_is_left_alone(store: ox.Store) -> None:
    plain = ox.Store()
    plain.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal("o")))
    assert union_of(store) is store
    assert union_of(plain) is plain
