"""Every kind of contradiction is found and explained, nothing rests on it, and the rest is reasoned over."""

from __future__ import annotations

import shutil

import pyoxigraph as ox
import pytest

from kgbuild.errors import ReasonError
from kgbuild.iris import KGB
from kgbuild.reason import inference
from kgbuild.reason.inference import Inference, infer
from kgbuild.settings import Reasoner

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")
HERE = "https://example.org/"
PREFIXES = f"@prefix kgb: <{KGB}> . @prefix : <{HERE}> .\n"
SOUND = ":g0 { :quarter kgb:locatedIn :city . :city kgb:locatedIn :land . }"
ACTOR_AND_PLACE = "cannot be both Actor and Place"

# What is planted · the thing · why it cannot be · how many statements make it so.
PLANTED = [
    pytest.param(":x a kgb:Person, kgb:Settlement .", "x", ACTOR_AND_PLACE, 2, id="a person that is a town"),
    pytest.param(":x a kgb:Person . :y kgb:locatedIn :x .", "x", ACTOR_AND_PLACE, 2, id="a person to lie in"),
    pytest.param(":x a kgb:Person ; kgb:locatedIn :y .", "x", ACTOR_AND_PLACE, 2, id="a person that lies somewhere"),
    pytest.param(":e kgb:place :x . :x kgb:leads :y .", "x", ACTOR_AND_PLACE, 2, id="a place that leads"),
    pytest.param(":c kgb:claimant :x . :x a kgb:Road .", "x", ACTOR_AND_PLACE, 2, id="a road that claims"),
    pytest.param(":x a kgb:State . :s kgb:territory :x .", "x", ACTOR_AND_PLACE, 2, id="a state as territory"),
    pytest.param(":c kgb:controller :x . :x a kgb:Area .", "x", ACTOR_AND_PLACE, 2, id="an area that controls"),
    pytest.param(":t kgb:ofPlace :x . :x a kgb:ArmedGroup .", "x", ACTOR_AND_PLACE, 2, id="a toll of a group"),
    pytest.param(":x a kgb:Person, kgb:State .", "x", "cannot be both Person and State", 2, id="a person and state"),
    pytest.param(":p kgb:holder :x . :x a kgb:MilitaryForce .", "x", "cannot be both MilitaryForce and Person", 2,
                 id="a force in office"),
    pytest.param(":x kgb:spokespersonFor :y ; a kgb:State .", "x", "cannot be both Person and State", 2,
                 id="a state as spokesperson"),
    pytest.param(":x a kgb:Country, kgb:Road .", "x", "cannot be both Country and Road", 2, id="a country and road"),
    pytest.param(":x a kgb:Settlement, kgb:Facility .", "x", "cannot be both Facility and Settlement", 2, id="a town"),
    pytest.param(":x kgb:agent :y ; a kgb:Person .", "x", "cannot be both Actor and Event", 2, id="a person done"),
    pytest.param(":c kgb:about :x . :x a kgb:Facility .", "x", "cannot be both Event and Place", 2, id="about a place"),
    pytest.param(":e kgb:operation :x . :x a kgb:Governorate .", "x", "cannot be both Operation and Place", 2,
                 id="a governorate as operation"),
    pytest.param(":x a kgb:EventClaim, kgb:RelationClaim .", "x", "cannot be both EventClaim and RelationClaim", 2,
                 id="a claim of two kinds"),
    pytest.param(":x a kgb:AirStrike ; kgb:stance kgb:denies .", "x", "cannot be both Claim and Event", 2,
                 id="an event with a stance"),
    pytest.param(":x a kgb:Mention, kgb:Meeting .", "x", "cannot be both Event and Mention", 2, id="a told mention"),
    pytest.param(":e kgb:evidence :x . :c kgb:inDocument :x .", "x",
                 "cannot be both https://schema.org/NewsArticle and Sentence", 2, id="a sentence as document"),
    pytest.param(":x a kgb:ControlState ; kgb:holder :y .", "x", "cannot be both ControlState and Position", 2,
                 id="a state of control with a holder"),
    pytest.param(":x kgb:opposedTo :x .", "x", "cannot be related to itself by opposedTo", 1, id="its own opponent"),
    pytest.param(":x a kgb:Claim ; kgb:stance kgb:asserts, kgb:denies .", "x",
                 "cannot have several values of stance: asserts and denies", 2, id="a claim that denies itself"),
    pytest.param(":x kgb:claimant :a, :b . :a a kgb:Person . :b a kgb:State .", "x",
                 f"cannot have several values of claimant: {HERE}a and {HERE}b", 2, id="claimed by two kinds"),
    pytest.param(":x kgb:status kgb:denied, kgb:corroborated .", "x",
                 "cannot have several values of status: corroborated and denied", 2, id="denied and corroborated"),
]  # fmt: skip


