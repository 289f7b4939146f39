"""The pitfalls of the OOPS! catalogue: none in the shipped ontology, each one found where it is planted."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDFS, Graph

from kgbuild.iris import KGB
from kgbuild.reason.pitfalls import FINDERS, OPEN_ENDS, find_pitfalls
from kgbuild.resources import data_rows, ontology_file

ROWS = data_rows("reason", "pitfalls.tsv")
TEXT = 'rdfs:label "x"@en, "س"@ar ; skos:definition "What it is."@en, "ما هو بالضبط."@ar .'
ENDS = "rdfs:domain kgb:Actor ; rdfs:range kgb:Actor ;"
# Code · axioms planted · what is said of them.
PLANTED = [
    ("P02", "kgb:Person owl:equivalentClass kgb:Population .", "Person is declared the same as Population"),
    ("P03", f"kgb:isA a owl:ObjectProperty ; {ENDS} {TEXT}", "isA says what rdf:type"),
    ("P04", f"kgb:Island a owl:Class ; {TEXT}", "Island is connected with nothing"),
    ("P05", f"kgb:hosts a owl:ObjectProperty ; owl:inverseOf kgb:locatedIn ; {ENDS} {TEXT}", "their ends differ"),
    ("P06", "kgb:Actor rdfs:subClassOf kgb:Person .", "Actor is above itself"),
    ("P07", f"kgb:ArmyOrPolice a owl:Class ; rdfs:subClassOf kgb:Actor ; {TEXT}", "names two concepts"),
    ("P08", "kgb:Bare a owl:Class ; rdfs:subClassOf kgb:Actor .", "Bare has no label"),
    ("P11", f"kgb:likes a owl:ObjectProperty ; rdfs:domain kgb:Actor ; {TEXT}", "likes has no range"),
    ("P12", f"kgb:a1 a owl:ObjectProperty ; {ENDS} {TEXT} kgb:a2 a owl:ObjectProperty ; {ENDS} {TEXT}", "called"),
    ("P14", "kgb:Person rdfs:subClassOf [ owl:onProperty kgb:leads ; owl:allValuesFrom kgb:Actor ] .", "restricted"),
    ("P15", "kgb:Person rdfs:subClassOf [ owl:complementOf kgb:State ] .", "restricted"),
    ("P17", "kgb:Person a owl:NamedIndividual .", "Person is a class and an individual"),
    ("P19", "kgb:leads rdfs:range kgb:Place .", "leads has several ranges"),
    ("P20", 'kgb:Person rdfs:label "a human being that bears a name and acts"@en .', "not defined in 'en'"),
    ("P21", f"kgb:OtherActor a owl:Class ; rdfs:subClassOf kgb:Actor ; {TEXT}", "class of the rest"),
    ("P22", f"kgb:small_class a owl:Class ; rdfs:subClassOf kgb:Actor ; {TEXT}", "small_class is named otherwise"),
    ("P22", f"kgb:Leads a owl:ObjectProperty ; {ENDS} {TEXT}", "Leads is named otherwise"),
    ("P23", f"kgb:day a rdfs:Datatype ; {TEXT}", "datatype of its own"),
    ("P24", "kgb:Person rdfs:subClassOf kgb:Person .", "Person is defined by itself"),
    ("P25", "kgb:leads owl:inverseOf kgb:leads .", "leads needs no inverse"),
    ("P26", f"kgb:foe a owl:ObjectProperty ; {ENDS} {TEXT} kgb:opposedTo owl:inverseOf kgb:foe .", "needs no inverse"),
    ("P27", "kgb:leads owl:equivalentProperty kgb:memberOf .", "leads is declared the same as memberOf"),
    ("P28", "kgb:place a owl:SymmetricProperty .", "place leads from one class to another"),
    ("P29", "kgb:territory a owl:TransitiveProperty .", "territory leads from one class to another"),
    ("P32", f"kgb:C1 a owl:Class ; {TEXT} kgb:C2 a owl:Class ; rdfs:subClassOf kgb:C1 ; {TEXT}", "2 terms are called"),
    ("P33", "kgb:leads owl:propertyChainAxiom ( kgb:memberOf ) .", "leads has a chain of one"),
    ("P34", "kgb:Person rdfs:subClassOf kgb:Mammal .", "Mammal is used and not declared"),
    ("P35", "kgb:leads rdfs:subPropertyOf kgb:guides .", "guides is used and not declared"),
    ("P36", "<https://example.org/news.owl> a owl:Ontology .", "news.owl names a file"),
    ("P39", "<https://example.org/news> a owl:Ontology .", "declared is https://example.org/news"),
    ("P40", "schema:NewsArticle rdfs:subClassOf kgb:Event .", "NewsArticle is another vocabulary's"),
]  # fmt: skip


def test_the_shipped_ontology_falls_into_none() -> None:
    assert find_pitfalls() == ()


@pytest.mark.parametrize(("code", "axioms", "words"), PLANTED, ids=[f"{code} {words}" for code, _, words in PLANTED])
def test_a_planted_pitfall_is_found(tmp_path: Path, code: str, axioms: str, words: str) -> None:
    path = tmp_path / "planted.ttl"
    path.write_text(ontology_file("kgbuild.ttl").read_text(encoding="utf-8") + axioms, encoding="utf-8")
    found = [line for line in find_pitfalls(path) if code in line.partition(":")[0].split(", ")]
    assert any(words in line for line in found), found


@pytest.mark.parametrize(
    ("code", "old", "words"),
    [
        ("P10", "AllDisjointClasses", "no classes are disjoint"),
        ("P38", "<https://w3id.org/kgbuild/ontology> a owl:Ontology", "declared is no ontology"),
        ("P41", "dct:license <https://www.apache.org/licenses/LICENSE-2.0> ;", "has no licence"),
    ],
)
def test_what_is_missing_is_found(tmp_path: Path, code: str, old: str, words: str) -> None:
    text = ontology_file("kgbuild.ttl").read_text(encoding="utf-8")
    assert old in text
    new = {"P38": "<https://w3id.org/kgbuild/ontology> a owl:Thing", "P41": ""}.get(code, "Bag")
    text = text.replace(old, new).replace("owl:disjointWith", "rdfs:seeAlso" if code == "P10" else "owl:disjointWith")
    path = tmp_path / "planted.ttl"
    path.write_text(text, encoding="utf-8")
    assert any(code in line.partition(":")[0] and words in line for line in find_pitfalls(path))


def test_the_whole_catalogue_is_listed_and_each_unchecked_one_has_a_reason() -> None:
    assert [row[0] for row in ROWS] == [f"P{number:02}" for number in range(1, 42)]
    for code, _, how, reason in ROWS:
        assert (how in FINDERS) is not (how == "-" and bool(reason)), code
    assert {row[2] for row in ROWS} - {"-"} == set(FINDERS)


def test_ends_are_left_open_only_where_they_are() -> None:
    graph = Graph().parse(ontology_file("kgbuild.ttl"))
    for name in OPEN_ENDS:
        (term,) = [term for term in set(graph.subjects()) if str(term) == KGB + name]
        assert graph.value(term, RDFS.domain) is None or graph.value(term, RDFS.range) is None
