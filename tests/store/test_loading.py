"""Loading: a build's folder, every format, and errors that name file and line."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kgbuild.errors import StoreError
from kgbuild.store import FileFormat, load_store, load_union
from tests.store.conftest import written

NODE = NamedNode("https://example.org/a")
TRIPLE = Triple(NODE, NODE, Literal("نص", language="ar"))
DATASETS = {RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD}


def test_folder_of_a_build_keeps_its_graphs(tmp_path, documents):
    written(tmp_path, documents)
    assert {quad.triple for quad in load_union(tmp_path)} == {quad.triple for quads in documents for quad in quads}
    assert not list(load_union(tmp_path).named_graphs())
    store = load_store(tmp_path)
    assert set(store) == {quad for quads in documents for quad in quads}
    assert len(list(store.named_graphs())) == len(documents)


@pytest.mark.parametrize("kind", list(FileFormat))
def test_every_format_is_read(tmp_path, kind):
    file = tmp_path / f"graph.{kind.value}"
    data = [Quad(*TRIPLE, NODE)] if kind.syntax in DATASETS else [TRIPLE]
    serialize(data, output=file, format=kind.syntax)
    assert [quad.triple for quad in load_store(file)] == [TRIPLE]
    assert list(load_union(file)) == [Quad(*TRIPLE)]


def test_ending_may_be_in_capitals(tmp_path):
    file = tmp_path / "GRAPH.TTL"
    serialize([TRIPLE], output=file, format=RdfFormat.TURTLE)
    assert len(load_store(file)) == 1


@pytest.mark.parametrize("load", [load_store, load_union])
def test_unknown_ending_lists_the_known(tmp_path, load):
    file = tmp_path / "graph.csv"
    file.write_text("a,b")
    with pytest.raises(StoreError, match="'csv'; there are: ttl, trig, nq, nt, rdf, jsonld"):
        load(file)


@pytest.mark.parametrize("load", [load_store, load_union])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.ttl", "@prefix a: <http://a/> .\na:b a:c a:d .\na:b a:c [ .\n"),
        ("x.nq", "<http://a/b> <http://a/b> <http://a/b> .\n\n<http://a/b> nonsense\n"),
        ("x.jsonld", '{"@id": "http://a/b",\n"http://a/c":\n'),
    ],
)
def test_bad_rdf_names_file_and_line(tmp_path, name, content, load):
    file = tmp_path / name
    file.write_text(content)
    with pytest.raises(StoreError) as caught:
        load(file)
    assert caught.value.where.startswith(f"{file}, line ")


@pytest.mark.parametrize("load", [load_store, load_union])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.ttl", '<http://a/b> <http://a/c> "نص" .'.encode("windows-1256")),
        ("x.ttl", b"<b> <c> <d> ."),
        ("x.rdf", b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description></rdf:RDF>"),
        ("x.jsonld", b'{"@context": "https://schema.org/", "name": "x"}'),
    ],
)
def test_other_bad_files_are_store_errors(tmp_path, name, content, load):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        load(file)
    assert str(file) in caught.value.where


def test_missing_file_and_empty_folder_say_so(tmp_path):
    with pytest.raises(StoreError, match="No such file") as caught:
        load_store(tmp_path / "none.ttl")
    assert caught.value.where == str(tmp_path / "none.ttl")
    with pytest.raises(StoreError, match=r"no graph\.nq here"):
        load_store(tmp_path)
