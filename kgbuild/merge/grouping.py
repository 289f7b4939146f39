"""Where the tellings of happenings stand in the texts, for comparing them with a key."""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.merge.merging import Merged
from kgbuild.records import Knowledge

Place = tuple[str, int]
"""An article's id and the offset of a trigger or a further mention in its text, in Unicode code points."""


def groups_in_texts(documents: Iterable[Knowledge], merged: Merged) -> dict[Place, str]:
    """Return for each mention of an event the IRI of the happening that it is part of, else the event's own.

    Args:
        documents: what was merged.
        merged: the result.
    """
    happening = {event: found.iri for found in merged.happenings for event in found.events}
    return {
        (knowledge.annotation.article.id, mention.start): happening.get(iri, iri)
        for knowledge in documents
        for event in knowledge.annotation.events
        for iri in (knowledge.events[event.id],)
        for mention in (event.trigger, *event.mentions)
    }