def loaded(text: str) -> ox.Store:
    store = ox.Store()
    store.load(PREFIXES + text, format=ox.RdfFormat.TRIG)
    return store


def triples(found: Inference) -> set[ox.Triple]:
    return {quad.triple for quad in found.quads if quad.subject.value.startswith(HERE)}


@pytest.mark.parametrize(("planted", "thing", "reason", "causes"), PLANTED)
def test_a_contradiction_is_found_and_the_rest_goes_on(planted: str, thing: str, reason: str, causes: int) -> None:
    found = infer(loaded(f":g1 {{ {planted} }} {SOUND}"), Reasoner.RL)
    (problem,) = [one for one in found.contradictions if (one.thing, one.reason) == (HERE + thing, reason)]
    assert len(problem.causes) == causes
    assert {quad.triple for quad in found.left_out} >= set(problem.causes)
    assert {quad.graph_name.value for quad in found.left_out} == {f"{HERE}g1"}
    assert triples(infer(loaded(SOUND), Reasoner.RL)) <= triples(found)


@needs_java
@pytest.mark.parametrize("planted", [PLANTED[1].values[0], *(case.values[0] for case in PLANTED[-4:-1])])
def test_hermit_calls_the_same_inconsistent_and_what_is_left_consistent(planted: str) -> None:
    store = loaded(f":g1 {{ {planted} }} {SOUND}")
    told = {quad.triple for quad in store}
    with pytest.raises(ReasonError, match="contradicts the ontology"):
        inference._by_java(told, Reasoner.HERMIT)  # noqa: SLF001 - the door leaves contradictions out before
    assert infer(store, Reasoner.HERMIT).contradictions == infer(store, Reasoner.RL).contradictions != ()


def test_two_values_that_may_be_one_thing_are_no_contradiction() -> None:
    found = infer(loaded(":g { :c kgb:claimant :a, :b . :a a kgb:Person . :b kgb:leads :d . }"), Reasoner.RL)
    assert found.contradictions == ()


def test_nothing_is_inferred_from_what_contradicts() -> None:
    found = infer(loaded(":g { :x a kgb:Person . :y kgb:locatedIn :x . :x kgb:leads :z . }"), Reasoner.RL)
    assert not {triple for triple in triples(found) if triple.subject.value in {f"{HERE}x", f"{HERE}y"}}


def test_a_statement_of_several_graphs_is_left_out_of_all() -> None:
    found = infer(loaded(":g1 { :x kgb:opposedTo :x . } :g2 { :x kgb:opposedTo :x . }"), Reasoner.RL)
    assert [quad.graph_name.value[-2:] for quad in found.left_out] == ["g1", "g2"]


def test_relations_by_a_chain_are_among_the_causes() -> None:
    text = ":g { :p kgb:holder :x ; kgb:body :y . :z kgb:locatedIn :y . :x kgb:holdsPosition :y . }"
    (problem,) = infer(loaded(text), Reasoner.RL).contradictions
    assert (problem.thing, problem.reason) == (f"{HERE}y", ACTOR_AND_PLACE)
    assert len(problem.causes) == 3


def test_where_no_one_statement_makes_it_so_all_about_the_thing_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """An ontology in which a loop of opponents makes each one its own."""
    shipped = inference._ontology()  # noqa: SLF001 - the only way to give it another
    transitive = f"<{KGB}opposedTo> {inference._TYPE} <http://www.w3.org/2002/07/owl#TransitiveProperty> .\n"  # noqa: SLF001
    monkeypatch.setattr(inference, "_ontology", lambda: shipped + transitive.encode())
    found = infer(loaded(f":g {{ :a kgb:opposedTo :b . }} {SOUND}"), Reasoner.RL)
    assert {problem.thing[-1] for problem in found.contradictions} == {"a", "b"}
    assert [quad.graph_name.value for quad in found.left_out] == [f"{HERE}g"]
    assert triples(found) == triples(infer(loaded(SOUND), Reasoner.RL))


def test_contradictions_come_in_the_same_order_each_time() -> None:
    text = ":g { :b kgb:opposedTo :b . :a kgb:opposedTo :a . :c a kgb:Person, kgb:Place . }"
    first, again = (infer(loaded(text), Reasoner.RL) for _ in range(2))
    assert first == again
    assert [problem.thing[-1] for problem in first.contradictions] == ["a", "b", "c"]
