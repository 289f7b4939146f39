"""The events of an annotation, from the guidelines' JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from kgbuild.labels import EventType, Modality, Role, Stance
from kgbuild.read.document import Document
from kgbuild.read.fields import Fields
from kgbuild.records import Claim, Event, Mention

_TIME = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def read_events(record: Fields, document: Document) -> tuple[Event, ...]:
    """Return the events of a document.

    A trigger given as a bare word is its first occurrence in the sentence; a second event
    of the same type and word in that sentence is the next one.

    Raises:
        AnnotationError: an event breaks the format.
    """
    told: Counter[tuple[object, ...]] = Counter()
    events: dict[str, Event] = {}
    for item in record.objects("events"):
        name = item.text("id")
        fields = item.named(f"event {name}")
        if name in events:
            raise fields.error("id stands twice")
        key = (item.value.get("type"), str(item.value.get("trigger")), item.value.get("sentence"))
        events[name] = _event(fields, document, told[key])
        told[key] += 1
    return tuple(events.values())


def _event(fields: Fields, document: Document, skip: int) -> Event:
    sentence = document.sentence(fields)
    roles = {role.value: document.role(fields, role.value) for role in Role}
    return Event(
        id=fields.text("id"),
        type=fields.member("type", EventType),
        trigger=document.stretch(fields, fields.value.get("trigger"), sentence, skip=skip),
        sentence=sentence,
        **roles,
        time=_time(fields),
        time_text=_optional_stretch(fields, document, fields.value.get("time_text"), sentence),
        count=fields.optional_integer("count"),
        modality=fields.member("modality", Modality),
        claims=_claims(fields, document),
        mentions=tuple(document.stretch(fields, found, None) for found in fields.items("mentions", required=False)),
        confidence=fields.optional_share("confidence"),
        role_confidence=_role_confidence(fields, roles),
    )


def _role_confidence(fields: Fields, roles: Mapping[str, tuple[str, ...]]) -> dict[Role, dict[str, float]]:
    """Only of who fills the role: whoever corrects a role by hand may leave the figure behind."""
    found: dict[Role, dict[str, float]] = {}
    for name, shares in fields.optional_object("role_confidence").items():
        role = Fields({"role": name}, f"{fields.where}: role_confidence").member("role", Role)
        if not isinstance(shares, dict):
            raise fields.error(f"role_confidence of {name!r} is {shares!r}, not an object")
        given = Fields(shares, f"{fields.where}: role_confidence of {name}")
        known = {filler: given.optional_share(filler) for filler in shares if filler in roles[role.value]}
        found[role] = {filler: share for filler, share in known.items() if share is not None}
    return {role: known for role, known in found.items() if known}


def _optional_stretch(fields: Fields, document: Document, found: Any, sentence: int) -> Mention | None:
    """The expression of a time given as an object may stand in another sentence: its offsets decide."""
    if found is None:
        return None
    return document.stretch(fields, found, None if isinstance(found, dict) else sentence)


def _claims(fields: Fields, document: Document) -> tuple[Claim, ...]:
    claims = tuple(
        Claim(
            source=document.optional_entity(claim, "source"),
            stance=claim.member("stance", Stance),
            sentence=document.optional_sentence(claim),
        )
        for claim in fields.objects("claims")
    )
    if not claims:
        raise fields.error("no claim (the article's own voice is a claim with source null)")
    return claims


def _time(fields: Fields) -> str | None:
    time = fields.optional_text("time")
    if time is None:
        return None
    if _TIME.fullmatch(time):
        try:
            date.fromisoformat(time + "-01-01"[len(time) - 4 :])
        except ValueError:
            pass
        else:
            return time
    raise fields.error(f"time {time!r} is no ISO day, month or year")
