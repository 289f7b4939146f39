"""What is typed reaches the query as a term, whatever it looks like."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib

from kgbuild.ask.binding import bind
from kgbuild.ask.library import find_question
from kgbuild.ask.names import Ask
from kgbuild.ask.question import parse_question
from kgbuild.ask.run import run_query
from kgbuild.ask.table import Table
from kgbuild.errors import QueryError

ECHO = "# parameter: given {type}? — what is typed\nSELECT ?given {{ VALUES ?given {{ UNDEF }} }}"
HOSTILE = [
    '" } ?s ?p ?o . FILTER("" = "',
    '"@ar } UNION { ?s ?p ?given } #',
    "' } INSERT DATA { <a:a> <a:b> <a:c> } #",
    "back\\slash\\",
    'two\nlines\r"\t',
    "VALUES ?given { UNDEF }",
    "<https://example.org/> } SERVICE <https://example.org/> { ?s ?p ?o",
    "«نص» \u202b عربي \u202c",
]
ESCAPES = ["\\u0022 } #", "\\\\u0022 } #", "\\u005c\\u0022 } #"]


def no_names(_: str) -> Table:
    raise AssertionError("no name to look up")


@pytest.mark.parametrize("typed", HOSTILE + ESCAPES)
def test_text_arrives_as_typed(typed: str) -> None:
    question = parse_question("echo", ECHO.format(type="text"))
    assert run_query(ox.Store(), question, {"given": typed}).rows == ((typed.strip(),),)


@pytest.mark.parametrize("typed", HOSTILE + ESCAPES)
def test_text_stays_one_value_in_rdflib(typed: str) -> None:
    text = bind(parse_question("echo", ECHO.format(type="text")), {"given": typed}, no_names)
    assert len(list(rdflib.Graph().query(text))) == 1


@pytest.mark.parametrize("kind", ["iri", "actor", "place", "value"])
@pytest.mark.parametrize("typed", ["<https://example.org/> } #", "https://example.org/a b", "<a:b>\n<c:d>", "<x>"])
def test_bad_iri_is_refused(kind: str, typed: str) -> None:
    with pytest.raises(QueryError, match="absolute IRI"):
        bind(parse_question("echo", ECHO.format(type=kind)), {"given": typed}, no_names)


@pytest.mark.parametrize("parameter", ["place", "actor", "operation", "from", "kind", "target"])
def test_hostile_value_of_a_shipped_question_is_refused(parameter: str, store: ox.Store) -> None:
    before = len(store)
    for typed in HOSTILE:
        with pytest.raises(QueryError):
            run_query(store, find_question("events"), {parameter: typed})
    assert len(store) == before


def test_every_marker_of_a_parameter_is_filled(store: ox.Store) -> None:
    question = parse_question("two", "SELECT * {{ VALUES ?a {UNDEF} } UNION { values $a { undef } } }")
    assert run_query(store, question, {"a": "7"}).rows == (("7",), ("7",))


def test_name_of_several_entities_stands_for_all(store: ox.Store) -> None:
    def ask(_: str) -> Table:
        return Table(("thing", "name"), (("a:b", "حماة"), ("a:c", "حماه")))

    text = bind(parse_question("echo", ECHO.format(type="place")), {"given": "حماة"}, ask)
    assert "VALUES ?given { <a:b> <a:c> }" in text


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, r"place-timeline: a value is missing .*place=… \(place: "),
        ({"place": "  "}, "a value is missing"),
        ({"place": "حماة", "month": "3"}, "no parameter 'month' .*it has: place, from, to"),
    ],
)
def test_missing_and_unknown_parameters_are_named(values: dict[str, str], reason: str) -> None:
    ask: Ask = no_names
    with pytest.raises(QueryError, match=reason):
        bind(find_question("place-timeline"), values, ask)


def test_default_stands_in() -> None:
    question = parse_question("d", "# parameter: n integer = 3 — number\nSELECT ?n { VALUES ?n { UNDEF } }")
    assert run_query(ox.Store(), question, {}).rows == (("3",),)
    assert run_query(ox.Store(), question, {"n": "4"}).rows == (("4",),)
