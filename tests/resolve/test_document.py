"""A whole document: shared nodes, events, the base of IRIs, the same result each time."""

from dataclasses import replace

from kgbuild.iris import document_iri
from kgbuild.labels import EventType
from kgbuild.records import Event, Mention
from kgbuild.resolve import resolve

TRIGGER = Mention("سيطرت", 3, 8)


def test_entities_that_are_one_thing_share_a_node(annotate):
    document = annotate(("e1", "MilitaryForce", "الجيش السوري"), ("e2", "MilitaryForce", "قوات النظام السوري"))
    knowledge = resolve(document)
    assert knowledge.nodes["e1"] is knowledge.nodes["e2"]
    assert "قوات النظام السوري" in {name.text for name in knowledge.nodes["e2"].names}


def test_state_and_country_of_one_name_are_two(annotate):
    nodes = resolve(annotate(("e1", "State", "روسيا"), ("e2", "Country", "روسيا"))).nodes
    assert nodes["e1"].iri != nodes["e2"].iri


def test_every_event_has_an_iri_of_its_own(annotate):
    event = Event("v1", EventType.SEIZURE, TRIGGER, 0)
    events = (event, replace(event, id="v2"), replace(event, id="v3", type=EventType.ENTRY))
    iris = resolve(annotate(events=events)).events
    assert set(iris) == {"v1", "v2", "v3"}
    assert len(set(iris.values())) == 3


def test_base(annotate):
    knowledge = resolve(annotate(("e1", "Settlement", "مورك"), ("e2", "Person", "فلان")), base="https://example.org/")
    assert knowledge.document == document_iri("d1", "https://example.org/")
    every = (*knowledge.nodes.values(), *knowledge.context)
    assert all(node.iri.startswith("https://example.org/") for node in every)
    assert all(node.within.startswith("https://example.org/") for node in every if node.within)


def test_order_of_entities_does_not_change_what_they_are(annotate):
    rows = [
        ("e1", "Settlement", "طرابلس"),
        ("e2", "Settlement", "مصراتة"),
        ("e3", "Person", "حفتر"),
        ("e4", "Area", "جنوب طرابلس"),
    ]
    one, other = resolve(annotate(*rows)), resolve(annotate(*reversed(rows)))
    assert one.nodes == other.nodes
    assert one.context == other.context


def test_spellings_of_one_unknown_actor_leave_one_preferred_name(annotate):
    """Two entities whose names fold alike share an IRI; the graph once got two Arabic labels for it."""
    document = annotate(("e1", "GovernmentBody", "هيئة الوادي"), ("e2", "GovernmentBody", "هيئه الوادي"))
    nodes = resolve(document).nodes
    assert nodes["e1"] == nodes["e2"]
    preferred = {name.language: name.text for name in nodes["e1"].names if name.preferred}
    assert preferred == {"ar": "هيئة الوادي", "ar-Latn": "Hayat al-Wadi"}
    assert sum(name.preferred for name in nodes["e1"].names) == len(preferred)
