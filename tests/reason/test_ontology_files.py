"""The four files of ontology/: complete, in both languages, in OWL 2 RL, and equal to the code's labels."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from kgbuild.iris import KGB as KGB_IRI
from kgbuild.labels import ACTOR_TYPES, PLACE_TYPES, EntityType, EventType, Modality, RelationType, Role, Stance
from kgbuild.resources import ontology_file

KGB = Namespace(KGB_IRI)
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
FAMILIES = {KGB.Violence, KGB.Manoeuvre, KGB.Coercion, KGB.Diplomacy, KGB.Politics}
SCHEME = "https://w3id.org/kgbuild/scheme/"
FILES = ["kgbuild.ttl", "schemes.ttl", "alignments.ttl", "shapes.ttl"]


@cache
def graph(name: str) -> Graph:
    return Graph().parse(ontology_file(name))


@cache
def terms() -> frozenset[URIRef]:
    return frozenset(term for term in graph("kgbuild.ttl").subjects() if isinstance(term, URIRef) and term in KGB)


def named(labels: Iterable[str]) -> set[URIRef]:
    return {KGB[str(label)] for label in labels}


def below(parent: URIRef) -> set[URIRef]:
    return set(graph("kgbuild.ttl").subjects(RDFS.subClassOf, parent))


@pytest.mark.parametrize("name", FILES)
def test_parsers_agree(name: str) -> None:
    assert len(graph(name)) == len(list(pyoxigraph.parse(path=ontology_file(name)))) > 0


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_imported_and_namespaces_are_right(name: str) -> None:
    assert not list(graph(name).triples((None, OWL.imports, None)))
    text = ontology_file(name).read_text(encoding="utf-8")
    prefixes = dict(line.split()[1:3] for line in text.splitlines() if line.startswith("@prefix"))
    assert prefixes.get("time:", "<http://www.w3.org/2006/time#>") == "<http://www.w3.org/2006/time#>"
    assert prefixes.get("schema:", "<https://schema.org/>") == "<https://schema.org/>"
    assert all(namespace.endswith(("#>", "/>")) for namespace in prefixes.values())


def test_the_ontology_is_small() -> None:
    assert len(terms()) <= 150


def test_every_own_term_that_is_used_is_declared() -> None:
    for name in FILES:
        used = {term for triple in graph(name) for term in triple if isinstance(term, URIRef) and term in KGB}
        assert used <= terms(), name


@pytest.mark.parametrize("term", sorted(terms()))
def test_every_term_has_a_label_and_a_definition_in_both_languages(term: URIRef) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        texts = [text for text in graph("kgbuild.ttl").objects(term, predicate) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in texts) == ["ar", "en"]
        (arabic,) = (text for text in texts if text.language == "ar")
        assert any("\u0621" <= letter <= "\u064a" for letter in arabic)


def test_labels_are_unique_in_each_language_and_kind() -> None:
    for kind in (OWL.Class, OWL.NamedIndividual):
        members = set(graph("kgbuild.ttl").subjects(RDF.type, kind)) & terms() - {KGB.Stance, KGB.Modality}
        labels = [label for term in members for label in graph("kgbuild.ttl").objects(term, RDFS.label)]
        assert len(labels) == len(set(labels)) == 2 * len(members)


def test_entity_types_are_the_classes_of_actors_places_and_operations() -> None:
    assert below(KGB.Actor) == named(ACTOR_TYPES)
    assert below(KGB.Place) == named(PLACE_TYPES)
    assert (KGB[EntityType.OPERATION.value], RDF.type, OWL.Class) in graph("kgbuild.ttl")


def test_event_types_stand_below_the_families() -> None:
    assert below(KGB.Event) == FAMILIES
    families = [below(family) for family in FAMILIES]
    assert set().union(*families) == named(EventType)
    assert sum(map(len, families)) == len(EventType)


def test_roles_relations_stances_and_modalities_are_terms() -> None:
    ontology = graph("kgbuild.ttl")
    assert named([*Role, *RelationType]) <= set(ontology.subjects(RDF.type, OWL.ObjectProperty))
    assert set(ontology.subjects(RDF.type, KGB.Stance)) == named(Stance)
    assert set(ontology.subjects(RDF.type, KGB.Modality)) == named(Modality)


def test_every_event_class_has_a_mapping() -> None:
    schemes = graph("schemes.ttl")
    concepts = set(schemes.subjects(RDF.type, SKOS.Concept))
    for event_type in EventType:
        found = {
            target
            for match in (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch)
            for target in schemes.objects(KGB[event_type.value], match)
        }
        assert found, event_type
        assert found <= concepts, event_type
        in_schemes = {str(target).removeprefix(SCHEME).partition("/")[0] for target in found}
        assert "acled" in in_schemes
        assert ("plover" in in_schemes) is (event_type is not EventType.POLITICAL_CHANGE)


def test_every_concept_is_complete_and_used() -> None:
    schemes = graph("schemes.ttl")
    for concept in schemes.subjects(RDF.type, SKOS.Concept):
        assert schemes.value(concept, SKOS.notation) is not None
        assert schemes.value(concept, SKOS.inScheme) is not None
        assert schemes.value(concept, URIRef("http://purl.org/dc/terms/source")) is not None
        assert {label.language for label in schemes.objects(concept, SKOS.prefLabel)} == {"ar", "en"}
        assert any(schemes.triples((None, match, concept)) for match in (SKOS.closeMatch, SKOS.broadMatch,
                   SKOS.narrowMatch, SKOS.broader))  # fmt: skip


DATATYPES = {XSD.nonNegativeInteger, XSD.decimal, XSD.string, RDF.PlainLiteral, RDFS.Literal}
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual)


def test_datatypes_are_those_of_owl_2_rl() -> None:
    ontology = graph("kgbuild.ttl")
    ranges = {ontology.value(term, RDFS.range) for term in ontology.subjects(RDF.type, OWL.DatatypeProperty)}
    assert ranges <= DATATYPES


def test_every_name_has_one_kind_and_every_predicate_is_declared() -> None:
    ontology = graph("kgbuild.ttl")
    kinds = [term for kind in KINDS for term in ontology.subjects(RDF.type, kind)]
    assert len(kinds) == len(set(kinds))
    built_in = (OWL, RDF, RDFS)
    predicates = {term for term in ontology.predicates() if not any(term in namespace for namespace in built_in)}
    assert predicates <= set(ontology.subjects(RDF.type, OWL.AnnotationProperty))
    classes = {
        target
        for predicate in (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith)
        for target in ontology.objects(None, predicate)
    }
    assert classes - DATATYPES <= set(ontology.subjects(RDF.type, OWL.Class))


def test_properties_that_are_not_simple_carry_no_restriction() -> None:
    """OWL 2 DL, https://www.w3.org/TR/owl2-syntax/#Global_Restrictions_on_Axioms_in_OWL_2_DL."""
    ontology = graph("kgbuild.ttl")
    composite = set(ontology.subjects(RDF.type, OWL.TransitiveProperty))
    composite |= set(ontology.subjects(OWL.propertyChainAxiom, None))
    assert composite == {KGB.locatedIn, KGB.partOf, KGB.holdsPosition}
    for restriction in (OWL.FunctionalProperty, OWL.IrreflexiveProperty):
        assert not composite & set(ontology.subjects(RDF.type, restriction))
