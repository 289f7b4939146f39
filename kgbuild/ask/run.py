"""Run a question on an embedded store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

import pyoxigraph as ox

from kgbuild.ask.binding import bind
from kgbuild.ask.question import Question
from kgbuild.ask.table import TRIPLE_COLUMNS, Table
from kgbuild.ask.union import union_of
from kgbuild.errors import QueryError

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<reason>.*)", re.DOTALL)
_UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|(?:PREFIX|BASE)\b[^\n]*\n)*(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)


def run_query(store: ox.Store, question: Question, params: Mapping[str, str]) -> Table:
    """Answer ``question`` from all graphs of ``store`` together.

    Args:
        store: the graph. A named graph remains reachable by ``GRAPH``; who asks several
            questions hands in ``union_of(store)`` (:mod:`kgbuild.ask.union`), which is then made once.
        question: from :func:`kgbuild.ask.library.find_question`.
        params: name of a parameter -> what was typed.

    Raises:
        QueryError: a bad value, a query that does not parse, or one that fails while it runs.
    """
    whole = union_of(store)
    return query_store(whole, bind(question, params, partial(query_store, whole)), where=question.name)


def query_store(store: ox.Store, text: str, *, where: str | None = None) -> Table:
    """Run the text of a SELECT, ASK, CONSTRUCT or DESCRIBE query on the default graph of ``store``.

    ``where`` names the query in errors.

    Raises:
        QueryError: the text is an update, does not parse, or fails while it runs.
    """
    answer = parse_query(store, text, where)
    try:
        return to_table(answer)
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}", where=where) from error


def parse_query(store: ox.Store, text: str, where: str | None) -> Answer:
    """Parse ``text`` and start it; rows are computed as they are read.

    Raises:
        QueryError: the text is an update or does not parse; says the line.
    """
    try:
        return store.query(text)
    except SyntaxError as error:
        if _UPDATE.match(text):
            raise QueryError("updates are refused", where=where, hint="ask with SELECT, ASK or CONSTRUCT") from error
        raise _syntax_error(str(error), where) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}", where=where) from error


def to_table(answer: Answer) -> Table:
    """Return solutions as rows, a yes or no as one cell, triples as three sorted columns."""
    if isinstance(answer, ox.QueryBoolean):
        return Table(("answer",), (("true" if answer else "false",),))
    if isinstance(answer, ox.QueryTriples):
        triples = sorted(set(answer), key=_triple_cells)
        return Table(TRIPLE_COLUMNS, tuple(_triple_cells(triple) for triple in triples), tuple(triples))
    columns = tuple(variable.value for variable in answer.variables)
    return Table(columns, tuple(tuple(_cell(term) for term in solution) for solution in answer))


def _triple_cells(triple: ox.Triple) -> tuple[str, str, str]:
    return _cell(triple.subject) or "", _cell(triple.predicate) or "", _cell(triple.object) or ""


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str | None:
    """An unbound variable and an empty text both say that there is nothing."""
    match term:
        case None:
            return None
        case ox.NamedNode() | ox.Literal():
            return term.value or None
        case _:
            return str(term)


def _syntax_error(message: str, where: str | None) -> QueryError:
    match = _PLACE.fullmatch(message)
    if match is None:
        return QueryError(f"not SPARQL: {message}", where=where)
    place = f"line {match['line']}, column {match['column']}"
    return QueryError(f"not SPARQL: {match['reason']}", where=f"{where}, {place}" if where else place)
