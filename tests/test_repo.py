"""The parts of the project agree: ontology, labels, code, shapes, queries, docs, data files."""

from __future__ import annotations

import ast
import gzip
import re
import shutil
from functools import cache
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

import kgbuild
from kgbuild.ask.library import find_question, list_questions
from kgbuild.ask.run import parse_query, run_query, to_table
from kgbuild.derive import derive
from kgbuild.derive.terms import own_terms as derived_terms
from kgbuild.graph import vocabulary
from kgbuild.iris import KGB
from kgbuild.labels import EntityType, EventType, Modality, RelationType, Role, Stance
from kgbuild.merge.quads import own_terms as merged_terms
from kgbuild.merge_folder import merge_events
from kgbuild.resources import ontology_file
from kgbuild.store import load_union

ROOT = Path(__file__).parents[1]
QUESTIONS = [question.name for question in list_questions()]
LONGEST_FILE, LONGEST_README = 300, 150
# Questions about what no example tells, and the graph that does.
NOT_IN_EXAMPLES = {
    "aid": "gold_graph",
    "aid-by-donor": "gold_graph",
    "corroborated-events": "gold_graph",
    "denied-and-after": "story_graph",
    "first-reports": "gold_graph",
    "plans-and-after": "gold_graph",
}


@cache
def ontology() -> Graph:
    return Graph().parse(ontology_file("kgbuild.ttl"))


def declared(*kinds: URIRef) -> set[str]:
    return {str(term) for kind in kinds for term in ontology().subjects(RDF.type, kind) if str(term).startswith(KGB)}


def code_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


# Ontology and code


def test_every_term_of_the_code_is_declared():
    known = {str(term) for term in ontology().subjects(RDF.type, None)}
    assert vocabulary.own_terms() | derived_terms() | merged_terms() <= known


def test_every_declared_term_is_used_by_the_code():
    terms = declared(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    # What only holds others together: above the classes and properties that data have, or the class of a closed set.
    upper = {
        str(term) for over in (RDFS.subClassOf, RDFS.subPropertyOf, RDF.type) for term in ontology().objects(None, over)
    }
    used = vocabulary.own_terms() | derived_terms() | merged_terms()
    assert terms - upper - used <= {KGB + RelationType.HOLDS_POSITION.value}


@pytest.mark.parametrize("labels", [EntityType, EventType, Role, Stance, Modality, RelationType])
def test_every_label_is_a_term_and_no_code_names_another(labels):
    names = {label.value for label in labels} - {RelationType.HOLDS_POSITION.value}
    assert {KGB + name for name in names} <= vocabulary.own_terms()


def test_shapes_speak_of_declared_terms_only():
    shapes = Graph().parse(ontology_file("shapes.ttl"))
    known = {str(term) for term in ontology().subjects(RDF.type, None)}
    used = {str(term) for triple in shapes for term in triple if str(term).startswith(KGB)}
    # Shapes have names of their own.
    assert {term for term in used if not term.endswith("Shape")} <= known


@pytest.mark.parametrize("name", QUESTIONS)
def test_queries_speak_of_declared_terms_only(name):
    known = {str(term).removeprefix(KGB) for term in ontology().subjects(RDF.type, None)}
    assert set(re.findall(r"\bkgb:(\w+)", find_question(name).text)) <= known


# Queries


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_query_parses_and_is_described(name):
    question = find_question(name)
    assert to_table(parse_query(ox.Store(), question.text, name)).columns == question.columns
    assert all((question.title, question.title_ar, question.question, question.question_ar, question.audience))


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_query_is_documented(name):
    assert f"### {name}\n" in (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")


@cache
def union(folder: Path) -> ox.Store:
    """Return a build with all that merging and deriving make of it; the build itself is left as it was."""
    with TemporaryDirectory() as beside:
        copy = Path(shutil.copytree(folder, Path(beside, "out")))
        merge_events(copy)
        store = load_union(copy)
    store.bulk_extend([ox.Quad(quad.subject, quad.predicate, quad.object) for quad in derive(store)])
    return store


def answers(folder: Path, name: str) -> bool:
    """Whether a question has an answer in a graph; what it needs to know is taken from the graph."""
    store = union(folder)
    question = find_question(name)
    needed = [parameter for parameter in question.parameters if parameter.required]
    if not needed:
        return bool(run_query(store, question, {}).rows)
    labels = "SELECT DISTINCT ?thing { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?thing"
    things = [row[0].value for row in store.query(labels)]
    assert len(needed) == 1, "give this test values for a question that needs several"
    return any(run_query(store, question, {needed[0].name: thing}).rows for thing in things)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_query_answers_something(name, request):
    assert answers(request.getfixturevalue(NOT_IN_EXAMPLES.get(name, "example_graph")), name)


# Code, docs and data


@pytest.mark.parametrize("path", code_files("kgbuild"), ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_readme_stays_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= LONGEST_README


def test_every_room_says_what_it_is_for():
    rooms = [path for path in code_files("kgbuild") if path.name == "__init__.py"]
    silent = [str(path.parent) for path in rooms if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent


def test_public_names_are_there():
    assert dir(kgbuild) == sorted(kgbuild.__all__)
    for name in kgbuild.__all__:
        assert getattr(kgbuild, name)
    with pytest.raises(AttributeError, match="nothing_such"):
        kgbuild.nothing_such  # noqa: B018


def data_files() -> list[Path]:
    return sorted(path for folder in ROOT.glob("kgbuild/*/data") for path in folder.iterdir() if is_text(path))


def is_text(path: Path) -> bool:
    return bool({".tsv", ".txt", ".jsonl"} & set(path.suffixes))


@pytest.mark.parametrize("path", data_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_data_files_say_what_they_hold(path):
    read = gzip.open if path.suffix == ".gz" else open
    with read(path, "rt", encoding="utf-8") as lines:
        head = "".join(takewhile(lambda line: line.startswith("#"), lines)).lower()
    assert re.search(r"\b(source|sources|made by|counted by)\b", head), "no # comment that says where it comes from"


def test_nothing_of_the_project_names_a_place_outside_it():
    """Paths of one machine have no business in the project."""
    texts = [*code_files("kgbuild"), *code_files("scripts"), *ROOT.glob("docs/*.md"), ROOT / "README.md"]
    assert not [
        path for path in texts if re.search(r"(?<![\w.])/(?:home|root|work)/", path.read_text(encoding="utf-8"))
    ]
