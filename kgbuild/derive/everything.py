"""The room's one door: all derivations over one store."""

from __future__ import annotations

import pyoxigraph as ox

from kgbuild.derive.casualties import casualty_quads
from kgbuild.derive.control import control_quads
from kgbuild.derive.positions import position_quads
from kgbuild.derive.status import status_quads
from kgbuild.derive.terms import DerivedGraph
from kgbuild.iris import BASE

_DERIVATIONS = {
    "control": control_quads,
    "status": status_quads,
    "casualties": casualty_quads,
    "positions": position_quads,
}


def derive(store: ox.Store, *, base: str = BASE) -> list[ox.Quad]:
    """Return the derived quads of every derivation, sorted.

    Args:
        store: documents, with the union of their graphs as its default graph.
        base: namespace of the data.
    """
    quads: set[ox.Quad] = set()
    for name, derivation in _DERIVATIONS.items():
        found = set(derivation(store, base))
        if found:
            quads |= found | {DerivedGraph(name, base).head()}
    return sorted(quads, key=str)
