from __future__ import annotations

import pytest

from kgbuild.ask.library import list_questions
from kgbuild.ask.question import Audience, Parameter, ParameterType, names_graphs, parse_question
from kgbuild.errors import QueryError

TEXT = """\
# title: Seizures
# title-ar: السيطرة
# question: What was seized?
# question-ar: ما الذي سُيطر عليه؟
# audience: historian
# parameter: place place — where; in any spelling
# parameter: limit integer = 10 — number of rows
# parameter: day date? — the day
# columns: place day
SELECT ?place ?day {
  VALUES ?place { UNDEF } VALUES ?limit { UNDEF } VALUES $day { UNDEF } values ?extra {undef}
}
# title: not a header any more
"""


def test_header_is_read() -> None:
    question = parse_question("seizures", TEXT)
    assert (question.title, question.title_ar) == ("Seizures", "السيطرة")
    assert (question.question, question.question_ar) == ("What was seized?", "ما الذي سُيطر عليه؟")
    assert question.audience is Audience.HISTORIAN
    assert question.columns == ("place", "day")
    assert question.text == TEXT


def test_parameters_are_read_with_those_that_only_a_marker_names() -> None:
    assert parse_question("seizures", TEXT).parameters == (
        Parameter("place", ParameterType.PLACE, True, None, "where; in any spelling"),
        Parameter("limit", ParameterType.INTEGER, False, "10", "number of rows"),
        Parameter("day", ParameterType.DATE, False, None, "the day"),
        Parameter("extra", ParameterType.VALUE, False),
    )


def test_query_without_header_is_a_question() -> None:
    question = parse_question("own", "SELECT * { ?s ?p ?o }")
    assert (question.title, question.audience, question.parameters, question.columns) == ("", None, (), ())


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("# parameter: place", "cannot read the parameter 'place'"),
        ("# parameter: place village — where", "no ParameterType is called 'village'"),
        ("# parameter: place place — where", "no place for 'place'"),
        ("# audience: poets", "no Audience is called 'poets'"),
    ],
)
def test_bad_header_is_refused(header: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        parse_question("own", f"{header}\nASK {{}}")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", True),
        ("select * from <http://x/g> where { ?s ?p ?o }", True),
        ("# parameter: from date? - first day\nSELECT * { ?s kgb:from ?from }", False),
        ("SELECT * { VALUES ?graph { UNDEF } ?s ?p $from }", False),
    ],
)
def test_a_query_that_names_graphs_is_told_from_one_that_does_not(text: str, apart: bool) -> None:
    assert names_graphs(text) is apart


def test_no_shipped_question_names_graphs() -> None:
    assert not any(names_graphs(question.text) for question in list_questions())
