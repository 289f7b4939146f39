"""Claims by the rules' scopes, or by a learned judgement of everyone who may speak."""

from __future__ import annotations

import pytest

from kgbuild.extract.attribution import SILENT, attribute, candidate_features
from kgbuild.extract.claims import find_scopes
from kgbuild.labels import Role, Stance
from kgbuild.linear import BIAS, LinearModel

ASSERTS, DENIES = Stance.ASSERTS, Stance.DENIES
NO_ROLES = {role: [] for role in Role}


def model(**weights: tuple[float, float, float]) -> LinearModel:
    """A judgement whose weights are of asserts, denies and silent; nobody speaks without a reason."""
    return LinearModel((ASSERTS.value, DENIES.value, SILENT), {BIAS: (0.0, 0.0, 3.0), **weights})


@pytest.fixture
def told(scene):
    return scene(
        "قال سامر إن الجيش انسحب من حمص",
        names={"سامر": "Person", "الجيش": "MilitaryForce", "حمص": "Settlement"},
        triggers={"انسحب": "v Withdrawal"},
        speech={"قال": "verb assert"},
    )


def claims(scene, linear: LinearModel | None) -> tuple[tuple[str | None, Stance], ...]:
    return attribute(scene, find_scopes(scene), scene.triggers[0], NO_ROLES, linear)


def test_without_a_model_the_rules_decide(told):
    assert claims(told, None) == (("سامر", ASSERTS),)


def test_everyone_who_likely_speaks_has_a_claim(told):
    both = model(**{"kind=Person": (9, 0, 0), "article|bias": (9, 0, 0)})
    assert claims(told, both) == ((None, ASSERTS), ("سامر", ASSERTS))


def test_a_denial_is_judged_too(told):
    assert claims(told, model(**{"kind=MilitaryForce": (0, 9, 0)})) == (("الجيش", DENIES),)


def test_there_is_always_a_claim(told):
    assert claims(told, model(**{"kind=MilitaryForce": (1, 0, 0)})) == (("الجيش", ASSERTS),)


def test_what_the_rules_hear_denied_is_denied(scene):
    made = scene("نفى سامر أن الجيش انسحب", names={"سامر": "Person", "الجيش": "MilitaryForce"},
                 triggers={"انسحب": "v Withdrawal"}, speech={"نفى": "verb deny"})  # fmt: skip
    assert claims(made, model(**{"kind=Person": (9, 0, 0)})) == (("سامر", DENIES),)


def test_candidates_see_the_rules_answer_and_their_role(told):
    roles = NO_ROLES | {Role.AGENT: [1]}
    found = candidate_features(told, find_scopes(told), told.triggers[0], roles)
    seen = {speaker.entity: set(features) for speaker, features in found}
    assert set(seen) == {None, "سامر", "الجيش"}
    assert {"rule=asserts", "role=none"} <= seen["سامر"]
    assert {"rule=silent", "role=agent"} <= seen["الجيش"]
    assert {"article|rule=silent", "article|negated=False"} <= seen[None]


def test_what_is_told_as_denied_the_article_does_not_say(scene):
    """Regression: a judgement let the article assert what «نفى س» tells."""
    made = scene(
        "نفى سامر سيطرة الفصائل على حمص",
        names={"سامر": "Person", "الفصائل": "ArmedGroup", "حمص": "Settlement"},
        triggers={"سيطرة": "n Seizure"},
        speech={"نفى": "verb deny"},
    )
    assert claims(made, model(**{"article|bias": (9, 0, 0)})) == (("سامر", DENIES),)
