"""What follows from a graph: rules against owlrl, and against HermiT."""

from __future__ import annotations

import shutil

import owlready2
import owlrl
import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, Graph, URIRef

from kgbuild.errors import ReasonError
from kgbuild.iris import KGB
from kgbuild.reason.inference import infer
from kgbuild.resources import ontology_file
from kgbuild.settings import Reasoner

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")
DATA = f"""
@prefix kgb: <{KGB}> .
@prefix : <https://example.org/> .
:d1 {{
  :tank a kgb:MilitaryForce ; kgb:partOf :brigade . :brigade kgb:partOf :army . :army kgb:opposedTo :group .
  :quarter kgb:locatedIn :city . :city a kgb:Settlement ; kgb:locatedIn :land .
  :p a kgb:Position ; kgb:holder :man ; kgb:body :state ; kgb:inDocument :doc .
  :e a kgb:Seizure ; kgb:agent :army ; kgb:place :city .
}}
"""


def loaded(text: str) -> ox.Store:
    store = ox.Store()
    store.load(text, format=ox.RdfFormat.TRIG)
    return store


def inferred(text: str, reasoner: Reasoner = Reasoner.RL) -> set[tuple[str, str, str]]:
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in infer(loaded(text), reasoner).quads
        if not quad.subject.value.endswith("graph/inferred")
    }


def test_rules_conclude_what_owlrl_does() -> None:
    graph = Graph()
    for quad in loaded(DATA):
        graph.add((URIRef(quad.subject.value), URIRef(quad.predicate.value), URIRef(quad.object.value)))
    told = {tuple(map(str, triple)) for triple in graph}
    things = {str(term) for triple in graph for term in triple if str(term).startswith("https://example.org/")}
    for name in ("kgbuild.ttl", "alignments.ttl"):
        graph.parse(ontology_file(name))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    theirs = {
        (str(subject), str(predicate), str(value))
        for subject, predicate, value in graph
        if str(subject) in things
        and isinstance(value, URIRef)
        and value not in OWL
        and predicate not in OWL
        and (predicate != RDF.type or not str(value).startswith("http://www.w3.org/2000/01/rdf-schema#"))
    }
    assert inferred(DATA) == theirs - told
    assert ("https://example.org/man", f"{KGB}holdsPosition", "https://example.org/state") in theirs


@needs_java
def test_hermit_agrees_with_the_rules() -> None:
    assert inferred(DATA, Reasoner.HERMIT) == inferred(DATA)


def test_inferences_stand_in_a_graph_that_says_whence() -> None:
    quads = infer(loaded(DATA), Reasoner.RL).quads
    assert {quad.graph_name.value for quad in quads} == {"https://w3id.org/kgbuild/id/graph/inferred"}
    assert any(quad.predicate.value.endswith("wasDerivedFrom") and quad.object.value.endswith("d1") for quad in quads)
    assert quads == infer(loaded(DATA), Reasoner.RL).quads


def test_java_is_asked_for_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2, "JAVA_EXE", "no-such-java")
    with pytest.raises(ReasonError, match="--reasoner rl"):
        infer(loaded(DATA), Reasoner.HERMIT)
