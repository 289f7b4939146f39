"""Every shipped question gives its hand-checked answer on the fixture, in Oxigraph and in rdflib."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.query import ResultRow

from kgbuild.ask.binding import bind
from kgbuild.ask.library import find_question, list_questions
from kgbuild.ask.question import Parameter, ParameterType, Question
from kgbuild.ask.run import query_store, run_query

CASES = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))
QUESTIONS = list_questions()
COUNTS = {
    "actor-network",
    "aid-by-donor",
    "casualties-by-place",
    "contacts",
    "daily-counts",
    "displaced-by-month",
    "documents",
    "modality-counts",
    "names-by-publisher",
    "never-quoted",
    "operation-summary",
    "sanctions-by-imposer",
    "who-contradicts-whom",
}
EVIDENCE = {"sentence", "headline", "published", "publisher", "url"}
NOTHING = {
    ParameterType.EVENT_TYPE: "Protest",
    ParameterType.TEXT: "no such publisher",
}
MARKED = [(question, parameter) for question in QUESTIONS for parameter in question.parameters]


def case_name(case: dict[str, Any]) -> str:
    return f"{case['question']} {' '.join(case['parameters'])}".strip()


def cell_text(term: rdflib.term.Node | None) -> str | None:
    return None if term is None else str(term) or None


def rows_of(result: rdflib.query.Result) -> tuple[tuple[str | None, ...], ...]:
    if result.type == "CONSTRUCT":
        return tuple(sorted(tuple(str(term) for term in triple) for triple in result.graph or ()))
    return tuple(tuple(cell_text(cell) for cell in row) for row in result if isinstance(row, ResultRow))


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_question_gives_its_answer(case: dict[str, Any], store: ox.Store) -> None:
    table = run_query(store, find_question(case["question"]), case["parameters"])
    places = [table.columns.index(column) for column in case["columns"]]
    assert [[row[place] for place in places] for row in table.rows] == case["rows"]
    assert case["rows"]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_question_runs_alike_in_rdflib(case: dict[str, Any], store: ox.Store, plain_graph: rdflib.Graph) -> None:
    question = find_question(case["question"])
    text = bind(question, case["parameters"], partial(query_store, store))
    assert rows_of(plain_graph.query(text)) == query_store(store, text).rows


def test_every_question_has_an_answer_to_check() -> None:
    assert {case["question"] for case in CASES} == {question.name for question in QUESTIONS}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_question_is_described_and_runs_as_it_stands(question: Question, store: ox.Store) -> None:
    assert all((question.title, question.title_ar, question.question, question.question_ar, question.audience))
    table = query_store(store, question.text)
    assert table.columns == question.columns
    assert table.rows
    assert question.name in COUNTS or set(question.columns) >= EVIDENCE


@pytest.mark.parametrize(
    ("question", "parameter"), MARKED, ids=[f"{question.name} {parameter.name}" for question, parameter in MARKED]
)
def test_parameter_restricts(question: Question, parameter: Parameter, store: ox.Store) -> None:
    impossible = {"from": "9999", "to": "0001", "day": "0001", "km": "0"}.get(parameter.name)
    value = impossible or NOTHING.get(parameter.type, "https://example.org/nothing")
    required = {other.name: "https://w3id.org/kgbuild/id/actor/iran" for other in question.parameters if other.required}
    table = run_query(store, question, required | {parameter.name: value})
    assert table.rows == ()
    assert all(item.description for item in question.parameters)


def test_answer_is_the_same_from_named_graphs(named_graphs: ox.Store, store: ox.Store) -> None:
    question = find_question("casualties-by-place")
    assert run_query(named_graphs, question, {}) == run_query(store, question, {})
