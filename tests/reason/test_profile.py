"""The ontology is in OWL 2 RL, and whatever leaves the profile is found, with the rule that it breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgbuild.reason import profile_breaches
from kgbuild.reason.profile import RULES
from kgbuild.resources import ontology_file

AXIOMS, RANGES = "owl2-profiles/#Axioms_3", "owl2-profiles/#Data_Ranges_3"
TYPING, GLOBAL = "owl2-syntax/#Typing_Constraints_of_OWL_2_DL", "owl2-syntax/#Global_Restrictions_on_Axioms"
SOME = "[ a owl:Restriction ; owl:onProperty kgb:leads ; owl:someValuesFrom {} ]"
ALL = "[ a owl:Restriction ; owl:onProperty {} ; owl:allValuesFrom {} ]"
MOST = "[ a owl:Restriction ; owl:onProperty kgb:leads ; owl:maxCardinality {} ]"
MOST_OF = "[ a owl:Restriction ; owl:onProperty kgb:leads ; owl:maxQualifiedCardinality 1 ; owl:onClass {} ]"

OUTSIDE = [
    ("kgb:Person rdfs:subClassOf " + SOME.format("kgb:Actor") + " .", "stands above Person", AXIOMS),
    ("kgb:Person rdfs:subClassOf [ owl:unionOf ( kgb:State kgb:Actor ) ] .", "stands above Person", AXIOMS),
    ("kgb:Person rdfs:subClassOf [ owl:oneOf ( kgb:actual ) ] .", "stands above Person", AXIOMS),
    ("kgb:Person rdfs:subClassOf " + MOST.format(2) + " .", "stands above Person", AXIOMS),
    ("kgb:Person rdfs:subClassOf " + MOST_OF.format("[ owl:complementOf kgb:State ]") + " .", "above Person", AXIOMS),
    ("kgb:Person rdfs:subClassOf [ owl:complementOf [ owl:complementOf kgb:State ] ] .", "above Person", AXIOMS),
    ("kgb:Person rdfs:subClassOf " + ALL.format("kgb:leads", SOME.format("kgb:Actor")) + " .", "above Pers", AXIOMS),
    ("kgb:Event rdfs:subClassOf " + ALL.format("kgb:count", "owl:real") + " .", "above Event", AXIOMS),
    ("owl:Thing rdfs:subClassOf kgb:Actor .", "stands below Actor", AXIOMS),
    (ALL.format("kgb:leads", "kgb:Actor") + " rdfs:subClassOf kgb:Actor .", "stands below Actor", AXIOMS),
    ("[ owl:complementOf kgb:State ] rdfs:subClassOf kgb:Actor .", "stands below Actor", AXIOMS),
    ("kgb:Person owl:equivalentClass [ owl:unionOf ( kgb:State kgb:Actor ) ] .", "is equivalent to Person", AXIOMS),
    ("kgb:Person owl:disjointWith [ owl:complementOf kgb:Place ] .", "is disjoint with others", AXIOMS),
    ("[] a owl:AllDisjointClasses ; owl:members ( kgb:Person owl:Thing ) .", "Thing is disjoint", AXIOMS),
    ("kgb:target rdfs:range [ owl:unionOf ( kgb:Actor kgb:Place ) ] .", "is the range of target", AXIOMS),
    ("kgb:countryCode rdfs:domain owl:Thing .", "is the domain of countryCode", AXIOMS),
    ("kgb:text rdfs:range xsd:duration .", "is the range of text", AXIOMS),
    ('kgb:text rdfs:range [ a rdfs:Datatype ; owl:oneOf ( "a" ) ] .', "is the range of text", AXIOMS),
    ("kgb:actual a " + SOME.format("kgb:Actor") + " .", "is the type of actual", AXIOMS),
    ("[ owl:complementOf kgb:State ] owl:hasKey ( kgb:countryCode ) .", "has a key", AXIOMS),
    ("kgb:Actor owl:disjointUnionOf ( kgb:Person kgb:State ) .", "Actor is a disjoint union", AXIOMS),
    ("kgb:leads a owl:ReflexiveProperty .", "leads is reflexive", AXIOMS),
    ("kgb:d a rdfs:Datatype ; owl:equivalentClass [ owl:onDatatype xsd:string ; owl:withRestrictions () ] .",
     "with onDatatype", RANGES),
    ("kgb:Person a rdfs:Datatype .", "Person is of two kinds", TYPING),
    ("kgb:leads a owl:DatatypeProperty .", "leads is of two kinds", TYPING),
    ("kgb:leads rdfs:range kgb:Unheard .", "Unheard is not declared", TYPING),
    ("kgb:locatedIn a owl:FunctionalProperty .", "locatedIn is not simple", GLOBAL),
    ("kgb:partOf rdfs:subPropertyOf kgb:about .", "about is not simple", GLOBAL),
    ("kgb:holder owl:propertyChainAxiom ( kgb:holdsPosition kgb:body ) .", "is used in its own chain", GLOBAL),
]  # fmt: skip
INSIDE = [
    "[ owl:unionOf ( kgb:State kgb:Person ) ] rdfs:subClassOf kgb:Actor .",
    SOME.format("owl:Thing") + " rdfs:subClassOf kgb:Actor .",
    SOME.format("kgb:Actor") + " rdfs:subClassOf kgb:Actor .",
    "[ owl:oneOf ( kgb:actual ) ] rdfs:subClassOf kgb:Modality .",
    "kgb:Person rdfs:subClassOf " + MOST.format(1) + " .",
    "kgb:Person rdfs:subClassOf " + MOST.format('"0"^^xsd:nonNegativeInteger') + " .",
    "kgb:Person rdfs:subClassOf " + MOST_OF.format("owl:Thing") + " .",
    "kgb:Person rdfs:subClassOf [ owl:complementOf kgb:Place ] .",
    "kgb:Person rdfs:subClassOf [ owl:intersectionOf ( kgb:Actor [ owl:complementOf kgb:Place ] ) ] .",
    "kgb:Person rdfs:subClassOf " + ALL.format("kgb:leads", "kgb:Actor") + " .",
    "kgb:Event rdfs:subClassOf " + ALL.format("kgb:count", "xsd:integer") + " .",
    "kgb:Person owl:equivalentClass [ owl:onProperty kgb:leads ; owl:hasValue kgb:actual ] .",
    "kgb:d a rdfs:Datatype ; owl:equivalentClass [ owl:intersectionOf ( xsd:integer xsd:decimal ) ] .",
]


def planted(tmp_path: Path, axioms: str) -> tuple[str, ...]:
    path = tmp_path / "planted.ttl"
    path.write_text(ontology_file("kgbuild.ttl").read_text(encoding="utf-8") + axioms, encoding="utf-8")
    return profile_breaches(path)


def test_the_shipped_ontology_and_its_alignments_are_in_the_profile() -> None:
    assert profile_breaches() == ()


@pytest.mark.parametrize(("axioms", "words", "rule"), OUTSIDE, ids=[axioms for axioms, _, _ in OUTSIDE])
def test_what_is_outside_is_found(tmp_path: Path, axioms: str, words: str, rule: str) -> None:
    found = planted(tmp_path, axioms)
    assert any(words in line and rule in line for line in found), found


@pytest.mark.parametrize("axioms", INSIDE)
def test_what_the_grammar_allows_is_no_breach(tmp_path: Path, axioms: str) -> None:
    assert planted(tmp_path, axioms) == ()


def test_every_rule_is_broken_by_some_plant() -> None:
    assert all(any(rule in address for _, _, rule in OUTSIDE) for address in RULES)
