"""The three files: the same graph in each, the same bytes always, and all or nothing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, parse
from rdflib.compare import isomorphic

from kgbuild.errors import StoreError
from kgbuild.iris import BASE
from kgbuild.store import GraphWriter
from kgbuild.store import writer as writer_module

NAMES = {"graph.nq", "graph.trig", "graph.ttl"}


@pytest.fixture
def written(tmp_path, documents) -> Path:
    return _write(tmp_path / "out", documents)


def _write(folder, documents, **options) -> Path:
    with GraphWriter(folder, **options) as writer:
        for quads in documents:
            writer.add(quads)
    return folder


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_every_file_holds_the_graph(written, documents):
    quads = {quad for document in documents for quad in document}
    assert {file.name for file in written.iterdir()} == NAMES
    assert set(parse(path=written / "graph.nq")) == quads
    assert set(parse(path=written / "graph.trig")) == quads
    triples = list(parse(path=written / "graph.ttl"))
    assert {quad.triple for quad in triples} == {quad.triple for quad in quads}
    assert len(triples) == len(set(triples))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
def test_rdflib_reads_the_same(written, documents):
    quads = {quad for document in documents for quad in document}
    datasets = [rdflib.Dataset().parse(written / name, format=kind) for name, kind in _RDFLIB.items()]
    assert [len(list(dataset.quads())) for dataset in datasets] == [len(quads), len(quads)]
    union, turtle = rdflib.Graph(), rdflib.Graph().parse(written / "graph.ttl")
    for subject, predicate, value, _ in datasets[0].quads():
        union.add((subject, predicate, value))
    assert len(turtle) == len({quad.triple for quad in quads})
    assert isomorphic(union, turtle)


_RDFLIB = {"graph.nq": "nquads", "graph.trig": "trig"}


def test_quads_are_counted_once(tmp_path, documents):
    with GraphWriter(tmp_path) as writer:
        for quads in documents * 2:
            writer.add(quads)
    assert writer.quads == sum(map(len, documents))


def test_n_quads_are_sorted_by_graph_then_subject_with_the_type_first(written):
    quads = list(parse(path=written / "graph.nq"))
    keys = [
        (quad.graph_name.value, quad.subject.value, not quad.predicate.value.endswith("#type"), str(quad.predicate))
        for quad in quads
    ]
    assert keys == sorted(keys)


def test_turtle_is_neat(written):
    text = (written / "graph.ttl").read_text(encoding="utf-8")
    block = (
        "<event/a> a kgb:Seizure ;\n"
        "  owl:sameAs <https://example.org/حدث/1(a),b;c#d.e> ;\n"
        "  kgb:agent <actor/x> ;\n"
        "  kgb:confidence 0.87 ;\n"
        "  kgb:count 4 ;\n"
        '  kgb:date "2024-11"^^xsd:gYearMonth .\n'
    )
    assert f"\n{block}\n" in text
    assert text.count("\n<actor/x> ") == 1


def test_bytes_do_not_depend_on_order_or_on_runs(tmp_path, documents, monkeypatch):
    expected = _bytes(_write(tmp_path / "one", documents))
    shuffled = [quad for document in documents for quad in document]
    random.Random(7).shuffle(shuffled)
    small = writer_module.LineSorter
    monkeypatch.setattr(writer_module, "LineSorter", lambda folder: small(folder, budget=300))
    assert _bytes(_write(tmp_path / "two", [shuffled])) == expected


_SCRIPT = """
import sys
from pathlib import Path
from pyoxigraph import parse
from kgbuild.store import GraphWriter
with GraphWriter(Path(sys.argv[2])) as writer:
    writer.add(set(parse(path=sys.argv[1])))
"""


def test_bytes_do_not_depend_on_the_hash_seed(written, tmp_path):
    outputs = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        command = [sys.executable, "-c", _SCRIPT, str(written / "graph.nq"), str(folder)]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
        outputs.append(_bytes(folder))
    assert outputs == [_bytes(written)] * 2


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
@pytest.mark.parametrize("moment", ["add", "finish"])
def test_an_interrupted_build_leaves_the_old_files(written, documents, monkeypatch, error, moment):
    before = _bytes(written)

    def fail(*_, **__):
        raise error

    if moment == "finish":
        monkeypatch.setattr(writer_module, "turtle_blocks", fail)
    with pytest.raises(error), GraphWriter(written) as writer:  # noqa: PT012
        writer.add(documents[0])
        if moment == "add":
            fail()
    assert _bytes(written) == before


_LIMITED = """
import resource, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kgbuild.errors import StoreError
from kgbuild.store import GraphWriter, writer
from kgbuild.store.sorting import LineSorter
limit, budget = int(sys.argv[2]), int(sys.argv[3])
writer.LineSorter = lambda folder: LineSorter(folder, budget=budget)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
node = NamedNode("https://w3id.org/kgbuild/id/actor/x")
try:
    with GraphWriter(Path(sys.argv[1])) as made:
        made.add(Quad(node, node, Literal(f"{n}" * 50), node) for n in range(3000))
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
@pytest.mark.parametrize(("budget", "place"), [(10**9, "graph.nq: "), (200_000, ": ")])
def test_a_disk_without_room_is_a_store_error_and_leaves_the_old_files(written, budget, place):
    """A limit on file size fails as a full disk does: write(2) returns an error half-way."""
    before = _bytes(written)
    command = [sys.executable, "-c", _LIMITED, str(written), "100000", str(budget)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"{place}File too large" in done.stdout
    assert str(written) in done.stdout
    assert _bytes(written) == before


def test_a_folder_that_cannot_be_made_is_a_store_error(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(StoreError) as caught, GraphWriter(file / "out"):
        pass
    assert caught.value.where == str(file / "out")


@pytest.mark.parametrize(
    "position",
    [
        {"subject": BlankNode("b")},
        {"object": BlankNode("b")},
        {"graph_name": DefaultGraph()},
        {"graph_name": BlankNode("b")},
    ],
)
def test_blank_nodes_and_the_default_graph_are_refused(tmp_path, position):
    node = NamedNode(f"{BASE}actor/x")
    parts = {"subject": node, "predicate": node, "object": node, "graph_name": node} | position
    with pytest.raises(ValueError, match="blank node"), GraphWriter(tmp_path) as writer:
        writer.add([Quad(*parts.values())])


def test_an_empty_build_gives_empty_graphs(tmp_path):
    _write(tmp_path, [])
    assert {name for name in NAMES if list(parse(path=tmp_path / name))} == set()
    assert {file.name for file in tmp_path.iterdir()} == NAMES


def test_short_names_follow_the_base(tmp_path):
    node = NamedNode("https://example.org/kg/actor/x")
    _write(tmp_path, [[Quad(node, node, node, node)]], base="https://example.org/kg/")
    assert "\n<actor/x> <actor/x> <actor/x> .\n" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
