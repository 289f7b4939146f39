"""Claims about events: who asserts or denies each, and in which sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgbuild.graph import vocabulary as v
from kgbuild.graph.source import Source, Triple
from kgbuild.records import Claim, Event


def claim_triples(source: Source) -> Iterator[Triple]:
    """Yield the claims about the document's events."""
    for event in source.knowledge.annotation.events:
        for claim in event.claims:
            yield from _claim_triples(source, event, claim)


def _claim_triples(source: Source, event: Event, claim: Claim) -> Iterator[Triple]:
    about = source.event(event.id)
    claimant = None if claim.source is None else source.node(claim.source)
    node = _claim_node(source, about, claimant, claim)
    yield node, v.RDF_TYPE, v.KGB_EVENT_CLAIM
    yield node, v.KGB_ABOUT, about
    if claimant is not None:
        yield node, v.KGB_CLAIMANT, claimant
    yield node, v.KGB_STANCE, v.STANCE[claim.stance]
    yield node, v.KGB_IN_DOCUMENT, source.document
    yield node, v.KGB_EVIDENCE, source.sentence(event.sentence if claim.sentence is None else claim.sentence)


def _claim_node(source: Source, about: NamedNode, claimant: NamedNode | None, claim: Claim) -> NamedNode:
    return source.mint("claim", about.value, claimant.value if claimant else "", claim.stance.value)
