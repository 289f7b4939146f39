"""Events: what happened, who took part, where, when, and how sure the annotator is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import NamedNode

from kgbuild.graph import vocabulary as v
from kgbuild.graph.source import Source, Triple
from kgbuild.graph.values import calendar, decimal, integer, iri, text
from kgbuild.labels import Role
from kgbuild.records import Event, Node

_NAMES_IN_LABEL = 2
_ARABIC_COMMA = "\u060c "

_IN_XSD = {
    v.XSD_DATE: v.TIME_IN_DATE,
    v.XSD_YEAR_MONTH: v.TIME_IN_YEAR_MONTH,
    v.XSD_YEAR: v.TIME_IN_YEAR,
}


def event_triples(source: Source) -> Iterator[Triple]:
    """Yield the events that the document tells, denies, plans or supposes."""
    for event in source.knowledge.annotation.events:
        subject = source.event(event.id)
        yield subject, v.RDF_TYPE, v.EVENT_CLASS[event.type]
        yield subject, v.RDFS_LABEL, text(_label(event, source), "ar")
        yield subject, v.KGB_TRIGGER, text(event.trigger.text)
        yield subject, v.KGB_MODALITY, v.MODALITY[event.modality]
        yield subject, v.KGB_IN_DOCUMENT, source.document
        yield subject, v.KGB_EVIDENCE, source.sentence(event.sentence)
        yield from _roles(subject, event, source)
        yield from _figures(subject, event)
        yield from _time(subject, event)


def _roles(subject: NamedNode, event: Event, source: Source) -> Iterator[Triple]:
    for role in Role:
        for filler in source.nodes(event.role(role)):
            yield subject, v.ROLE[role], filler


def _figures(subject: NamedNode, event: Event) -> Iterator[Triple]:
    if event.count is not None:
        yield subject, v.KGB_COUNT, integer(event.count)
    if event.confidence is not None:
        yield subject, v.KGB_CONFIDENCE, decimal(event.confidence)


def _time(subject: NamedNode, event: Event) -> Iterator[Triple]:
    """The day as a plain value for queries, and as a node that keeps the words of the text."""
    if event.time is None and event.time_text is None:
        return
    node = iri(f"{subject.value}/time")
    yield subject, v.KGB_TIME, node
    yield node, v.RDF_TYPE, v.TIME_TEMPORAL_ENTITY
    if event.time_text is not None:
        yield node, v.KGB_EXPRESSION, text(event.time_text.text)
    if event.time is not None:
        when = calendar(event.time)
        yield subject, v.KGB_DATE, when
        yield node, _IN_XSD[when.datatype], when


def _label(event: Event, source: Source) -> str:
    """Return the trigger with at most two names of where, else of to whom: enough to tell events apart in a list."""
    fillers = (source.knowledge.nodes[entity_id] for entity_id in (*event.place, *event.target))
    names = islice(dict.fromkeys(_preferred(node) for node in fillers), _NAMES_IN_LABEL)
    where = _ARABIC_COMMA.join(names)
    return f"{event.trigger.text}: {where}" if where else event.trigger.text


def _preferred(node: Node) -> str:
    for name in node.names:
        if name.preferred and name.language == "ar":
            return name.text
    raise ValueError(f"no preferred Arabic name: {node.iri}")
