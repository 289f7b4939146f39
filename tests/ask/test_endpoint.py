"""Questions over HTTP: a SPARQL service on this machine's loopback, answered by Oxigraph, and ones that misbehave."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from kgbuild.ask.endpoint import Endpoint, query_endpoint, run_on_endpoint
from kgbuild.ask.library import find_question
from kgbuild.ask.run import query_store, run_query
from kgbuild.errors import QueryError

LOGIN = f"Basic {b64encode('قارئ:secret'.encode()).decode()}"


class Service(ThreadingHTTPServer):
    """Counts the queries that reach it."""

    daemon_threads = True
    store: ox.Store
    queries = 0
    accepted = ""


class Handler(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.queries += 1
        self.server.accepted = self.headers["Accept"]
        match self.path.removeprefix("/"):
            case status if status.isdigit():
                self._send(int(status), "text/plain", "خطأ في السطر 3\nmore".encode())
            case "page":
                self._send(200, "text/html", b"<html>hello</html>")
            case "page-404":
                self._send(404, "text/html", b"<html>no such page</html>")
            case "closed" if self.headers["Authorization"] != LOGIN:
                self._send(401, "text/plain", b"who are you?")
            case "short":
                self._send(200, "application/sparql-results+json", b"{", missing=9)
            case "slow":
                threading.Event().wait(3)
            case _:
                self._answer(form["query"][0])

    def _answer(self, text: str) -> None:
        answer = self.server.store.query(text)
        if isinstance(answer, ox.QueryTriples):
            self._send(200, "text/turtle", ox.serialize(answer, format=ox.RdfFormat.TURTLE) or b"")
        else:
            body = answer.serialize(format=ox.QueryResultsFormat.JSON)
            self._send(200, "application/sparql-results+json", body or b"")

    def _send(self, status: int, media_type: str, body: bytes, *, missing: int = 0) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body) + missing))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Stay silent: pytest shows what fails."""


@pytest.fixture
def service(store: ox.Store) -> Iterator[Service]:
    with Service(("127.0.0.1", 0), Handler) as server:
        server.store = store
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def endpoint(service: Service, path: str = "/query", timeout: int = 30) -> Endpoint:
    return Endpoint(f"http://127.0.0.1:{service.server_port}{path}", timeout)


@pytest.mark.parametrize(
    ("name", "values"),
    [("seizures", {"place": "ادلب"}), ("evidence", {"entity": "الجيش"}), ("casualties-by-place", {})],
)
def test_endpoint_answers_as_the_store_does(
    name: str, values: dict[str, str], service: Service, store: ox.Store
) -> None:
    question = find_question(name)
    assert run_on_endpoint(endpoint(service), question, values) == run_query(store, question, values)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?s a <https://w3id.org/kgbuild/ontology#Seizure> }",
        "CONSTRUCT { ?s <urn:p> ?t } { ?s <https://w3id.org/kgbuild/ontology#trigger> ?t }",
    ],
)
def test_endpoint_answers_other_forms(text: str, service: Service, store: ox.Store) -> None:
    assert query_endpoint(endpoint(service), text) == query_store(store, text)


@pytest.mark.parametrize(
    ("text", "reason"), [("SELECT ?s {\n?s }", "line 2"), ("DELETE WHERE { ?s ?p ?o }", "updates are refused")]
)
def test_bad_query_is_never_sent(text: str, reason: str, service: Service) -> None:
    with pytest.raises(QueryError, match=reason):
        query_endpoint(endpoint(service), text)
    assert service.queries == 0


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("400", "HTTP 400: the endpoint refused the query: خطأ في السطر 3$"),
        ("401", "HTTP 401: the endpoint refuses the user or password"),
        ("403", "HTTP 403"),
        ("404", "HTTP 404: there is no SPARQL endpoint"),
        ("page-404", "HTTP 404: there is no SPARQL endpoint at this address$"),
        ("500", "HTTP 500: the endpoint failed: خطأ"),
        ("503", "HTTP 503"),
        ("page", "not SPARQL results"),
        ("closed", "HTTP 401"),
        ("short", "cannot be reached"),
        ("slow", "no answer within 1 seconds"),
    ],
)
def test_trouble_at_the_endpoint_is_named(path: str, reason: str, service: Service) -> None:
    asked = Endpoint(f"http://127.0.0.1:{service.server_port}/{path}", 1, "قارئ", "hidden")
    with pytest.raises(QueryError, match=reason) as caught:
        query_endpoint(asked, "ASK {}")
    assert caught.value.where == asked.url
    assert "hidden" not in f"{caught.value} {caught.value.__cause__!r} {asked!r}"


def test_credentials_are_sent(service: Service) -> None:
    closed = Endpoint(f"http://127.0.0.1:{service.server_port}/closed", 30, "قارئ", "secret")
    assert query_endpoint(closed, "ASK {}").rows == (("true",),)


@pytest.mark.parametrize(
    ("text", "media_type"),
    [("ASK {}", "application/sparql-results+json"), ("CONSTRUCT WHERE { ?s <urn:p> ?o }", "text/turtle")],
)
def test_one_type_of_answer_is_asked_for(text: str, media_type: str, service: Service) -> None:
    query_endpoint(endpoint(service), text)
    assert service.accepted == media_type


def test_unreachable_endpoint_is_named() -> None:
    with Service(("127.0.0.1", 0), Handler) as closed:
        address = endpoint(closed)
    with pytest.raises(QueryError, match=r"cannot be reached: .*is it running"):
        query_endpoint(address, "ASK {}")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "query", "ftp://example.org/", "", "http://[", "http://reader:s3cret@a.org/"]
)
def test_addresses_that_are_refused_are_not_repeated(url: str) -> None:
    with pytest.raises(QueryError, match="address") as caught:
        Endpoint(url)
    assert "s3cret" not in str(caught.value)
