"""The records that pass from room to room: frozen, slotted, without behaviour.

Offsets are Unicode code points of the unnormalised ``Article.text``, ``end``
exclusive, so that ``text[start:end]`` is the surface. Sentence indices count the
guidelines' sentences (:func:`kgbuild.sentences.split_sentences`) from 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kgbuild.labels import EntityType, EventType, Modality, RelationType, Role, Stance


@dataclass(frozen=True, slots=True)
class Article:
    """One news item as published.

    Attributes:
        id: identifier that is stable between runs and unique in a build.
        text: the body, unnormalised; title and date are not part of it.
        title: headline, empty where there is none.
        date: publication day as ISO ``YYYY-MM-DD``; ``None`` where unknown, never a default.
        publisher: outlet's name as given.
        url: address of the item.
    """

    id: str
    text: str
    title: str = ""
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the article's text that names an entity or tells an event."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world within a document, with all its named mentions."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says (``asserts``) or contradicts (``denies``) that an event happened.

    Attributes:
        source: id of the claiming entity; ``None`` is the article in its own voice.
        stance: assertion or denial.
        sentence: index of the sentence that makes the claim; ``None`` is the event's.
    """

    source: str | None
    stance: Stance = Stance.ASSERTS
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that the text tells, denies, plans or supposes.

    Attributes:
        agent, target, place, operation: ids of the entities in that role, in text order.
        time: ISO day, month (``YYYY-MM``) or year; ``None`` where it cannot be resolved.
        time_text: the expression that ``time`` was resolved from, where there is one.
        count: number of killed, injured, captured or displaced.
        mentions: further mentions of the same happening, without the trigger.
        confidence: probability that the text tells this event; ``None`` where no model gave one.
        role_confidence: role -> entity id -> probability that it fills the role if the text tells this event,
            for the fillers that a model gave one.
    """

    id: str
    type: EventType
    trigger: Mention
    sentence: int
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    operation: tuple[str, ...] = ()
    time: str | None = None
    time_text: Mention | None = None
    count: int | None = None
    modality: Modality = Modality.ACTUAL
    claims: tuple[Claim, ...] = (Claim(None),)
    mentions: tuple[Mention, ...] = ()
    confidence: float | None = None
    role_confidence: Mapping[Role, Mapping[str, float]] = field(default_factory=dict)

    def role(self, role: Role) -> tuple[str, ...]:
        """Return the ids of the entities that fill ``role``."""
        fillers: tuple[str, ...] = getattr(self, role.value)
        return fillers


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation that the text states between two entities (by id)."""

    type: RelationType
    subject: str
    object: str
    title: str | None = None
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """An article with what was found in it: the pivot of the whole product."""

    article: Article
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class EventReasons:
    """Which rule, list or model made the parts of an event, in words.

    Attributes:
        trigger: why the trigger tells an event of that type.
        roles: (role, entity id) -> why that entity fills the role.
        time: why it has its time; ``None`` where it has none.
        claims: (entity id or ``None``, stance) -> why that claim is made.
    """

    trigger: str
    roles: Mapping[tuple[Role, str], str] = field(default_factory=dict)
    time: str | None = None
    claims: Mapping[tuple[str | None, Stance], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Explanation:
    """An annotation with what made its parts.

    Attributes:
        annotation: what was found.
        names: offset of an entity's mention -> why it is a name of its type.
        events: event id -> why the event is as it is.
    """

    annotation: Annotation
    names: Mapping[int, str] = field(default_factory=dict)
    events: Mapping[str, EventReasons] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why; nothing is lost silently.

    Attributes:
        where: file, file and line, or document id.
        stage: the room that gave up: ``read``, ``extract``, ``resolve`` or ``store``.
        reason: what is wrong, and what would work where that is known.
    """

    where: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A WGS 84 position in decimal degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Name:
    """A label of a node: its text, its BCP 47 language tag, and whether it is the preferred one."""

    text: str
    language: str
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the graph: an actor, place or operation with an identity beyond one document.

    Attributes:
        iri: stable identifier.
        type: the type that the registry gives, else the document's.
        names: labels, sorted; exactly one ``ar`` label is preferred, and one in Latin letters: ``en`` where an
            English name is known, else ``ar-Latn``, the Arabic one romanised.
        matches: IRIs of the same thing in GeoNames or Wikidata, only where verified.
        coordinates: position of a place, where known.
        within: IRI of the containing place or larger body, where the registry knows it.
        country: ISO 3166-1 alpha-2 code, where known.
        direction: which part of ``within`` it is, as ``N`` to ``NW``, ``C`` for the middle, where the name tells.
        accuracy: how far the place reaches from ``coordinates``, in kilometres; ``None`` for a point.
        candidates: IRIs of the known places between which nothing decides, the likeliest first, where the node is
            none of them.
    """

    iri: str
    type: EntityType
    names: tuple[Name, ...]
    matches: tuple[str, ...] = ()
    coordinates: Coordinates | None = None
    within: str | None = None
    country: str | None = None
    direction: str | None = None
    accuracy: int | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One document's annotation with every id resolved to a node or an event IRI.

    Attributes:
        annotation: what was extracted.
        document: IRI of the document.
        nodes: entity id in the annotation -> node.
        context: further nodes that the nodes stand within (countries, governorates, parents).
        events: event id in the annotation -> IRI.
    """

    annotation: Annotation
    document: str
    nodes: dict[str, Node] = field(default_factory=dict)
    context: tuple[Node, ...] = ()
    events: dict[str, str] = field(default_factory=dict)
