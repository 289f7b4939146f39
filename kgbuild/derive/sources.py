"""Who says so: the voices behind claims, told apart the same way in every derivation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

# Runs on the union of all graphs.
PREFIXES = """
PREFIX kgb: <https://w3id.org/kgbuild/ontology#>
PREFIX schema: <https://schema.org/>
"""
CLAIMS = """
  ?claim kgb:about ?event ; kgb:stance ?stance ; kgb:inDocument ?document .
  OPTIONAL { ?claim kgb:claimant ?claimant }
  OPTIONAL { ?document schema:publisher ?publisher }
"""

Row = Mapping[str, str]


def rows(store: ox.Store, query: str) -> Iterator[Row]:
    """Yield the solutions of ``query``, IRIs and literals as strings, what is unbound left out."""
    answer = store.query(PREFIXES + query)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError("not a SELECT query")
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        yield {
            name: term.value
            for name, term in zip(names, solution, strict=True)
            if isinstance(term, ox.NamedNode | ox.Literal)
        }


def voice(row: Row) -> str:
    """Return who speaks: the claimant's IRI, else the publisher's name, else the document's IRI.

    Two items of one publisher are one voice; they do not corroborate each other.
    """
    return row.get("claimant") or row.get("publisher") or row["document"]


def asserts(row: Row) -> bool:
    """Whether the claim of the row says that it is so."""
    return row["stance"].endswith("#asserts")
