"""Whether an event is told as happened, planned or possible, and whether its teller says that it did not."""

from __future__ import annotations

from kgbuild.docview import Marked
from kgbuild.extract.modality_features import modality_features
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import Modality
from kgbuild.linear import LinearModel

REACH = 6
NEGATION_REACH = 3
CAUSE_REACH = 7
NOMINAL_NEGATION = frozenset({"عدم", "نفي", "دون"})


def modality_of(scene: Scene, trigger: Marked, model: LinearModel | None) -> Modality:
    """Return the modality of the event that ``trigger`` tells; ``model`` is ``None`` where the rules decide."""
    by_rule = rule_modality(scene, trigger)
    if model is None or _may(scene, trigger):
        return by_rule
    likely = model.probabilities(modality_features(scene, trigger, by_rule))
    return Modality(max(likely, key=lambda name: (likely[name], name)))


def rule_modality(scene: Scene, trigger: Marked) -> Modality:
    """Return the modality that the words before a trigger announce."""
    norms = scene.view.norms
    low = scene.view.sentences[scene.view.sentence_of(trigger.start)][0]
    before = norms[max(low, trigger.start - REACH) : trigger.start]
    previous = before[-1] if before else ""
    following = norms[trigger.end : trigger.end + 2]
    if not words("hypothesis").isdisjoint(before) or not words("hypothesis").isdisjoint(following):
        return Modality.HYPOTHETICAL
    if _may(scene, trigger):
        return Modality.HYPOTHETICAL
    if previous in words("future") or previous in words("purpose") or not words("plan").isdisjoint(before):
        return Modality.FUTURE
    return Modality.ACTUAL


def _may(scene: Scene, trigger: Marked) -> bool:
    """«قد» before an imperfect is "may", before a perfect "has": grammar, which leaves nothing to learn."""
    low = scene.view.sentences[scene.view.sentence_of(trigger.start)][0]
    previous = scene.view.norms[trigger.start - 1] if trigger.start > low else ""
    return previous == "قد" and bool(trigger.attrs["features"].startswith("imperfect"))


def is_negated(scene: Scene, trigger: Marked) -> bool:
    """Return whether the event is told as not having happened («لم ينسحب», «عدم انسحاب»)."""
    norms = scene.view.norms
    low = scene.view.sentences[scene.view.sentence_of(trigger.start)][0]
    before = norms[max(low, trigger.start - NEGATION_REACH) : trigger.start]
    if trigger.attrs["pos"] == "v":
        return bool(before) and before[-1] in words("negation") - NOMINAL_NEGATION
    return (
        before[-1:] == ["عدم"]
        or before[-1:] == ["دون"]
        or _not_caused(norms[max(low, trigger.start - CAUSE_REACH) : trigger.start])
    )


def _not_caused(before: list[str]) -> bool:
    """«لم تسفر عن إصابات», «دون أن يؤدي إلى سقوط قتلى»."""
    causes = [place for place, norm in enumerate(before) if norm in words("causes")]
    return bool(causes) and not words("negation").isdisjoint(before[max(causes[-1] - 2, 0) : causes[-1]])
