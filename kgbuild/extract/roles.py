"""Roles: the frame of the event type read on the attachments of its trigger, or a learned ranking of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from kgbuild.docview import Marked
from kgbuild.extract.attachments import Attachment, attachments, count_breaks, first_token, lists_of
from kgbuild.extract.frames import STRUCK_PLACES, frames
from kgbuild.extract.role_features import head_of, role_features
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import ACTOR_TYPES, PLACE_TYPES, EntityType, EventType, Role
from kgbuild.linear import LinearModel

MAX_BREAKS = 1
LOOSE_PLACE_REACH = 25
OPERATION_REACH = 5
SPEAKER_REACH = 2
UNDERGO_REACH = 12
BROAD_PLACES = frozenset({EntityType.COUNTRY, EntityType.GOVERNORATE, EntityType.AREA})
NO_ROLE = "none"
# A role is given where it is likelier than this; below it every further right role costs more than a wrong one.
THRESHOLD = 0.3
COUNTERPART = "نظير"
# «ضربات … دعماً للجيش»: the army is what is supported, and neither strikes nor is struck.
SUPPORTING = frozenset({"event:Support", "event:Aid"})
OF_NEAREST = frozenset({Role.AGENT, Role.TARGET})
MUTUAL = frozenset({EventType.MEETING.value, EventType.PHONE_CALL.value, EventType.AGREEMENT.value})
# Which types can fill a role at all.
FILLERS = {
    Role.AGENT: ACTOR_TYPES | {EntityType.FACILITY},
    Role.TARGET: ACTOR_TYPES | PLACE_TYPES,
    Role.PLACE: PLACE_TYPES,
    Role.OPERATION: frozenset({EntityType.OPERATION}),
}

# What several sides do together; every other event has one doer or one list of them («س وص»), and one target so.
JOINT = MUTUAL | {EventType.ARMED_CLASH.value, EventType.CEASEFIRE.value}

Roles = dict[Role, list[int]]
RoleConfidence = dict[Role, dict[int, float]]


class Option(NamedTuple):
    """A role that the names of a list may fill."""

    probability: float
    role: Role
    names: tuple[int, ...]


def assign_roles(scene: Scene, trigger: Marked, model: LinearModel | None) -> tuple[Roles, RoleConfidence]:
    """Return the names (indices in ``scene.names``) in each role of an event, and the model's confidence in each.

    What a rule alone gives has no confidence.
    """
    attached = attachments(scene, trigger)
    by_rule = rule_roles(scene, trigger, attached)
    if model is None:
        return _distinct(scene, by_rule), {}
    ranked, confidence = _ranked(scene, trigger, attached, model)
    ranked[Role.OPERATION] = by_rule[Role.OPERATION]
    return ranked, confidence


def rule_roles(scene: Scene, trigger: Marked, attached: Iterable[Attachment]) -> Roles:
    """Return the roles that the frame of the event type gives, entities possibly twice."""
    found: Roles = {role: [] for role in Role}
    frame = frames()[trigger.label]
    for item in attached:
        if item.breaks > MAX_BREAKS:
            continue
        kind = EntityType(scene.names[item.name].label)
        if kind is EntityType.OPERATION:
            continue
        role = frame.role(item.slot, kind)
        if role and not _is_container(scene, found, item, role):
            found[role].append(item.name)
    if not found[Role.PLACE]:
        found[Role.PLACE] = list(_loose_place(scene, attached))
    found[Role.OPERATION] = list(_operation(scene, trigger))
    return found


def _operation(scene: Scene, trigger: Marked) -> Iterator[int]:
    """The operation beside the trigger, or the one that the sentence says the event is part of («في إطار», «ضمن»)."""
    start, end = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    named = [n for n in scene.names_within(start, end) if scene.names[n].label == EntityType.OPERATION.value]
    for name in sorted(named, key=lambda name: abs(scene.names[name].start - trigger.start)):
        first = scene.names[name].start
        before = scene.view.norms[max(first - OPERATION_REACH, 0) : first]
        part_of = first > trigger.start and not words("part_of").isdisjoint(before)
        if part_of or min(abs(first - trigger.end), abs(scene.names[name].end - trigger.start)) <= OPERATION_REACH:
            yield name
            return


def _is_container(scene: Scene, found: Roles, item: Attachment, role: Role) -> bool:
    """«خان شيخون بمحافظة إدلب»: only the most exact place is given."""
    kind = EntityType(scene.names[item.name].label)
    if role is not Role.PLACE or not found[Role.PLACE]:
        return False
    previous = scene.names[found[Role.PLACE][-1]]
    return item.slot in ("في", "ب") and kind in BROAD_PLACES and scene.names[item.name].start - previous.end <= 3


def _loose_place(scene: Scene, attached: Iterable[Attachment]) -> Iterator[int]:
    """Without a place of its own an event happens where its clause says «في» of something."""
    for item in attached:
        kind = EntityType(scene.names[item.name].label)
        if kind in STRUCK_PLACES and item.slot in ("في", "ب") and item.distance <= LOOSE_PLACE_REACH:
            yield item.name
            return


def candidate_features(
    scene: Scene, trigger: Marked, attached: list[Attachment]
) -> Iterator[tuple[Attachment, list[str]]]:
    """Yield each attachment with the features that the ranker sees."""
    by_rule = rule_roles(scene, trigger, attached)
    rule = {name: role.value for role in reversed(Role) for name in by_rule[role]}
    rank: Counter[tuple[str, bool]] = Counter()
    mentioned = Counter(scene.entity_of.get(item.name) for item in attached)
    salience = Counter(scene.entity_of.values())
    filled = "".join(role.value[0] for role in Role if by_rule[role])
    for item in attached:
        label = scene.names[item.name].label
        rank[label, item.after] += 1
        context = {
            "rule": rule.get(item.name, NO_ROLE),
            "rank": f"{min(rank[label, item.after], 3)}",
            "again": f"{mentioned[scene.entity_of.get(item.name)] > 1}",
            "suffix": f"{bool(trigger.attrs['suffix'])}",
            "salience": f"{min(salience[scene.entity_of.get(item.name, '')], 5)}",
            "filled": f"{filled}:{rule.get(item.name, NO_ROLE)}",
        }
        yield item, role_features(scene, trigger, item, context)


def _ranked(
    scene: Scene, trigger: Marked, attached: list[Attachment], model: LinearModel
) -> tuple[Roles, RoleConfidence]:
    likely = {
        item.name: _by_grammar(scene, trigger, item, model.probabilities(features))
        for item, features in candidate_features(scene, trigger, attached)
    }
    bound = {item.name for item in attached if item.slot == "ل" and head_of(scene, trigger, item) in SUPPORTING}
    speakers = _speakers(scene, trigger, attached)
    options = sorted(_options(scene, likely, bound), key=lambda option: (-option.probability, option.names))
    confidence: RoleConfidence = {role: {} for role in Role}
    chosen: set[str] = set()
    for option in options:
        if option.role is Role.AGENT and not speakers.isdisjoint(option.names):
            continue
        if confidence[option.role] and _is_single(trigger, option.role):
            continue
        for name in option.names:
            if scene.entity_of[name] not in chosen:
                chosen.add(scene.entity_of[name])
                confidence[option.role][name] = round(option.probability, 4)
    found: Roles = {role: sorted(names) for role, names in confidence.items()}
    if trigger.label in MUTUAL:
        found[Role.AGENT] = _with_counterparts(scene, attached, found[Role.AGENT])
    return found, confidence


def _by_grammar(scene: Scene, trigger: Marked, item: Attachment, likely: dict[str, float]) -> dict[str, float]:
    """Whom «بيد» names is the doer, and who «تعرض لـ» something is not: the other role's share is added."""
    agent, target = Role.AGENT.value, Role.TARGET.value
    if item.slot == "agentive":
        return _moved(likely, target, agent)
    return _moved(likely, agent, target) if not item.after and _is_undergone(scene, trigger) else likely


