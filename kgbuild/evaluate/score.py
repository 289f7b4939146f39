"""Scores annotations against gold annotations, as the guidelines define it.

Micro-averaged over all documents, paired by ``id``: typed entities; events of the same
type in the same sentence or with the same trigger word; (event, role, entity); (event,
source, stance); resolved times, equal on the shorter one's precision; (type, subject,
object) of relations, ``alliedWith`` and ``opposedTo`` either way round.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kgbuild.errors import AnnotationError
from kgbuild.evaluate.naming import Record
from kgbuild.evaluate.pairing import Reference, pair_entities, pair_events, role_set
from kgbuild.evaluate.report import Report
from kgbuild.evaluate.tally import Outcome, Part, Tally
from kgbuild.labels import RelationType

_SYMMETRIC = frozenset({RelationType.ALLIED_WITH.value, RelationType.OPPOSED_TO.value})
_NOTHING: Record = {}

Claimed = tuple[Reference | None, str]
Related = tuple[str, Reference, Reference]


def score(gold: Iterable[Record], predicted: Iterable[Record]) -> Report:
    """Compare predicted with gold documents, both in the annotation format.

    Keys beyond the format's are ignored; predicted documents that gold lacks too.

    Raises:
        AnnotationError: a document stands twice.
    """
    wanted, found = _by_id(gold), _by_id(predicted)
    tally = Tally()
    for name, document in wanted.items():
        _Comparison(document, found.get(name, _NOTHING), tally).run()
    return tally.report(len(wanted), (name for name in wanted if name not in found))


def _by_id(documents: Iterable[Record]) -> dict[str, Record]:
    named: dict[str, Record] = {}
    for document in documents:
        if document["id"] in named:
            raise AnnotationError("document stands twice", where=str(document["id"]))
        named[document["id"]] = document
    return named


@dataclass(frozen=True, slots=True)
class _Comparison:
    """One gold document beside its prediction."""

    gold: Record
    predicted: Record
    tally: Tally
    partners: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        self._entities()
        self._events()
        self._relations()

    def _entities(self) -> None:
        gold, predicted = self.gold["entities"], self.predicted.get("entities", [])
        self.partners.update(pair_entities(gold, predicted))
        self.tally.add(Part.ENTITIES, right=len(self.partners), predicted=len(predicted), gold=len(gold))
        hit = set(self.partners.values())
        for entity in gold:
            found = entity["id"] in hit
            self.tally.add_type("entity", entity["type"], Outcome.RIGHT if found else Outcome.MISSED)
            if not found:
                self._error(f"missed entity {entity['type']} {entity['name']}")
        for entity in predicted:
            if entity["id"] not in self.partners:
                self.tally.add_type("entity", str(entity.get("type")), Outcome.WRONG)
                self._error(f"wrong entity {entity.get('type')} {entity.get('name')}")

    def _events(self) -> None:
        gold, predicted = self.gold["events"], self.predicted.get("events", [])
        pairs = pair_events(gold, predicted, gold_name=_gold_name, predicted_name=self._predicted_name)
        self.tally.add(Part.EVENTS, right=len(pairs), predicted=len(predicted), gold=len(gold))
        for index, event in enumerate(gold):
            self._gold_event(event, predicted[pairs[index]] if index in pairs else None)
        for index, event in enumerate(predicted):
            self._predicted_event(event, paired=index in pairs.values())

    def _gold_event(self, wanted: Record, found: Record | None) -> None:
        roles, claims = role_set(wanted, _gold_name), self._claims(wanted, gold=True)
        self.tally.add_type("event", wanted["type"], Outcome.MISSED if found is None else Outcome.RIGHT)
        self.tally.add(Part.ROLES, gold=len(roles))
        self.tally.add(Part.CLAIMS, gold=len(claims))
        self.tally.add(Part.TIMES, gold=bool(wanted.get("time")))
        if found is None:
            self._error(f"missed event {wanted['type']} '{wanted['trigger']}' in sentence {wanted['sentence']}")
            return
        title = f"{wanted['type']} '{wanted['trigger']}'"
        self._compare_roles(title, roles, role_set(found, self._predicted_name))
        self._compare_claims(title, claims, self._claims(found, gold=False))
        self._compare_values(title, wanted, found)

    def _predicted_event(self, event: Record, *, paired: bool) -> None:
        self.tally.add(Part.ROLES, predicted=len(role_set(event, self._predicted_name)))
        self.tally.add(Part.CLAIMS, predicted=len(self._claims(event, gold=False)))
        self.tally.add(Part.TIMES, predicted=bool(event.get("time")))
        if not paired:
            self.tally.add_type("event", str(event.get("type")), Outcome.WRONG)
            place = f"'{event.get('trigger')}' in sentence {event.get('sentence')}"
            self._error(f"wrong event {event.get('type')} {place}")

    def _compare_roles(self, title: str, wanted: set[tuple[str, Reference]], found: set[tuple[str, Reference]]) -> None:
        self.tally.add(Part.ROLES, right=len(wanted & found))
        for kind, difference in (("missed", wanted - found), ("wrong", found - wanted)):
            for role, reference in sorted(difference, key=str):
                self._error(f"{title}: {kind} {role} {self._show(reference)}")

    def _compare_claims(self, title: str, wanted: set[Claimed], found: set[Claimed]) -> None:
        self.tally.add(Part.CLAIMS, right=len(wanted & found))
        for source, stance in sorted(wanted ^ found, key=str):
            kind = "missed" if (source, stance) in wanted else "wrong"
            self._error(f"{title}: {kind} claim {stance} by {self._show(source)}")

    def _compare_values(self, title: str, wanted: Record, found: Record) -> None:
        self.tally.add_pair(
            modality=wanted["modality"] == found.get("modality"),
            count=wanted.get("count") == found.get("count"),
        )
        self.tally.add(Part.TIMES, right=_same_time(wanted.get("time"), found.get("time")))
        if wanted.get("time") != found.get("time"):
            self._error(f"{title}: time {found.get('time')} for {wanted.get('time')}")

    def _relations(self) -> None:
        wanted = {self._related(relation, gold=True) for relation in self.gold["relations"]}
        found = {self._related(relation, gold=False) for relation in self.predicted.get("relations", [])}
        self.tally.add(Part.RELATIONS, right=len(wanted & found), predicted=len(found), gold=len(wanted))
        for kind, difference in (("missed", wanted - found), ("wrong", found - wanted)):
            for label, subject, object_ in sorted(difference, key=str):
                self._error(f"{kind} relation {self._show(subject)} {label} {self._show(object_)}")

    def _claims(self, event: Record, *, gold: bool) -> set[Claimed]:
        return {
            (None if claim.get("source") is None else self._name(claim["source"], gold=gold), claim["stance"])
            for claim in event.get("claims") or []
        }

    def _related(self, relation: Record, *, gold: bool) -> Related:
        first = self._name(relation.get("subject"), gold=gold)
        second = self._name(relation.get("object"), gold=gold)
        if relation.get("type") in _SYMMETRIC:
            first, second = sorted((first, second))
        return str(relation.get("type")), first, second

    def _name(self, reference: Any, *, gold: bool) -> Reference:
        return _gold_name(reference) if gold else self._predicted_name(reference)

    def _predicted_name(self, reference: Any) -> Reference:
        partner = self.partners.get(reference)
        return ("pred", reference) if partner is None else ("gold", partner)

    def _show(self, reference: Reference | None) -> str | None:
        if reference is None:
            return None
        side, name = reference
        document = self.gold if side == "gold" else self.predicted
        entities = (entity for entity in document.get("entities", []) if entity["id"] == name)
        return next((f"{entity.get('type')} {entity.get('name')}" for entity in entities), name)

    def _error(self, what: str) -> None:
        self.tally.errors.append(f"{self.gold['id']}: {what}")


def _gold_name(reference: Any) -> Reference:
    return ("gold", reference)


def _same_time(wanted: Any, found: Any) -> bool:
    if not wanted or not found:
        return False
    precision = min(len(wanted), len(found))
    return bool(wanted[:precision] == found[:precision])
