"""Judgements: whether two events tell one happening, or two entities are one; by rule with reasons, or by a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kgbuild.errors import AnnotationError
from kgbuild.merge.scoring import Verdict

Json = dict[str, Any]


class Kind(StrEnum):
    """What is judged."""

    EVENT = "event"
    ENTITY = "entity"


class By(StrEnum):
    """Who judges."""

    RULE = "rule"
    PERSON = "person"


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of the two that are judged.

    Attributes:
        iri: its IRI.
        words: the event's trigger, or the entity's name; empty where not given.
        document: id of the article that tells the event; ``None`` for an entity, or where not given.
        sentence: index of the sentence there.
    """

    iri: str
    words: str = ""
    document: str | None = None
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. ``left.iri`` sorts before ``right.iri``.

    Attributes:
        kind: events or entities.
        left, right: what is judged.
        verdict: same, different or unsure.
        by: a rule, or a person, who wins.
        score: sum of the weights of ``reasons``; ``None`` where a person judged.
        reasons: names of the features that hold (``features.tsv``).
        note: what a person wrote beside it.
    """

    kind: Kind
    left: Side
    right: Side
    verdict: Verdict
    by: By
    score: float | None = None
    reasons: tuple[str, ...] = ()
    note: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two IRIs, sorted."""
        return self.left.iri, self.right.iri


def judgement(one: Side, two: Side, verdict: Verdict, by: By, **more: Any) -> Judgement:
    """Return a judgement of two sides in whatever order; ``more`` are the further fields.

    Raises:
        ValueError: both are the same thing.
    """
    if one.iri == two.iri:
        raise ValueError(f"nothing is judged against itself: {one.iri}")
    left, right = sorted((one, two), key=lambda side: side.iri)
    return Judgement(left=left, right=right, verdict=verdict, by=by, **{"kind": Kind.EVENT, **more})


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return judgements sorted: events before entities, by their IRIs, one a pair; a person's wins, then the later."""
    kept: dict[tuple[Kind, str, str], Judgement] = {}
    for found in judgements:
        key = (found.kind, *found.pair)
        if key not in kept or found.by is By.PERSON or kept[key].by is By.RULE:
            kept[key] = found
    return [kept[key] for key in sorted(kept, key=lambda key: (key[0] is Kind.ENTITY, key))]


def by_person(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return those that a person made."""
    return [found for found in judgements if found.by is By.PERSON]


def to_json(found: Judgement) -> Json:
    """Return a judgement with the keys of ``judgements.jsonl``; what is not known is absent."""
    fields: Json = {
        "kind": found.kind.value,
        "left": _side(found.left),
        "right": _side(found.right),
        "judgement": found.verdict.value,
        "by": found.by.value,
        "score": found.score,
        "reasons": list(found.reasons) or None,
        "note": found.note or None,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _side(side: Side) -> Json:
    fields = {"iri": side.iri, "words": side.words or None, "document": side.document, "sentence": side.sentence}
    return {key: value for key, value in fields.items() if value is not None}


def from_json(record: Mapping[str, Any], where: str) -> Judgement:
    """Return the judgement that a line of ``judgements.jsonl`` describes.

    Raises:
        AnnotationError: it is none, with ``where`` and what is wrong.
    """
    try:
        return judgement(
            _side_from(record["left"]),
            _side_from(record["right"]),
            Verdict(record["judgement"]),
            By(record["by"]),
            kind=Kind(record["kind"]),
            score=record.get("score"),
            reasons=tuple(record.get("reasons", ())),
            note=record.get("note"),
        )
    except KeyError as error:
        raise AnnotationError(f"a judgement has no {error}", where=where) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise AnnotationError(f"not a judgement: {error}", where=where) from error


def _side_from(fields: Mapping[str, Any]) -> Side:
    iri = fields["iri"]
    if not isinstance(iri, str) or not iri:
        raise TypeError(f"iri is {iri!r}")
    return Side(iri, fields.get("words", ""), fields.get("document"), fields.get("sentence"))


def one_for_all(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return IRI -> the IRI that stands for it, of entities that a person judged to be the same.

    Of several, a registered one stands for the others (``x-`` begins what the registry does not know), else the first.
    """
    group: dict[str, set[str]] = {}
    for found in judgements:
        if found.kind is Kind.ENTITY and found.by is By.PERSON and found.verdict is Verdict.SAME:
            joined = group.get(found.left.iri, {found.left.iri}) | group.get(found.right.iri, {found.right.iri})
            group.update(dict.fromkeys(joined, joined))
    return dict(_standing(group.values()))


def _standing(groups: Iterable[set[str]]) -> Iterator[tuple[str, str]]:
    for members in groups:
        chosen = min(members, key=lambda iri: (iri.rpartition("/")[2].startswith("x-"), iri))
        yield from ((iri, chosen) for iri in members if iri != chosen)
