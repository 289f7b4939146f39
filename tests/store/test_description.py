"""The description of the graph says what SPARQL counts in it, and nothing that is not known."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from kgbuild.iris import BASE, KGB
from kgbuild.store.description import write_description
from kgbuild.store.names import DATASET
from tests.store.conftest import written

VOID, DCAT = Namespace("http://rdfs.org/ns/void#"), Namespace("http://www.w3.org/ns/dcat#")
DCT, SCHEMA = Namespace("http://purl.org/dc/terms/"), Namespace("https://schema.org/")
IT = URIRef(f"{BASE}dataset")


@pytest.fixture
def described(gold_graph: Path) -> tuple[Graph, ox.Store]:
    """What is said of the gold records' graph, and the graph."""
    store = ox.Store()
    store.load(path=gold_graph / "graph.ttl")
    return Graph().parse(gold_graph / DATASET), store


def rows(store: ox.Store, query: str) -> set[tuple[str, ...]]:
    answer = store.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    return {tuple(term.value for term in solution) for solution in answer}


def said(description: Graph, part: URIRef, *predicates: URIRef) -> set[tuple[str, ...]]:
    return {
        tuple(str(description.value(node, predicate)) for predicate in predicates)
        for node in description.objects(IT, part)
    }


def test_sizes_are_those_of_the_graph(described):
    description, store = described
    assert int(description.value(IT, VOID.triples)) == len(store)
    counted = {
        VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
        VOID.classes: "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }",
        VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    }
    for predicate, query in counted.items():
        assert {(str(description.value(IT, predicate)),)} == rows(store, query)


def test_partitions_are_those_of_the_graph(described):
    description, store = described
    classes = "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c"
    assert said(description, VOID.classPartition, VOID["class"], VOID.entities) == rows(store, classes)
    properties = "SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { ?s ?p ?o } GROUP BY ?p"
    assert said(description, VOID.propertyPartition, VOID.property, VOID.triples, VOID.distinctSubjects) == rows(
        store, properties
    )


def test_publishers_and_period_are_those_of_the_documents(described):
    description, store = described
    publishers = f"SELECT ?p (COUNT(*) AS ?n) {{ ?d <{SCHEMA}publisher> ?p }} GROUP BY ?p"
    assert said(description, DCT.source, SCHEMA.publisher, SCHEMA.collectionSize) == rows(store, publishers) != set()
    days = f"SELECT (MIN(?d) AS ?a) (MAX(?d) AS ?b) {{ ?s <{SCHEMA}datePublished> ?d }}"
    assert said(description, DCT.temporal, DCAT.startDate, DCAT.endDate) == rows(store, days)


def test_files_are_named_with_format_and_size(described, gold_graph):
    description, _ = described
    files = dict(said(description, DCAT.distribution, DCT.title, DCAT.mediaType))
    assert {name: media.rpartition("media-types/")[2] for name, media in files.items()} == {
        "graph.nq": "application/n-quads", "graph.trig": "application/trig", "graph.ttl": "text/turtle",
    }  # fmt: skip
    sizes = {(name, str((gold_graph / name).stat().st_size)) for name in files}
    assert said(description, DCAT.distribution, DCT.title, DCAT.byteSize) == sizes


def test_examples_are_things_of_the_graph_and_vocabularies_are_used(described):
    description, store = described
    examples = list(description.objects(IT, VOID.exampleResource))
    assert {str(example).removeprefix(BASE).partition("/")[0] for example in examples} >= {"actor", "event", "claim"}
    assert all(any(store.quads_for_pattern(ox.NamedNode(str(example)), None, None)) for example in examples)
    terms = {term for row in rows(store, "SELECT DISTINCT ?p { { ?s ?p ?o } UNION { ?s a ?p } }") for term in row}
    vocabularies = [str(vocabulary) for vocabulary in description.objects(IT, VOID.vocabulary)]
    assert KGB in vocabularies
    assert all(any(term.startswith(vocabulary) for term in terms) for vocabulary in vocabularies)
    assert all(any(term.startswith(vocabulary) for vocabulary in vocabularies) for term in terms)


def test_it_is_a_dataset_with_titles_in_both_languages_and_says_nothing_unknown(described):
    description, _ = described
    assert set(description.objects(IT, RDF.type)) == {VOID.Dataset, DCAT.Dataset}
    for predicate in (DCT.title, DCT.description):
        assert {text.language for text in description.objects(IT, predicate)} == {"ar", "en"}
    unknown = (DCT.license, DCT.issued, DCT.publisher, DCAT.downloadURL)
    assert not any((None, predicate, None) in description for predicate in unknown)
    assert len(list(ox.parse(description.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))) == len(description)


def described_as(folder: Path, documents: list[list[ox.Quad]], base: str = BASE) -> bytes:
    """What is said of a graph of these documents."""
    folder.mkdir()
    writer = written(folder, documents, base)
    sizes = {name: (folder / name).stat().st_size for name in ("graph.nq", "graph.trig", "graph.ttl")}
    write_description(writer.census, sizes, folder / DATASET)
    return (folder / DATASET).read_bytes()


def test_a_graph_without_documents_has_no_period_and_no_publisher(documents, tmp_path):
    first = described_as(tmp_path / "one", documents)
    assert b"PeriodOfTime" not in first
    assert b"dct:source" not in first
    assert described_as(tmp_path / "two", documents) == first


def test_the_namespace_of_the_data_can_be_another(documents, tmp_path):
    said_of_it = described_as(tmp_path / "out", documents[:1], "https://example.org/data/")
    description = Graph().parse(data=said_of_it, format="turtle")
    it = URIRef("https://example.org/data/dataset")
    assert (it, RDF.type, VOID.Dataset) in description
    assert not list(description.objects(it, VOID.exampleResource))


def test_days_are_compared_whole(tmp_path):
    day, graph = ox.NamedNode(f"{SCHEMA}datePublished"), ox.NamedNode(f"{BASE}graph/a")
    days = ("2024-11-30", "2009-01-02", "2024-02-29")
    quads = [ox.Quad(ox.NamedNode(f"x:{n}"), day, ox.Literal(text), graph) for n, text in enumerate(days)]
    period = Graph().parse(data=described_as(tmp_path / "out", [quads]), format="turtle")
    assert [str(value) for value in period.objects(None, DCAT.startDate)] == ["2009-01-02"]
    assert [str(value) for value in period.objects(None, DCAT.endDate)] == ["2024-11-30"]
