"""Train the attribution of claims."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kgbuild.extract.attribution import SILENT, candidate_features
from kgbuild.extract.claims import find_scopes
from kgbuild.extract.roles import Roles
from kgbuild.labels import Role
from training.events import gold_candidates
from training.gold import Record, weight_of
from training.linear import fit_linear
from training.roles import entity_pairs
from training.stacking import Example


def train_claims(examples: Iterable[Example], target: Path) -> None:
    """Write the model trained on ``examples``: each gold event with everyone who may speak for it."""
    features, labels, weights = [], [], []
    for record, scene, entities in examples:
        gold_of = entity_pairs(record, entities)
        scopes = find_scopes(scene)
        for number, index in gold_candidates(record, scene).items():
            event = record["events"][number]
            stances = {claim["source"]: claim["stance"] for claim in event["claims"]}
            roles = gold_roles(event, gold_of, scene.entity_of)
            for speaker, seen in candidate_features(scene, scopes, scene.candidates[index], roles):
                source = gold_of.get(speaker.entity, "?") if speaker.entity else None
                features.append(seen)
                weights.append(weight_of(record))
                labels.append(stances.get(source, SILENT))
    fit_linear(features, labels, target, strength=0.2, weights=weights)


def gold_roles(event: Record, gold_of: dict[str, str], entity_of: dict[int, str]) -> Roles:
    """Return a gold event's roles as names of the scene, one name an entity."""
    name_of = {gold_of.get(entity, ""): name for name, entity in sorted(entity_of.items(), reverse=True)}
    return {role: [name_of[ref] for ref in event[role.value] if ref in name_of] for role in Role}
