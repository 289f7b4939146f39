"""Run a question on a remote SPARQL endpoint, by the SPARQL 1.1 protocol (through SPARQLWrapper)."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import (
    EndPointInternalError,
    EndPointNotFound,
    QueryBadFormed,
    SPARQLWrapperException,
    Unauthorized,
)

from kgbuild.ask.binding import bind
from kgbuild.ask.question import Question
from kgbuild.ask.run import parse_query, to_table
from kgbuild.ask.table import Table
from kgbuild.errors import QueryError

# Characters of a server's complaint that are passed on; some answer with a whole page.
_SHOWN = 300
_REASONS: dict[type[SPARQLWrapperException], str] = {
    Unauthorized: "HTTP 401: the endpoint refuses the user or password",
    EndPointNotFound: "HTTP 404: there is no SPARQL endpoint at this address",
    QueryBadFormed: "HTTP 400: the endpoint refused the query",
    EndPointInternalError: "HTTP 500: the endpoint failed",
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask.

    Attributes:
        url: address of the query service, ``http`` or ``https``, without user and password. Its
            default graph must hold the exported Turtle, or be the union of the named graphs.
            (``oxigraph serve --union-default-graph`` repeats triples: load the Turtle there.)
        timeout: seconds to wait for an answer.
        user, password: for HTTP Basic authentication, where the service asks for it; never shown.

    Raises:
        QueryError: the address is none, or would put a password into messages; it is not repeated.
    """

    url: str
    timeout: int = 60
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Refuse an address before anything is sent to it."""
        try:
            parts = urlsplit(self.url)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise QueryError("not the address of an endpoint", hint="give one that starts with http:// or https://")
        if parts.username is not None:
            raise QueryError("an endpoint's address must not hold a user or password", hint="give them apart")


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
    service = _service(endpoint, triples=triples)
    service.setQuery(text)
    try:
        with service.query().response as response:
            body: bytes = response.read()
    except SPARQLWrapperException as error:
        raise QueryError(_reason(error), where=endpoint.url) from error
    except HTTPError as error:
        error.close()  # it is also the answer, and holds the connection
        raise QueryError(f"HTTP {error.code}: {error.reason}", where=endpoint.url) from error
    except TimeoutError as error:
        hint = "narrow the question, or give it more time"
        raise QueryError(f"no answer within {endpoint.timeout} seconds", where=endpoint.url, hint=hint) from error
    except (OSError, HTTPException) as error:
        raise QueryError(f"cannot be reached: {error}", where=endpoint.url, hint="is it running?") from error
    return body


def _service(endpoint: Endpoint, *, triples: bool) -> SPARQLWrapper:
    service = SPARQLWrapper(endpoint.url, returnFormat=TURTLE if triples else JSON, agent="kgbuild")
    service.setTimeout(endpoint.timeout)
    # A GET would put the query, six bytes an Arabic letter, into an address of limited length.
    service.setMethod(POST)
    # Some servers answer SPARQLWrapper's own list of types with plain JSON.
    service.addCustomHttpHeader("Accept", "text/turtle" if triples else "application/sparql-results+json")
    if endpoint.user is not None:
        service.setCredentials(endpoint.user, endpoint.password or "")
    return service


def _reason(error: SPARQLWrapperException) -> str:
    """Say what the status means, and the first line of what the server says, unless that is a page."""
    reason = _REASONS.get(type(error), str(error).partition("\n")[0])
    # SPARQLWrapper keeps the answer only as the repr of its bytes, at the end of its message.
    _, _, written = str(error).partition("Response:\n")
    answer: bytes = literal_eval(written) if written else b""
    line = answer.decode("utf-8", "replace").strip().partition("\n")[0]
    return f"{reason}: {line[:_SHOWN]}" if line and not line.startswith("<") else reason


def _triples(body: bytes) -> Table:
    store = ox.Store()
    store.load(body, format=ox.RdfFormat.TURTLE)
    return to_table(parse_query(store, "CONSTRUCT WHERE { ?s ?p ?o }", None))
