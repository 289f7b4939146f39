"""What made each part of an annotation: the rule, the word list or the learned model that decided, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kgbuild.docview import Marked
from kgbuild.extract.attachments import attachments
from kgbuild.extract.claims import claims_on, find_scopes
from kgbuild.extract.modality import is_negated
from kgbuild.extract.roles import rule_roles
from kgbuild.extract.scene import Scene
from kgbuild.extract.timing import nearest_time, time_candidates
from kgbuild.labels import Role, Stance
from kgbuild.models import CLAIMS, EVENTS, ROLES, TIMES
from kgbuild.records import Annotation, Event, EventReasons, Explanation

# The name of the rule where the tagger alone found the name.
TAGGER = "tagger"
POS = {"v": "verb", "n": "noun"}


def explain(scene: Scene, annotation: Annotation, learned: Collection[str]) -> Explanation:
    """Return ``annotation`` with the reasons for its parts; ``learned`` names the models that decided."""
    offsets = scene.view.offsets
    names = {offsets[mark.start]: _name(mark) for mark in scene.names}
    triggers = {offsets[mark.start]: mark for mark in scene.triggers}
    events = {}
    for event in annotation.events:
        tellings = [triggers[told.start] for told in (event.trigger, *event.mentions) if told.start in triggers]
        if tellings:
            events[event.id] = _Telling(scene, event, tellings, learned).reasons()
    return Explanation(annotation, names, events)


def _name(mark: Marked) -> str:
    rule, key, confidence = (mark.attrs.get(field) for field in ("rule", "key", "confidence"))
    listed = f"listed as {key}" if key else ""
    if confidence is None:
        return _joined(f"rule {rule}", listed)
    return _joined(f"name model {confidence:.2f}", f"rule {rule} agrees" if rule != TAGGER else "", listed)


class _Telling:
    """One event with the triggers that tell it, the first of them its own."""

    def __init__(self, scene: Scene, event: Event, triggers: list[Marked], learned: Collection[str]) -> None:
        self._scene = scene
        self._event = event
        self._triggers = triggers
        self._learned = learned

    def reasons(self) -> EventReasons:
        roles = {(role, filler): self._role(role, filler) for role in Role for filler in self._event.role(role)}
        by_rule = self._claims_by_rule()
        made = [(claim.source, claim.stance) for claim in self._event.claims]
        claims = {claim: self._claim(claim[1], given=claim in by_rule) for claim in made}
        return EventReasons(self._trigger(), roles, self._time(), claims)

    def _trigger(self) -> str:
        first, *again = self._triggers
        listed = f"lexicon «{first.attrs['lemma']}» ({POS.get(first.attrs['pos'], first.attrs['pos'])})"
        verdict = "the rules agree" if first.attrs["chosen"] else "the rules do not"
        decided = f"event model; {verdict}" if EVENTS in self._learned else "rules"
        return _joined(listed, decided, f"told again: {len(again)}" if again else "")

    def _role(self, role: Role, filler: str) -> str:
        given = any(filler in self._by_rule(trigger, role) for trigger in self._triggers)
        sure = self._event.role_confidence.get(role, {}).get(filler)
        if role is Role.OPERATION:
            # Whatever the model says of it, the rules decide.
            return "rule for operations"
        if sure is None or ROLES not in self._learned:
            return f"frame of {self._event.type}" if given else "rule"
        return _joined("role model", "the frame agrees" if given else "")

    def _by_rule(self, trigger: Marked, role: Role) -> Iterator[str]:
        for name in rule_roles(self._scene, trigger, attachments(self._scene, trigger))[role]:
            if name in self._scene.entity_of:
                yield self._scene.entity_of[name]

    def _time(self) -> str | None:
        told = self._event.time_text
        if told is None:
            return None
        scene, offsets = self._scene, self._scene.view.offsets
        stated = next((time for time in scene.times if offsets[time.start] == told.start), None)
        kind = stated.attrs["kinds"] if stated else ""
        sentences = {scene.view.sentence_of(trigger.start) for trigger in self._triggers}
        if stated and scene.view.sentence_of(stated.start) not in sentences:
            return _joined("time of its cause", kind)
        if stated and stated.attrs.get("offsets") and stated.attrs["values"] != self._event.time:
            return _joined("days counted from it", kind)
        nearest = [
            offsets[mark.start]
            for trigger in self._triggers
            if (mark := nearest_time(scene, trigger, time_candidates(scene, trigger, self._event.modality)))
        ]
        if TIMES not in self._learned:
            return _joined("nearest in the sentence", kind)
        return _joined("time model", "the nearest" if told.start in nearest else "not the nearest", kind)

    def _claims_by_rule(self) -> set[tuple[str | None, Stance]]:
        scopes = find_scopes(self._scene)
        return {
            claim
            for trigger in self._triggers
            for claim in claims_on(scopes, trigger, negated=is_negated(self._scene, trigger))
        }

    def _claim(self, stance: Stance, *, given: bool) -> str:
        # The words for a denial are the rules' matter even where the rest is learned.
        if CLAIMS not in self._learned or (given and stance is Stance.DENIES):
            return "rules of speech"
        return _joined("claim model", "the rules agree" if given else "")


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
