"""Small documents to merge, as records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kgbuild.merge import Merged, merge
from kgbuild.merge.judgements import Judgement
from kgbuild.read import annotation_from_json
from kgbuild.records import Knowledge
from kgbuild.resolve import resolve

NAMES = {
    "حماة": "Settlement",
    "مورك": "Settlement",
    "الجيش السوري": "MilitaryForce",
    "هيئة تحرير الشام": "ArmedGroup",
    "روسيا": "State",
    "تركيا": "State",
    "إيران": "State",
}
TEXTS = {
    "Shelling": "قصف الجيش السوري وهيئة تحرير الشام وروسيا وتركيا وإيران مدينة حماة ومورك.",
    "Killing": "مقتل الجيش السوري وهيئة تحرير الشام وروسيا وتركيا وإيران مدينة حماة ومورك.",
}


def document(name: str, *events: dict[str, Any], **article: Any) -> Knowledge:
    """Return a document of 2024-11-30 whose one sentence names all of ``NAMES``; events override what is usual."""
    text = article.pop("text", TEXTS["Shelling"])
    record = {
        "id": name,
        "title": "",
        "date": "2024-11-30",
        "publisher": f"ناشر {name}",
        "text": text,
        "entities": [
            {"id": known, "type": kind, "name": known, "mentions": [known]}
            for known, kind in NAMES.items()
            if known in text
        ],
        "events": [_event(number, text, event) for number, event in enumerate(events)],
        "relations": [],
        **article,
    }
    return resolve(annotation_from_json(record))


def _event(number: int, text: str, event: dict[str, Any]) -> dict[str, Any]:
    usual = {"type": "Shelling", "agent": [], "target": [], "place": ["حماة"], "operation": [], "time": "2024-11-30"}
    more = {"count": None, "modality": "actual", "claims": [{"source": None, "stance": "asserts"}], "sentence": 0}
    return {"id": f"v{number}", "trigger": text.split(maxsplit=1)[0], **usual, **more, **event}


def merged(*documents: Knowledge, given: Sequence[Judgement] = ()) -> Merged:
    """Merge and return what was found."""
    return merge(documents, given)


def groups(found: Merged, *documents: Knowledge) -> list[set[str]]:
    """Return the ids of the documents whose events tell one happening, for each happening."""
    names = {iri: knowledge.annotation.article.id for knowledge in documents for iri in knowledge.events.values()}
    return [{names[event] for event in happening.events} for happening in found.happenings]
