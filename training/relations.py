"""Train the judgement of relations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kgbuild.extract.relation_rules import rule_relations
from kgbuild.extract.relations import BACKWARD, FORWARD, UNRELATED, pair_features
from training.gold import weight_of
from training.linear import fit_linear
from training.roles import entity_pairs
from training.stacking import Example


def train_relations(examples: Iterable[Example], target: Path) -> None:
    """Write the model trained on ``examples``: each pair of names near each other, with their gold relation."""
    features, labels, weights = [], [], []
    for record, scene, entities in examples:
        gold_of = entity_pairs(record, entities)
        stated = {(relation["subject"], relation["object"]): relation["type"] for relation in record["relations"]}
        by_rule = {(r.type, r.subject, r.object): r for r in rule_relations(scene)}
        for pair, seen in pair_features(scene, by_rule):
            left, right = gold_of.get(scene.entity_of[pair.left]), gold_of.get(pair.right)
            features.append(seen)
            weights.append(weight_of(record))
            labels.append(_label(stated, left, right))
    fit_linear(features, labels, target, strength=0.2, weights=weights)


def _label(stated: dict[tuple[str, str], str], left: str | None, right: str | None) -> str:
    if left and right and (left, right) in stated:
        return stated[left, right] + FORWARD
    if left and right and (right, left) in stated:
        return stated[right, left] + BACKWARD
    return UNRELATED
