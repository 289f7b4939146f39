"""A SPARQL endpoint over HTTP, through SPARQLWrapper (SPARQL 1.1 Protocol)."""

from __future__ import annotations

from ast import literal_eval
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results
from pyoxigraph import Triple as QuotedTriple
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import (
    EndPointInternalError,
    EndPointNotFound,
    QueryBadFormed,
    SPARQLWrapperException,
    Unauthorized,
)

from kgbuild.errors import StoreError

Term = NamedNode | BlankNode | Literal | QuotedTriple
Row = tuple[Term | None, ...]
"""The values of one solution, in the order of the columns; ``None`` where unbound."""

# Characters of a server's complaint that are passed on; some answer with a whole page.
_SHOWN = 300

_REASONS: dict[type[SPARQLWrapperException], str] = {
    Unauthorized: "HTTP 401: the endpoint refuses the user or password",
    EndPointNotFound: "HTTP 404: there is no SPARQL endpoint at this address",
    QueryBadFormed: "HTTP 400: the endpoint refuses the query",
    EndPointInternalError: "HTTP 500: the endpoint failed",
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to send queries.

    Attributes:
        url: address of the query service, http or https, without user and password.
        user, password: for HTTP basic authentication; never shown.
        timeout: seconds to wait for an answer.
    """

    url: str
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    timeout: int = 60

    def __post_init__(self) -> None:
        """Refuse an address that is none, or one that would put a password into messages.

        Raises:
            StoreError: see above; the address is not repeated.
        """
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise StoreError("an endpoint's address must begin with http:// or https://")
        if parts.username is not None:
            raise StoreError("an endpoint's address must not hold a user or password", hint="give them apart")


def remote_select(endpoint: Endpoint, query: str) -> tuple[tuple[str, ...], list[Row]]:
    """Send a SELECT query; return the names of the columns, and the rows.

    Raises:
        StoreError: the endpoint cannot be reached, takes longer than the timeout,
            answers with an HTTP error, or with something that is no SELECT result.
    """
    answer = _post(endpoint, query)
    try:
        results = parse_query_results(answer, format=QueryResultsFormat.JSON)
        if isinstance(results, QuerySolutions):
            columns = tuple(variable.value for variable in results.variables)
            return columns, [tuple(solution) for solution in results]
    except (SyntaxError, ValueError) as error:
        raise StoreError("the answer is no SPARQL result in JSON", where=endpoint.url) from error
    raise StoreError("the answer has no rows", where=endpoint.url, hint="only SELECT queries have")


def _post(endpoint: Endpoint, query: str) -> bytes:
    client = _client(endpoint)
    client.setQuery(query)
    if client.isSparqlUpdateRequest():
        raise StoreError("an update is not sent", where=endpoint.url, hint="only SELECT queries are")
    try:
        with client.query().response as response:
            answer: bytes = response.read()
    except SPARQLWrapperException as error:
        raise StoreError(_reason(error), where=endpoint.url) from error
    except HTTPError as error:
        error.close()  # it is also the answer, and holds the connection
        raise StoreError(f"HTTP {error.code}: {error.reason}", where=endpoint.url) from error
    except TimeoutError as error:
        raise StoreError(f"no answer within {endpoint.timeout} s", where=endpoint.url) from error
    except (OSError, HTTPException) as error:
        raise StoreError(f"cannot be reached: {error}", where=endpoint.url) from error
    return answer


def _client(endpoint: Endpoint) -> SPARQLWrapper:
    client = SPARQLWrapper(endpoint.url, returnFormat=JSON, agent="kgbuild")
    client.setTimeout(endpoint.timeout)
    # A GET would put the query, six bytes an Arabic letter, into an address of limited length.
    client.setMethod(POST)
    # Some servers answer SPARQLWrapper's own list of types with plain JSON.
    client.addCustomHttpHeader("Accept", "application/sparql-results+json")
    if endpoint.user is not None and endpoint.password is not None:
        client.setCredentials(endpoint.user, endpoint.password)
    return client


def _reason(error: SPARQLWrapperException) -> str:
    """Say what the status means; of a refused query also the first line of what the server says is wrong."""
    reason = _REASONS.get(type(error), str(error))
    # SPARQLWrapper keeps the answer only as the repr of its bytes, at the end of its message.
    _, _, body = str(error).partition("Response:\n")
    if not isinstance(error, QueryBadFormed) or not body:
        return reason
    answer: bytes = literal_eval(body)
    return f"{reason}: {answer.decode('utf-8', 'replace').strip().partition(chr(10))[0][:_SHOWN]}"
