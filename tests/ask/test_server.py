"""Questions to a real SPARQL server: Oxigraph, which ``pip install oxigraph`` brings."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest

from kgbuild.ask.endpoint import Endpoint, query_endpoint, run_on_endpoint
from kgbuild.ask.library import find_question
from kgbuild.ask.run import run_query
from kgbuild.errors import QueryError


@pytest.fixture(scope="module")
def server(store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of its query service, with the union of the graphs loaded as Turtle."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        pytest.skip("no oxigraph server (pip install oxigraph)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [program, "serve", "--location", str(tmp_path_factory.mktemp("server")), "--bind", address]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        load(f"http://{address}/store?default", store.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph()))
        yield f"http://{address}/query"
    finally:
        process.terminate()
        process.wait(timeout=10)


def load(url: str, turtle: bytes | None) -> None:
    request = Request(url, turtle, {"Content-Type": "text/turtle"}, method="PUT")
    for _ in range(100):
        try:
            with urlopen(request, timeout=10):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail("the oxigraph server does not answer")


@pytest.mark.parametrize(("name", "values"), [("seizures", {"place": "ادلب"}), ("evidence", {"entity": "الجيش"})])
def test_it_answers_as_the_store_does(name: str, values: dict[str, str], server: str, store: ox.Store) -> None:
    question = find_question(name)
    answer = run_on_endpoint(Endpoint(server), question, values)
    assert answer.rows
    assert answer == run_query(store, question, values)


def test_wrong_path(server: str) -> None:
    with pytest.raises(QueryError, match="HTTP 404"):
        query_endpoint(Endpoint(f"{server}/none"), "ASK {}")
