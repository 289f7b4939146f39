from __future__ import annotations

import pyoxigraph as ox
import pytest

from kgbuild.ask.question import parse_question
from kgbuild.ask.run import query_store, run_query
from kgbuild.errors import QueryError


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (1 UNDEF '') } }", ("a", "b", "c"), (("1", None, None),)),
        ("ASK { ?s a <https://w3id.org/kgbuild/ontology#Seizure> }", ("answer",), (("true",),)),
        ("ASK { ?s a <urn:x> }", ("answer",), (("false",),)),
        (
            "CONSTRUCT { <urn:b> <urn:p> 1 . <urn:a> <urn:p> 'x'@ar } {}",
            ("subject", "predicate", "object"),
            (("urn:a", "urn:p", "x"), ("urn:b", "urn:p", "1")),
        ),
    ],
)
def test_each_form_of_query_gives_a_table(
    text: str, columns: tuple[str, ...], rows: tuple[tuple[str | None, ...], ...], store: ox.Store
) -> None:
    table = query_store(store, text)
    assert (table.columns, table.rows) == (columns, rows)


def test_own_query_sees_the_union_and_the_graphs(named_graphs: ox.Store) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?s <http://www.w3.org/2000/01/rdf-schema#label> 'المدنيون'@ar }"
    assert run_query(named_graphs, parse_question("own", text), {}).rows == (("1",),)
    text = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://www.w3.org/2000/01/rdf-schema#label> 'المدنيون'@ar } }"
    assert run_query(named_graphs, parse_question("own", text), {}).rows == (("3",),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT ?s {\n ?s ?p }", "own, line 2, column 9: not SPARQL: expected"),
        ("SELECT ?s { ?s x:p ?o }", "own, line 1, .*not SPARQL"),
        ("", "not SPARQL"),
        ("PREFIX a: <urn:a>\n# a comment\nINSERT DATA { a:a a:b a:c }", "own: updates are refused"),
        ("DROP ALL", "updates are refused"),
        ("CLEAR DEFAULT", "updates are refused"),
    ],
)
def test_bad_query_is_refused(text: str, reason: str, store: ox.Store) -> None:
    before = len(store)
    with pytest.raises(QueryError, match=reason):
        run_query(store, parse_question("own", text), {})
    assert len(store) == before


def test_query_that_fails_while_it_runs_is_reported(store: ox.Store) -> None:
    with pytest.raises(QueryError, match="the query failed"):
        query_store(store, "SELECT * { SERVICE <ftp://127.0.0.1/> { ?s ?p ?o } }")
