"""Which predicted entity and event stands for which gold one; each is taken once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kgbuild.evaluate.naming import Record, folded
from kgbuild.labels import Role

# An entity as compared: ("gold", id) where it has a gold partner, ("pred", id) where not.
Reference = tuple[str, str]
Namer = Callable[[Any], Reference]


def pair_entities(gold: Sequence[Record], predicted: Sequence[Record]) -> dict[str, str]:
    """Return predicted id -> gold id of entities that agree in type and in a name or mention.

    The pairs with the same name come first, then those with the most names in common.
    """
    candidates = []
    for found in predicted:
        for wanted in gold:
            common = _names(found) & _names(wanted) if found.get("type") == wanted["type"] else set()
            if common:
                same_name = folded(found.get("name", "")) == folded(wanted["name"])
                candidates.append((-(same_name + len(common) / 100), found["id"], wanted["id"]))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, found_id, wanted_id in sorted(candidates):
        if found_id not in pairs and wanted_id not in taken:
            pairs[found_id] = wanted_id
            taken.add(wanted_id)
    return pairs


def pair_events(
    gold: Sequence[Record], predicted: Sequence[Record], *, gold_name: Namer, predicted_name: Namer
) -> dict[int, int]:
    """Return gold index -> predicted index of events of one type in one sentence or with one trigger word.

    The pairs with the most agreeing roles come first, then those with the same trigger,
    then those in the same sentence.
    """
    candidates = []
    for i, wanted in enumerate(gold):
        for j, found in enumerate(predicted):
            if wanted["type"] != found.get("type"):
                continue
            same_sentence = wanted["sentence"] == found.get("sentence")
            same_trigger = folded(wanted["trigger"]) == folded(found.get("trigger", ""))
            if same_sentence or same_trigger:
                agreeing = len(role_set(wanted, gold_name) & role_set(found, predicted_name))
                candidates.append((-agreeing, -same_trigger, not same_sentence, i, j))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def role_set(event: Record, name: Namer) -> set[tuple[str, Reference]]:
    """Return the (role, entity) pairs of an event."""
    return {(role.value, name(reference)) for role in Role for reference in event.get(role.value) or []}


def _names(entity: Record) -> set[str]:
    mentions: list[Any] = entity.get("mentions", [])
    return {folded(entity.get("name", ""))} | {folded(mention) for mention in mentions}
