"""A small document with everything in it: names, places, an operation, claims, relations, a position."""

from __future__ import annotations

import pytest

from kgbuild.graph import Run
from kgbuild.iris import BASE, document_iri
from kgbuild.labels import EntityType, EventType, Modality, RelationType, Stance
from kgbuild.records import (
    Annotation,
    Article,
    Claim,
    Coordinates,
    Entity,
    Event,
    Knowledge,
    Mention,
    Name,
    Node,
    Relation,
)

TEXT = (
    "سيطرت قوات النهر على بلدتي الوردية والزيتونة السبت ضمن عملية الفجر.\n"
    "ونفت وزارة الدفاع في سوريا ذلك. وقال سامر الحلبي وزير الدفاع إن المعارك مستمرة."
)


@pytest.fixture
def run() -> Run:
    return Run(version="0.1.0", annotator="rules")


@pytest.fixture
def mention():
    """A stretch of the sample text, found by its surface."""

    def find(surface: str, text: str = TEXT) -> Mention:
        start = text.index(surface)
        return Mention(surface, start, start + len(surface))

    return find


@pytest.fixture
def node():
    """A node with one preferred Arabic name."""

    def build(slug: str, kind: EntityType, name: str, **more) -> Node:
        return Node(f"{BASE}{slug}", kind, (Name(name, "ar", preferred=True),), **more)

    return build


@pytest.fixture
def nodes(node) -> dict[str, Node]:
    syria = f"{BASE}actor/syria"
    town = Node(
        f"{BASE}place/wardiya",
        EntityType.SETTLEMENT,
        (Name("Wardiya", "en", preferred=True), Name("الوردة", "ar"), Name("الوردية", "ar", preferred=True)),
        matches=("https://sws.geonames.org/1/",),
        coordinates=Coordinates(latitude=35.13, longitude=36.75),
        within=f"{BASE}place/syria",
        country="SY",
    )
    return {
        "group": node("actor/x-1", EntityType.ARMED_GROUP, "قوات النهر"),
        "town": town,
        "village": node("place/x-2", EntityType.SETTLEMENT, "الزيتونة"),
        "dawn": node("operation/x-3", EntityType.OPERATION, "الفجر"),
        "ministry": node("actor/syria-defence", EntityType.GOVERNMENT_BODY, "وزارة الدفاع", within=syria),
        "country": node("place/syria", EntityType.COUNTRY, "سوريا"),
        "person": node("actor/x-4", EntityType.PERSON, "سامر الحلبي"),
    }


@pytest.fixture
def annotation(nodes, mention) -> Annotation:
    article = Article("doc-1", TEXT, "سقوط بلدتين", "2024-11-30", "شبكة", "https://example.org/خبر/1")
    entities = tuple(
        Entity(key, found.type, name.text, (mention(name.text),))
        for key, found in nodes.items()
        for name in found.names
        if name.preferred and name.language == "ar"
    )
    seizure = Event(
        "v1",
        EventType.SEIZURE,
        mention("سيطرت"),
        0,
        agent=("group",),
        place=("town", "village"),
        operation=("dawn",),
        time="2024-11-30",
        time_text=mention("السبت"),
        count=4,
        claims=(Claim(None), Claim("ministry", Stance.DENIES, sentence=1)),
        confidence=0.87,
    )
    clash = Event(
        "v2", EventType.ARMED_CLASH, mention("المعارك"), 2, modality=Modality.FUTURE, claims=(Claim("person"),)
    )
    relations = (
        Relation(RelationType.LOCATED_IN, "village", "country", sentence=1),
        Relation(RelationType.HOLDS_POSITION, "person", "ministry", title="وزير الدفاع", sentence=2),
    )
    return Annotation(article, entities, (seizure, clash), relations)


@pytest.fixture
def knowledge(annotation, nodes, node) -> Knowledge:
    return Knowledge(
        annotation,
        document_iri("doc-1"),
        nodes,
        context=(node("actor/syria", EntityType.STATE, "سوريا"),),
        events={"v1": f"{BASE}event/1", "v2": f"{BASE}event/2"},
    )
