"""How events stand between those who tell and those who deny them (graph ``derived-status``).

Spec: a *voice* is a claimant, else a publisher, else a document. With ``a`` voices that assert and ``d`` that deny:
``a > 0, d > 0`` contested · ``a = 0`` denied · ``a = 1, d = 0`` uncontested · ``a > 1, d = 0`` corroborated.
``kgb:sourceCount`` is ``a``. Independence is of voices alone: who copies from whom is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kgbuild.derive.sources import CLAIMS, asserts, rows, voice
from kgbuild.derive.terms import RDF_TYPE, DerivedGraph, kgb, number

_QUERY = f"SELECT DISTINCT ?event ?claim ?stance ?document ?claimant ?publisher WHERE {{ {CLAIMS} }}"


def status_quads(store: ox.Store, base: str) -> Iterator[ox.Quad]:
    """Yield one assessment for each event that is claimed."""
    graph = DerivedGraph("status", base)
    sides: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    claims: dict[str, set[str]] = defaultdict(set)
    for row in rows(store, _QUERY):
        sides[row["event"]][0 if asserts(row) else 1].add(voice(row))
        claims[row["event"]].add(row["claim"])
    for event, (asserting, denying) in sorted(sides.items()):
        node = graph.mint(event)
        yield graph.say(node, RDF_TYPE, kgb("EventAssessment"))
        yield graph.say(node, kgb("assesses"), ox.NamedNode(event))
        yield graph.say(node, kgb("status"), kgb(status_of(len(asserting), len(denying))))
        yield graph.say(node, kgb("sourceCount"), number(len(asserting)))
        yield from graph.rests_on(node, claims[event])


def status_of(asserting: int, denying: int) -> str:
    """Return the status of an event by the number of voices on each side."""
    if not asserting:
        return "denied"
    if denying:
        return "contested"
    return "uncontested" if asserting == 1 else "corroborated"
