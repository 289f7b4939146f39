"""Names in the asker's language: each shipped question keeps to the form that is rewritten, and answers as before."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kgbuild.ask.binding import bind
from kgbuild.ask.language import Language, named_in
from kgbuild.ask.library import find_question, list_questions
from kgbuild.ask.question import Question, parse_question
from kgbuild.ask.run import query_store, run_query

CASES = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))
QUESTIONS = list_questions()
# Columns that hold names of actors, places and operations and nothing else (a source may be an Arabic outlet).
NAMES = frozenset(
    {"actor_name", "agent", "agents", "body_name", "controller_name", "donor", "facility", "gained_by", "holder_name"}
    | {"imposer", "lost_by", "operation_name", "operations", "place_name", "places", "receiver", "sanctioned"}
    | {"supported_name", "supporter_name", "target_name", "targets", "within"}
)
THINGS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX x: <https://example.org/>
"""
DATA = f"""{THINGS}
x:all x:has x:english, x:romanised, x:arabic .
x:english rdfs:label "سوريا"@ar, "Suriya"@AR-latn, "Syria"@en .
x:romanised rdfs:label "مورك"@ar, "Mork"@ar-Latn, "Mourek"@fr .
x:arabic rdfs:label "سراقب"@ar, "Sarakeb"@fr .
"""


@pytest.mark.parametrize(
    "pattern", ["?x rdfs:label ?name .", "?x x:has/rdfs:label ?name .", "x:all x:has ?x . ?x rdfs:label ?name ."]
)
@pytest.mark.parametrize(
    ("language", "names"),
    [(Language.ENGLISH, {"Syria", "Mork", "سراقب"}), (Language.ARABIC, {"سوريا", "مورك", "سراقب"})],
)
def test_the_best_label_that_there_is_is_taken(pattern: str, language: Language, names: set[str]) -> None:
    text = f'{THINGS} SELECT ?name WHERE {{ {pattern} FILTER(LANG(?name) = "ar") }}'
    asked = named_in(parse_question("own", text), language)
    store, graph = ox.Store(), rdflib.Graph()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    assert {row[0] for row in query_store(store, asked.text).rows} == names
    graph.parse(data=DATA)
    assert sorted(str(row[0]) for row in graph.query(asked.text)) == sorted(names)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_questions_ask_for_names_in_the_form_that_is_rewritten(question: Question) -> None:
    rewritten = named_in(question, Language.ENGLISH).text
    assert rewritten.count('"en"') == question.text.count("LANG(") * 3
    assert named_in(question, Language.ARABIC) is question


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['question']} {' '.join(case['parameters'])}".strip())
def test_an_answer_in_english_has_the_same_rows_with_no_arabic_name(
    case: dict[str, Any], store: ox.Store, plain_graph: rdflib.Graph
) -> None:
    question = named_in(find_question(case["question"]), Language.ENGLISH)
    text = bind(question, case["parameters"], partial(query_store, store))
    table = query_store(store, text)
    assert len(table.rows) == len(case["rows"])
    named = [cell for row in table.rows for column, cell in zip(table.columns, row, strict=True) if column in NAMES]
    assert [name for name in named if name and re.search("[\u0621-\u064a]", name)] == []
    result = plain_graph.query(text)
    assert len(result.graph if result.type == "CONSTRUCT" else result) == len(table.rows)


def test_names_in_latin_letters(store: ox.Store) -> None:
    table = run_query(store, named_in(find_question("seizures"), Language.ENGLISH), {"place": "Mork"})
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert row["place_name"] == "Mork"
    assert row["agents"] == "Al-Fasail al-Musallaha"
    assert row["operations"] == "Rad al-Adwan"
    assert row["denied_by"] == "Syrian Army"
