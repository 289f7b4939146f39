"""Since when and until when a position is attested (graph ``derived-positions``).

Spec: for each ``kgb:Position`` the first and the last day of publication of the documents that state it. When it
was taken up or left is not said by that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kgbuild.derive.sources import rows
from kgbuild.derive.terms import DerivedGraph, day, kgb

_QUERY = """
SELECT DISTINCT ?position ?document ?published WHERE {
  ?position a kgb:Position ; kgb:inDocument ?document . ?document schema:datePublished ?published .
  FILTER(STRLEN(STR(?published)) = 10)
}
"""


def position_quads(store: ox.Store, base: str) -> Iterator[ox.Quad]:
    """Yield the days between which each position is attested."""
    graph = DerivedGraph("positions", base)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(store, _QUERY):
        found[row["position"]].append((row["published"], row["document"]))
    for position, documents in sorted(found.items()):
        node = ox.NamedNode(position)
        yield graph.say(node, kgb("firstAttested"), day(min(documents)[0]))
        yield graph.say(node, kgb("lastAttested"), day(max(documents)[0]))
        yield from graph.rests_on(node, (document for _, document in documents))