def _moved(likely: dict[str, float], source: str, to: str) -> dict[str, float]:
    return {**likely, source: 0.0, to: likely.get(source, 0.0) + likely.get(to, 0.0)}


def _is_undergone(scene: Scene, trigger: Marked) -> bool:
    """«تعرض الجيش، الثلاثاء، لهجوم»."""
    norms = scene.view.norms
    low = scene.view.sentences[scene.view.sentence_of(trigger.start)][0]
    if trigger.start == low or norms[trigger.start - 1] != "ل":
        return False
    before = range(trigger.start - 2, max(low, trigger.start - UNDERGO_REACH) - 1, -1)
    verb = next((at for at in before if norms[at] in words("undergo")), None)
    return verb is not None and count_breaks(scene, verb + 1, trigger.start) == 0


def _is_single(trigger: Marked, role: Role) -> bool:
    """Whether one list fills the role; what is taken or left may be listed in several («مدن س وص، وقرى ع وف»)."""
    if role is Role.PLACE:
        return frames()[trigger.label].slots["object"] != Role.PLACE.value
    return role in OF_NEAREST and not (role is Role.AGENT and trigger.label in JOINT)


def _speakers(scene: Scene, trigger: Marked, attached: Iterable[Attachment]) -> set[int]:
    """«نفت الوزارة سيطرة الفصائل على س»: a noun with its doer in construct leaves the verb's subject the speaker."""
    doers = [item for item in attached if item.slot == "genitive" and item.distance == 0]
    frame = frames()[trigger.label]
    if not any(frame.role("genitive", EntityType(scene.names[item.name].label)) is Role.AGENT for item in doers):
        return set()
    starts = {item.name: first_token(scene, item.name) for item in attached if not item.after}
    return {
        name for name, first in starts.items()
        if any(report.label == "verb" for report in scene.within(scene.speech, max(first - SPEAKER_REACH, 0), first))
    }  # fmt: skip


