"""Train the ranker of roles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kgbuild.evaluate.pairing import pair_entities
from kgbuild.extract.attachments import attachments
from kgbuild.extract.roles import NO_ROLE, candidate_features
from kgbuild.labels import Role
from kgbuild.records import Entity
from training.events import gold_candidates
from training.gold import Record, weight_of
from training.linear import fit_linear
from training.stacking import Example


def train_roles(examples: Iterable[Example], target: Path) -> None:
    """Write the ranker trained on ``examples``: each gold event's trigger with each name of its sentence."""
    features, labels, weights = [], [], []
    for record, scene, entities in examples:
        gold_of = entity_pairs(record, entities)
        for number, index in gold_candidates(record, scene).items():
            trigger = scene.candidates[index]
            roles = {ref: role.value for role in Role for ref in record["events"][number][role.value]}
            for item, seen in candidate_features(scene, trigger, attachments(scene, trigger)):
                features.append(seen)
                weights.append(weight_of(record))
                labels.append(roles.get(gold_of.get(scene.entity_of.get(item.name, ""), ""), NO_ROLE))
    fit_linear(features, labels, target, strength=0.06, weights=weights)


def entity_pairs(record: Record, entities: list[Entity]) -> dict[str, str]:
    """Return id of a found entity -> id of the gold entity that it is."""
    found = [
        {"id": entity.id, "type": entity.type.value, "name": entity.name, "mentions": [m.text for m in entity.mentions]}
        for entity in entities
    ]
    return pair_entities(record["entities"], found)
