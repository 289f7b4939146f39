"""Killed and injured by place and day, from the lowest to the highest figure told (graph ``derived-casualties``).

Spec: the asserted, actual killings and injuries with a number, a place and a day; for each kind, place and day the
least and the greatest number. Numbers are not added: two tellings may be of one incident.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kgbuild.derive.sources import rows
from kgbuild.derive.terms import RDF_TYPE, DerivedGraph, day, kgb, number

_TOLLS = {"Killing": "DeathToll", "Injury": "InjuryToll"}
_QUERY = """
SELECT DISTINCT ?type ?place ?date ?count ?claim WHERE {
  VALUES ?type { kgb:Killing kgb:Injury }
  ?event a ?type ; kgb:modality kgb:actual ; kgb:place ?place ; kgb:date ?date ; kgb:count ?count .
  ?claim kgb:about ?event ; kgb:stance kgb:asserts .
  FILTER(STRLEN(STR(?date)) = 10)
}
"""


def casualty_quads(store: ox.Store, base: str) -> Iterator[ox.Quad]:
    """Yield one range for each kind, place and day."""
    graph = DerivedGraph("casualties", base)
    told: dict[tuple[str, str, str], list[tuple[int, str]]] = defaultdict(list)
    for row in rows(store, _QUERY):
        key = _TOLLS[row["type"].rpartition("#")[2]], row["place"], row["date"]
        told[key].append((int(row["count"]), row["claim"]))
    for (toll, place, when), figures in sorted(told.items()):
        node = graph.mint(toll, place, when)
        counts = [count for count, _ in figures]
        yield graph.say(node, RDF_TYPE, kgb(toll))
        yield graph.say(node, kgb("ofPlace"), ox.NamedNode(place))
        yield graph.say(node, kgb("onDay"), day(when))
        yield graph.say(node, kgb("lowest"), number(min(counts)))
        yield graph.say(node, kgb("highest"), number(max(counts)))
        yield from graph.rests_on(node, (claim for _, claim in figures))
