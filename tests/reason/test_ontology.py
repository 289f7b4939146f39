"""The ontology loads in owlready2, and what is wrong with one is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import owlready2
import pytest

from kgbuild.errors import ReasonError
from kgbuild.labels import ACTOR_TYPES, EventType
from kgbuild.reason import check_ontology, load_ontology, unsatisfiable_classes
from kgbuild.reason.reading import read_n_triples
from kgbuild.resources import ontology_file

PREFIXES = """
@prefix : <https://w3id.org/kgbuild/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/kgbuild/ontology> a owl:Ontology .
"""
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")


@pytest.fixture
def ontology(tmp_path: Path) -> Path:
    return tmp_path / "planted.ttl"


def test_owlready2_sees_the_whole_hierarchy() -> None:
    view = load_ontology()
    assert view.descendants("Event") >= {event_type.value for event_type in EventType}
    assert view.descendants("Actor") == {entity_type.value for entity_type in ACTOR_TYPES}
    assert view.ancestors("Siege") == {"Coercion", "Event"}
    assert {"agent", "date", "holdsPosition"} <= view.properties
    assert {("Actor", "Place"), ("EventClaim", "RelationClaim")} <= view.disjoint
    assert view.version


def test_the_shipped_ontology_is_sound() -> None:
    assert check_ontology() == ()


@pytest.mark.parametrize(
    ("axioms", "problem"),
    [
        (
            ":A a owl:Class ; owl:disjointWith :B . :B a owl:Class . :C a owl:Class ; rdfs:subClassOf :A, :B .",
            "C is below A and B, which are disjoint",
        ),
        (
            ":A a owl:Class ; owl:disjointWith :B . :B a owl:Class ; rdfs:subClassOf :A .",
            "B is below A and B, which are disjoint",
        ),
        (
            ":A a owl:Class ; rdfs:subClassOf :B . :B a owl:Class ; rdfs:subClassOf :A .",
            "A is a subclass of itself",
        ),
    ],
)
def test_an_unsound_hierarchy_is_found(ontology: Path, axioms: str, problem: str) -> None:
    ontology.write_text(PREFIXES + axioms, encoding="utf-8")
    assert problem in check_ontology(ontology)


def test_bad_turtle_names_file_and_line(ontology: Path) -> None:
    ontology.write_text(PREFIXES + ":A a", encoding="utf-8")
    with pytest.raises(ReasonError, match=r"planted\.ttl, line 6"):
        load_ontology(ontology)


@needs_java
def test_the_reasoner_finds_every_class_satisfiable() -> None:
    assert unsatisfiable_classes() == ()


@needs_java
def test_every_class_is_satisfiable_beside_the_other_vocabularies(tmp_path: Path) -> None:
    both = tmp_path / "both.nt"
    both.write_bytes(b"".join(read_n_triples(ontology_file(name)) for name in ("kgbuild.ttl", "alignments.ttl")))
    assert unsatisfiable_classes(both) == ()


@needs_java
def test_the_reasoner_finds_what_follows_from_a_range(ontology: Path) -> None:
    """Only a reasoner sees it: whoever both acts in person and lies in a place is an actor and a place."""
    axioms = """
@prefix kgb: <https://w3id.org/kgbuild/ontology#> .
kgb:Walker a owl:Class ; rdfs:subClassOf kgb:Person,
  [ a owl:Restriction ; owl:onProperty kgb:locatedIn ; owl:someValuesFrom kgb:Place ] .
"""
    shipped = ontology_file("kgbuild.ttl").read_text(encoding="utf-8")
    ontology.write_text(shipped + axioms, encoding="utf-8")
    assert check_ontology(ontology) == ()
    assert unsatisfiable_classes(ontology) == ("https://w3id.org/kgbuild/ontology#Walker",)


@needs_java
def test_a_contradiction_is_an_error(ontology: Path) -> None:
    ontology.write_text(PREFIXES + ":A a owl:Class ; owl:disjointWith :B . :B a owl:Class . :x a :A, :B .", "utf-8")
    with pytest.raises(ReasonError, match="contradicts itself"):
        unsatisfiable_classes(ontology)


def test_without_java_the_error_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2, "JAVA_EXE", "no-such-java")
    with pytest.raises(ReasonError, match="install a Java runtime"):
        unsatisfiable_classes()