def _options(scene: Scene, likely: Mapping[int, dict[str, float]], bound: set[int]) -> Iterator[Option]:
    """Yield each list of names with each role that it is likely enough to fill."""
    for members in lists_of(scene, likely):
        for role in Role:
            # The members of a list share their role: each is judged by what is known of all.
            probability = sum(likely[member].get(role.value, 0.0) for member in members) / len(members)
            names = [name for name in members if scene.entity_of.get(name) and _may_fill(scene, name, role, bound)]
            if names and probability > THRESHOLD:
                yield Option(probability, role, tuple(names))


def _may_fill(scene: Scene, name: int, role: Role, bound: set[int]) -> bool:
    kind = EntityType(scene.names[name].label)
    return kind in FILLERS[role] and not (role in OF_NEAREST and name in bound)


def _with_counterparts(scene: Scene, attached: Iterable[Attachment], agents: list[int]) -> list[int]:
    """«س … نظيره ص»: who meets or calls a counterpart is met or called by him."""
    persons = [item.name for item in attached if scene.names[item.name].label == EntityType.PERSON.value]
    for first, second in pairwise(persons):
        between = scene.view.norms[scene.names[first].end : scene.names[second].start]
        if any(norm.startswith(COUNTERPART) for norm in between) and (first in agents) != (second in agents):
            agents = sorted({*agents, first, second})
    return agents


def _distinct(scene: Scene, found: Roles) -> Roles:
    """An entity fills one role of an event; the first that it got, agent before target."""
    seen: set[str] = set()
    for role in (Role.AGENT, Role.TARGET, Role.PLACE, Role.OPERATION):
        kept = []
        for name in found[role]:
            entity = scene.entity_of.get(name)
            if entity and entity not in seen:
                seen.add(entity)
                kept.append(name)
        found[role] = kept
    return found
