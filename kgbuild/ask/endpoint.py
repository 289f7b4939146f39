"""Run a question on a remote SPARQL endpoint, by the SPARQL 1.1 protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPException
from urllib.parse import urlsplit

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from kgbuild.ask.binding import bind
from kgbuild.ask.question import Question
from kgbuild.ask.run import parse_query, to_table
from kgbuild.ask.table import Table
from kgbuild.errors import QueryError


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask.

    Attributes:
        url: address of the query service, ``http`` or ``https``. Its default graph must hold the
            exported Turtle, or be the union of the named graphs. (``oxigraph serve
            --union-default-graph`` repeats triples: load the Turtle there.)
        timeout: seconds to wait for an answer.
        user, password: for HTTP Basic authentication, where the service asks for it.
    """

    url: str
    timeout: int = 60
    user: str | None = None
    password: str | None = field(default=None, repr=False)


def run_on_endpoint(endpoint: Endpoint, question: Question, params: Mapping[str, str]) -> Table:
    """Answer ``question`` by ``endpoint``, which also resolves the names in ``params``.

    Raises:
        QueryError: a bad value or query, or an endpoint that is unreachable, slow, or answers with an error.
    """
    select = partial(query_endpoint, endpoint)
    return query_endpoint(endpoint, bind(question, params, select), where=question.name)


def query_endpoint(endpoint: Endpoint, text: str, *, where: str | None = None) -> Table:
    """Run the text of a query on ``endpoint``; ``where`` names it in errors.

    Raises:
        QueryError: as :func:`run_on_endpoint`.
    """
    # Parsed here first: an update or a slip of the pen is refused with its line, and never sent.
    kind = parse_query(ox.Store(), text, where)
    body = _send(endpoint, text, triples=isinstance(kind, ox.QueryTriples))
    try:
        if isinstance(kind, ox.QueryTriples):
            return _triples(body)
        return to_table(ox.parse_query_results(body, ox.QueryResultsFormat.JSON))
    except (SyntaxError, ValueError) as error:
        hint = "is it the address of a query service?"
        raise QueryError(f"the answer is not SPARQL results: {error}", where=endpoint.url, hint=hint) from error


def _send(endpoint: Endpoint, text: str, *, triples: bool) -> bytes:
    if urlsplit(endpoint.url).scheme not in {"http", "https"}:
        raise QueryError("not the address of an endpoint", where=endpoint.url, hint="give one that starts with http")
    service = SPARQLWrapper(endpoint.url)
    if endpoint.user is not None:
        service.setCredentials(endpoint.user, endpoint.password or "")
    service.setQuery(text)
    service.setMethod(POST)
    service.setReturnFormat(TURTLE if triples else JSON)
    service.setTimeout(endpoint.timeout)
    try:
        body: bytes = service.query().response.read()
    except SPARQLWrapperException as error:
        raise QueryError(f"the endpoint refused the query: {error}", where=endpoint.url) from error
    except TimeoutError as error:
        hint = "narrow the question, or give it more time"
        raise QueryError(f"no answer within {endpoint.timeout} seconds", where=endpoint.url, hint=hint) from error
    except (OSError, HTTPException) as error:
        raise QueryError(f"cannot be reached: {error}", where=endpoint.url, hint="is it running?") from error
    return body


def _triples(body: bytes) -> Table:
    store = ox.Store()
    store.load(body, format=ox.RdfFormat.TURTLE)
    return to_table(parse_query(store, "CONSTRUCT WHERE { ?s ?p ?o }", None))
