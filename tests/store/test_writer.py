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
from kgbuild.store import GraphWriter, Workspace
from kgbuild.store import writer as writer_module
from tests.store.conftest import written

NAMES = {"graph.nq", "graph.trig", "graph.ttl", "shared.tsv", "census.json"}


@pytest.fixture
def folder(tmp_path, documents) -> Path:
    (tmp_path / "out").mkdir()
    written(tmp_path / "out", documents)
    return tmp_path / "out"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_every_file_holds_the_graph(folder, documents):
    quads = {quad for document in documents for quad in document}
    assert {file.name for file in folder.iterdir()} == NAMES
    assert set(parse(path=folder / "graph.nq")) == quads
    assert set(parse(path=folder / "graph.trig")) == quads
    triples = list(parse(path=folder / "graph.ttl"))
    assert {quad.triple for quad in triples} == {quad.triple for quad in quads}
    assert len(triples) == len(set(triples))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
def test_rdflib_reads_the_same(folder, documents):
    quads = {quad for document in documents for quad in document}
    datasets = [rdflib.Dataset().parse(folder / name, format=kind) for name, kind in _RDFLIB.items()]
    assert [len(list(dataset.quads())) for dataset in datasets] == [len(quads), len(quads)]
    union, turtle = rdflib.Graph(), rdflib.Graph().parse(folder / "graph.ttl")
    for subject, predicate, value, _ in datasets[0].quads():
        union.add((subject, predicate, value))
    assert len(turtle) == len({quad.triple for quad in quads})
    assert isomorphic(union, turtle)


_RDFLIB = {"graph.nq": "nquads", "graph.trig": "trig"}


def test_quads_are_counted_once(tmp_path, documents):
    writer = GraphWriter(tmp_path)
    for quads in documents * 2:
        writer.add(quads)
    assert sum(stretch.quads for stretch in writer.finish({}).values()) == sum(map(len, documents))


def test_n_quads_are_sorted_by_graph_then_subject_with_the_type_first(folder):
    quads = list(parse(path=folder / "graph.nq"))
    keys = [
        (quad.graph_name.value, quad.subject.value, not quad.predicate.value.endswith("#type"), str(quad.predicate))
        for quad in quads
    ]
    assert keys == sorted(keys)


def test_turtle_is_neat(folder):
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
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


def test_bytes_do_not_depend_on_order_or_on_runs(folder, tmp_path, documents, monkeypatch):
    shuffled = [quad for document in documents for quad in document]
    random.Random(7).shuffle(shuffled)
    small = writer_module.LineSorter
    monkeypatch.setattr(writer_module, "LineSorter", lambda runs: small(runs, budget=300))
    (tmp_path / "two").mkdir()
    written(tmp_path / "two", [shuffled])
    assert _bytes(tmp_path / "two") == _bytes(folder)


_SCRIPT = """
import sys
from pathlib import Path
from pyoxigraph import parse
from kgbuild.store import GraphWriter, Workspace
writer = GraphWriter(Path(sys.argv[2]))
writer.add(set(parse(path=sys.argv[1])))
writer.finish({})
"""


def test_bytes_do_not_depend_on_the_hash_seed(folder, tmp_path):
    outputs = []
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        command = [sys.executable, "-c", _SCRIPT, str(folder / "graph.nq"), str(tmp_path / seed)]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
        outputs.append(_bytes(tmp_path / seed))
    assert outputs == [_bytes(folder)] * 2


_LIMITED = """
import resource, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kgbuild.errors import StoreError
from kgbuild.records import Annotation, Article
from kgbuild.store import Workspace, entry_of, writer
from kgbuild.store.sorting import LineSorter
limit, budget = int(sys.argv[2]), int(sys.argv[3])
writer.LineSorter = lambda folder: LineSorter(folder, budget=budget)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
node = NamedNode("https://w3id.org/kgbuild/id/actor/x")
found = Annotation(Article("a", "نص"))
try:
    with Workspace(Path(sys.argv[1])) as held:
        quads = [Quad(node, node, Literal(f"{n}" * 50), node) for n in range(3000)]
        held.put(found, quads, entry_of(found, "1", "given"))
        held.commit(lambda entries: {})
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
@pytest.mark.parametrize("budget", [10**9, 200_000])
def test_a_disk_without_room_is_a_store_error_and_leaves_the_old_files(tmp_path, budget):
    """A limit on file size fails as a full disk does: write(2) returns an error half-way."""
    (tmp_path / "graph.nq").write_text("before", encoding="utf-8")
    command = [sys.executable, "-c", _LIMITED, str(tmp_path), "100000", str(budget)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "File too large" in done.stdout
    assert str(tmp_path) in done.stdout
    assert _bytes(tmp_path) == {"graph.nq": b"before"}


def test_a_folder_that_cannot_be_made_is_a_store_error(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(StoreError) as caught, Workspace(file / "out"):
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
    with pytest.raises(ValueError, match="blank node"):
        GraphWriter(tmp_path).add([Quad(*parts.values())])


def test_an_empty_build_gives_empty_graphs(tmp_path):
    written(tmp_path, [])
    assert {name for name in NAMES if name.startswith("graph.") and list(parse(path=tmp_path / name))} == set()


def test_short_names_follow_the_base(tmp_path):
    node = NamedNode("https://example.org/kg/actor/x")
    written(tmp_path, [[Quad(node, node, node, node)]], "https://example.org/kg/")
    assert "\n<actor/x> <actor/x> <actor/x> .\n" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
