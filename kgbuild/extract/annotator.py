"""The embedded annotator: an article in, its annotation out."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kgbuild.docview import Marked
from kgbuild.extract.attribution import attribute
from kgbuild.extract.causes import with_times_of_causes
from kgbuild.extract.claims import Scope, find_scopes
from kgbuild.extract.coreference import find_entities
from kgbuild.extract.events import choose_triggers
from kgbuild.extract.merging import merge_events
from kgbuild.extract.modality import modality_of
from kgbuild.extract.quantities import count_of
from kgbuild.extract.reasons import explain
from kgbuild.extract.relations import find_relations
from kgbuild.extract.relative_times import reckoned
from kgbuild.extract.roles import RoleConfidence, Roles, assign_roles
from kgbuild.extract.scene import Scene, is_follow_up, scene_of
from kgbuild.extract.timing import is_ahead, time_of, time_value
from kgbuild.labels import EventType, Modality, Role
from kgbuild.linear import load_linear
from kgbuild.models import CLAIMS, EVENT_CONTEXT, EVENTS, MODALITY, RELATIONS, ROLES, TIMES, Models
from kgbuild.records import Annotation, Article, Claim, Event, Explanation, Mention


class DocAnnotator:
    """Turns analysed documents into annotations.

    Args:
        models: weights of the learned parts, or :data:`kgbuild.models.RULES_ALONE`.
    """

    def __init__(self, models: Models) -> None:
        self._weights = {
            name: load_linear(path) if (path := models.file(name)) else None
            for name in (EVENTS, EVENT_CONTEXT, MODALITY, ROLES, CLAIMS, TIMES, RELATIONS)
        }

    def __call__(self, article: Article, doc: Doc) -> Annotation:
        """Return what an analysed ``doc`` of ``article`` tells: entities, events with claims, relations."""
        return self._annotate(article, scene_of(doc))

    def explain(self, article: Article, doc: Doc) -> Explanation:
        """Return the same with what made each part."""
        scene = scene_of(doc)
        annotation = self._annotate(article, scene)
        return explain(scene, annotation, {name for name, model in self._weights.items() if model is not None})

    def _annotate(self, article: Article, scene: Scene) -> Annotation:
        entities = find_entities(scene)
        likely = choose_triggers(scene, self._weights[EVENTS], self._weights[EVENT_CONTEXT])
        scopes = find_scopes(scene)
        told = []
        for number, trigger in enumerate(scene.triggers, 1):
            event = reckoned(scene, trigger, self._event(scene, scopes, trigger, f"v{number}"), article.date)
            told.append(replace(event, confidence=likely.get(trigger.start)))
        told = with_times_of_causes(scene, told)
        definite = {event.id for event, trigger in zip(told, scene.triggers, strict=True) if is_follow_up(trigger)}
        events = [replace(event, id=f"v{number}") for number, event in enumerate(merge_events(told, definite), 1)]
        return Annotation(
            article, tuple(entities), tuple(events), tuple(find_relations(scene, self._weights[RELATIONS]))
        )

    def _event(self, scene: Scene, scopes: list[Scope], trigger: Marked, event_id: str) -> Event:
        modality = modality_of(scene, trigger, self._weights[MODALITY])
        roles, sure = assign_roles(scene, trigger, self._weights[ROLES])
        when = time_of(scene, trigger, modality, self._weights[TIMES])
        claims = attribute(scene, scopes, trigger, roles, self._weights[CLAIMS])
        ids = {role: tuple(scene.entity_of[name] for name in names) for role, names in roles.items()}
        return Event(
            id=event_id,
            type=EventType(trigger.label),
            trigger=Mention(*scene.view.span_text(trigger.start, trigger.end)),
            sentence=scene.view.sentence_of(trigger.start),
            time=time_value(when, Modality.FUTURE if is_ahead(scene, when) else modality) if when else None,
            time_text=Mention(*scene.view.span_text(when.start, when.end)) if when else None,
            count=count_of(scene, trigger),
            modality=modality,
            claims=tuple(Claim(source, stance) for source, stance in claims),
            agent=ids[Role.AGENT],
            target=ids[Role.TARGET],
            place=ids[Role.PLACE],
            operation=ids[Role.OPERATION],
            role_confidence=_by_entity(scene, roles, sure),
        )


def _by_entity(scene: Scene, roles: Roles, sure: RoleConfidence) -> dict[Role, dict[str, float]]:
    """Role -> entity -> probability, of the fillers that have one."""
    known = {
        role: {scene.entity_of[name]: sure[role][name] for name in names if name in sure.get(role, {})}
        for role, names in roles.items()
    }
    return {role: fillers for role, fillers in known.items() if fillers}
