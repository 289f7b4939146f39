"""What the derivations make of small graphs."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kgbuild.ask.union import union_of
from kgbuild.derive import derive
from kgbuild.derive.status import status_of

PREFIXES = """
@prefix kgb: <https://w3id.org/kgbuild/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .
:g { :d1 schema:datePublished "2025-03-02"^^xsd:date ; schema:publisher "A" .
     :d2 schema:datePublished "2025-03-04"^^xsd:date ; schema:publisher "B" .
     :d3 schema:datePublished "2025-03-05"^^xsd:date ; schema:publisher "B" .
"""


def graph(body: str) -> ox.Store:
    store = ox.Store()
    store.load(PREFIXES + body + "}", format=ox.RdfFormat.TRIG)
    store.extend(derive(union_of(store)))
    return union_of(store)


def ask(store: ox.Store, select: str) -> list[tuple[str, ...]]:
    answer = store.query(
        "PREFIX kgb: <https://w3id.org/kgbuild/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> " + select
    )
    assert isinstance(answer, ox.QuerySolutions)
    return sorted(tuple(term.value.rpartition("/")[2].rpartition("#")[2] for term in row) for row in answer)


def seizure(name: str, actor: str, *, day: str = "", modality: str = "actual") -> str:
    date = f'; kgb:date "{day}"^^xsd:date' if day else ""
    return f":{name} a kgb:Seizure ; kgb:agent :{actor} ; kgb:place :town ; kgb:modality kgb:{modality} {date} .\n"


def claim(name: str, event: str, document: str, stance: str = "asserts", claimant: str = "") -> str:
    who = f"; kgb:claimant :{claimant}" if claimant else ""
    return f":{name} kgb:about :{event} ; kgb:stance kgb:{stance} ; kgb:inDocument :{document} {who} .\n"


STATES = "SELECT ?actor ?status { ?s a kgb:ControlState ; kgb:controller ?actor ; kgb:status ?status }"


@pytest.mark.parametrize(
    "event",
    [
        seizure("e", "army", day="2025-03-01", modality="future"),
        seizure("e", "army", day="2025-03-01", modality="hypothetical"),
        seizure("e", "army"),
    ],
    ids=["plan", "supposition", "no day"],
)
def test_what_is_no_dated_fact_gives_no_control(event):
    assert ask(graph(event + claim("c", "e", "d1")), STATES) == []


def test_a_denial_in_another_document_makes_the_state_contested():
    body = seizure("e", "army", day="2025-03-02") + claim("c", "e", "d1")
    denial = seizure("f", "army") + claim("n", "f", "d2", "denies", "group")
    assert ask(graph(body), STATES) == [("army", "uncontested")]
    contested = graph(body + denial)
    assert ask(contested, STATES) == [("army", "contested")]
    rests = "SELECT ?claim { ?s a kgb:ControlState ; prov:wasDerivedFrom ?claim }"
    assert ask(contested, rests) == [("c",), ("n",)]


def test_forces_that_took_a_place_together_do_not_contest_each_other():
    together = seizure("e", "army", day="2025-03-02") + ":e kgb:agent :group .\n"
    told = claim("c", "e", "d1") + claim("k", "e", "d2")
    assert ask(graph(together + told), STATES) == 2 * [("army", "uncontested")] + 2 * [("group", "uncontested")]


def test_two_takers_by_two_voices_contest_each_other():
    body = seizure("e", "army", day="2025-03-02") + claim("c", "e", "d1")
    rival = seizure("f", "group", day="2025-03-02") + claim("k", "f", "d2")
    assert ask(graph(body + rival), STATES) == [("army", "contested"), ("group", "contested")]


def test_a_denial_long_after_is_of_something_else():
    body = seizure("e", "army", day="2025-02-01") + claim("c", "e", "d1")
    assert ask(graph(body + seizure("f", "army") + claim("n", "f", "d2", "denies")), STATES) == [
        ("army", "uncontested")
    ]


@pytest.mark.parametrize(
    ("asserting", "denying", "status"),
    [(1, 0, "uncontested"), (2, 0, "corroborated"), (0, 1, "denied"), (2, 1, "contested")],
)
def test_status_follows_the_voices(asserting, denying, status):
    assert status_of(asserting, denying) == status


def test_two_items_of_one_publisher_are_one_source():
    body = seizure("e", "army", day="2025-03-02")
    count = "SELECT ?n ?status { ?a kgb:assesses ?e ; kgb:sourceCount ?n ; kgb:status ?status }"
    same = graph(body + claim("c", "e", "d2") + claim("k", "e", "d3"))
    assert ask(same, count) == [("1", "uncontested")]
    two = graph(body + claim("c", "e", "d1") + claim("k", "e", "d3"))
    assert ask(two, count) == [("2", "corroborated")]


def test_casualties_range_over_what_is_asserted_of_a_day():
    killings = "".join(
        f':k{n} a kgb:Killing ; kgb:place :town ; kgb:modality kgb:actual ; kgb:date "2025-03-0{day}"^^xsd:date ;'
        f" kgb:count {n} .\n" + claim(f"c{n}", f"k{n}", "d1", stance)
        for n, day, stance in [(3, 1, "asserts"), (5, 1, "asserts"), (90, 1, "denies"), (7, 2, "asserts")]
    )
    ranges = "SELECT ?day ?low ?high { ?t a kgb:DeathToll ; kgb:onDay ?day ; kgb:lowest ?low ; kgb:highest ?high }"
    assert ask(graph(killings), ranges) == [("2025-03-01", "3", "5"), ("2025-03-02", "7", "7")]


def test_a_position_is_attested_between_its_documents():
    body = ":p a kgb:Position ; kgb:inDocument :d1, :d3 ."
    days = "SELECT ?first ?last { ?p kgb:firstAttested ?first ; kgb:lastAttested ?last }"
    assert ask(graph(body), days) == [("2025-03-02", "2025-03-05")]


def test_same_graph_same_quads_each_in_a_derived_graph():
    store = graph(seizure("e", "army", day="2025-03-02") + claim("c", "e", "d1"))
    again = derive(store)
    assert again == derive(store)
    graphs = {quad.graph_name for quad in again}
    marked = {quad.graph_name for quad in again if quad.object.value.endswith("#DerivedGraph")}
    assert graphs == marked
