"""The client against a real SPARQL server, and against servers that misbehave."""

from __future__ import annotations

import base64
import shutil
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import Literal, NamedNode

from kgbuild.errors import StoreError
from kgbuild.store import Endpoint, remote_select

DATA = '<https://example.org/مدينة> <http://www.w3.org/2000/01/rdf-schema#label> "حماة"@ar, "Hama" .'
LABELS = """# title: labels
# columns: place label missing
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?place ?label ?missing WHERE {
  ?place rdfs:label ?label . FILTER(?label = "حماة"@ar)
  OPTIONAL { ?place rdfs:comment ?missing }
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The query service of an Oxigraph server, which `pip install oxigraph` brings."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        pytest.skip("no oxigraph server (pip install oxigraph)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    folder = tmp_path_factory.mktemp("server")
    command = [program, "serve", "--location", str(folder), "--bind", address]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _load(f"http://{address}")
        yield f"http://{address}/query"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _load(server: str) -> None:
    request = Request(f"{server}/store?default", DATA.encode(), {"Content-Type": "text/turtle"}, method="PUT")
    for _ in range(100):
        try:
            with urlopen(request, timeout=10):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail("the oxigraph server does not answer")


class _Misbehaving(BaseHTTPRequestHandler):
    """Answers with what its path asks for; remembers the last request's headers."""

    seen: dict[str, str] = {}  # noqa: RUF012

    def do_POST(self):  # noqa: N802
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).seen = dict(self.headers)
        kind = self.path.removeprefix("/")
        if kind == "slow":
            time.sleep(3)
        body = {"html": b"<html>", "ask": b'{"head": {}, "boolean": true}'}.get(kind, "خطأ\nmore".encode())
        self.send_response(int(kind) if kind.isdigit() else 200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body) + (9 if kind == "short" else 0)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def log_message(self, *_):
        """Keep the tests' output quiet."""


@pytest.fixture(scope="module")
def misbehaving():
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Misbehaving)
    thread = threading.Thread(target=httpd.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def test_rows_and_columns_of_a_real_server(server):
    columns, rows = remote_select(Endpoint(server), LABELS)
    assert columns == ("place", "label", "missing")
    assert rows == [(NamedNode("https://example.org/مدينة"), Literal("حماة", language="ar"), None)]


def test_no_rows_keep_their_columns(server):
    assert remote_select(Endpoint(server), "SELECT ?a ?b { ?a <http://x/none> ?b }") == (("a", "b"), [])


def test_refused_query_passes_on_what_the_server_says(server):
    with pytest.raises(StoreError, match=r"HTTP 400: .*expected"):
        remote_select(Endpoint(server), "SELECT ?a { ?a ?b }")


def test_wrong_path_of_a_real_server(server):
    with pytest.raises(StoreError, match="HTTP 404"):
        remote_select(Endpoint(server + "/none"), LABELS)


@pytest.mark.parametrize(("query", "reason"), [("ASK {}", "no rows"), ("INSERT DATA { <a:a> <a:a> 1 }", "update")])
def test_only_select_has_rows(server, query, reason):
    with pytest.raises(StoreError, match=reason):
        remote_select(Endpoint(server), query)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("400", "HTTP 400: the endpoint refuses the query: خطأ$"),
        ("401", "HTTP 401: the endpoint refuses the user or password"),
        ("403", "HTTP 403"),
        ("404", "HTTP 404"),
        ("500", "HTTP 500"),
        ("503", "HTTP 503"),
        ("html", "no SPARQL result"),
        ("ask", "no rows"),
        ("short", "cannot be reached"),
        ("slow", "no answer within 1 s"),
    ],
)
def test_bad_answers_are_store_errors(misbehaving, path, reason):
    endpoint = Endpoint(f"{misbehaving}/{path}", "user", "s3cret", timeout=1)
    with pytest.raises(StoreError, match=reason) as caught:
        remote_select(endpoint, LABELS)
    assert caught.value.where == endpoint.url
    assert "s3cret" not in f"{caught.value} {caught.value.__cause__!r} {endpoint!r}"


def test_unreachable_endpoint_is_a_store_error():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError, match="cannot be reached"):
        remote_select(Endpoint(f"http://127.0.0.1:{port}/query", timeout=2), LABELS)


def test_credentials_go_into_the_header(misbehaving):
    with pytest.raises(StoreError):
        remote_select(Endpoint(f"{misbehaving}/ask", "مستخدم", "s3cret"), LABELS)
    expected = base64.b64encode("مستخدم:s3cret".encode()).decode()
    assert _Misbehaving.seen["Authorization"] == f"Basic {expected}"
    assert _Misbehaving.seen["Accept"] == "application/sparql-results+json"


@pytest.mark.parametrize("url", ["http://user:s3cret@example.org/", "file:///etc/passwd", "example.org/query", ""])
def test_addresses_that_are_refused_are_not_repeated(url):
    with pytest.raises(StoreError) as caught:
        Endpoint(url)
    assert "s3cret" not in str(caught.value)
