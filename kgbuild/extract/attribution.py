"""Whose claims there are on an event: the rules' scopes, or a learned judgement of everyone who may speak."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.docview import Marked
from kgbuild.extract.claim_features import Speaker, claim_features, speakers
from kgbuild.extract.claims import Scope, claims_on
from kgbuild.extract.modality import is_negated
from kgbuild.extract.roles import Roles
from kgbuild.extract.scene import Scene
from kgbuild.labels import Stance
from kgbuild.linear import LinearModel

SILENT = "silent"
THRESHOLD = 0.5

Claims = tuple[tuple[str | None, Stance], ...]


def attribute(scene: Scene, scopes: list[Scope], trigger: Marked, roles: Roles, model: LinearModel | None) -> Claims:
    """Return (source, stance) of everyone who says or denies the event that ``trigger`` tells; never empty."""
    if model is None:
        return claims_on(scopes, trigger, negated=is_negated(scene, trigger))
    judged: list[tuple[float, str | None, Stance]] = []
    for speaker, features in candidate_features(scene, scopes, trigger, roles):
        probabilities = model.probabilities(features)
        stance = max(Stance, key=lambda one: probabilities.get(one.value, 0.0))
        judged.append((1 - probabilities[SILENT], speaker.entity, stance))
    best = max(judged, key=lambda item: item[0])
    claims = {source: stance for likely, source, stance in judged if likely >= THRESHOLD} or {best[1]: best[2]}
    # Denials are too rare to be learned; the rules know the words for them.
    by_rule = dict(claims_on(scopes, trigger, negated=is_negated(scene, trigger)))
    claims |= {
        source: stance for source, stance in by_rule.items() if stance is Stance.DENIES and (source or None in claims)
    }
    if None not in by_rule and any(source for source, stance in by_rule.items() if stance is Stance.DENIES):
        # «نفى س سيطرة ص»: what the article tells as denied it does not say itself.
        claims.pop(None, None)
    return tuple(claims.items())


def candidate_features(
    scene: Scene, scopes: list[Scope], trigger: Marked, roles: Roles
) -> Iterator[tuple[Speaker, list[str]]]:
    """Yield everyone who may speak for an event, with the features that the judgement sees."""
    negated = is_negated(scene, trigger)
    by_rule = dict(claims_on(scopes, trigger, negated=negated))
    role_of = {scene.entity_of[name]: role.value for role, names in roles.items() for name in names}
    for speaker in speakers(scene, scopes, trigger):
        context = {
            "rule": by_rule[speaker.entity].value if speaker.entity in by_rule else SILENT,
            "role": role_of.get(speaker.entity or "", "none"),
            "negated": str(negated),
        }
        yield speaker, claim_features(scene, scopes, trigger, speaker, context)
