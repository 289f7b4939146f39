"""A folder that builds add to is the same, byte for byte, as one that is built at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kgbuild.errors import StoreError
from kgbuild.iris import BASE, KGB, graph_iri
from kgbuild.records import Annotation, Article
from kgbuild.store import Entry, Workspace, annotation_fingerprint, entry_of

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
KIND = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
GRAPH_FILES = ("graph.nq", "graph.trig", "graph.ttl", "dataset.ttl", "annotations.jsonl", "report.json")


def annotation(name: str, text: str = "خبر", url: str | None = None) -> Annotation:
    return Annotation(Article(name, text, url=url))


def quads_of(found: Annotation) -> list[Quad]:
    """What a document says of things: one of its own for each letter, and one that all documents with it share."""
    name = found.article.id
    graph = NamedNode(graph_iri(name))
    rows = [(NamedNode(f"{BASE}document/{name}"), LABEL, Literal(found.article.text, language="ar"))]
    for letter in found.article.text:
        shared = NamedNode(f"{BASE}actor/{ord(letter):x}")
        rows += [
            (shared, KIND, NamedNode(f"{KGB}Actor")),
            (shared, LABEL, Literal(f"{letter} {len(found.article.text)}\n\n\t.", language="ar")),
            (NamedNode(f"{BASE}mention/{name}/{ord(letter):x}"), NamedNode(f"{KGB}agent"), shared),
        ]
    return [Quad(*row, graph) for row in rows]


def report(entries: list[Entry]) -> dict[str, int]:
    return {"quads": sum(entry.stretch.quads for entry in entries)}


def put(held: Workspace, *annotations: Annotation) -> None:
    for found in annotations:
        held.put(found, quads_of(found), entry_of(found, annotation_fingerprint(found), "given"))


def build(folder: Path, *annotations: Annotation, gone: tuple[str, ...] = (), anew: bool = False) -> bool:
    with Workspace(folder, {"base": BASE}, anew=anew) as held:
        put(held, *annotations)
        for name in gone:
            held.remove(name)
        return held.commit(report)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# Texts of few letters, so that documents share things and change what they say of them.
documents = st.dictionaries(st.sampled_from("abcdef"), st.text("قصفهدنة", min_size=1, max_size=5), max_size=6)


@settings(max_examples=40, deadline=None)
@given(first=documents, steps=st.lists(documents, max_size=3), gone=st.sets(st.sampled_from("abcdef")))
def test_many_builds_are_one(tmp_path_factory, first, steps, gone):
    parts = tmp_path_factory.mktemp("parts")
    state = dict(first)
    build(parts, *(annotation(name, text) for name, text in first.items()))
    for step in steps:
        build(parts, *(annotation(name, text) for name, text in step.items()))
        state |= step
    build(parts, gone=tuple(gone & set(state)))
    at_once = tmp_path_factory.mktemp("at-once")
    build(at_once, *(annotation(name, text) for name, text in state.items() if name not in gone))
    if state.keys() - gone or not state:
        expected = contents(at_once)
        assert {name: data for name, data in contents(parts).items() if name in expected} == expected


def test_the_union_is_that_of_the_graphs(tmp_path):
    build(tmp_path, annotation("a", "قصف"), annotation("b", "صف"))
    build(tmp_path, annotation("b", "قف"), annotation("c", "ف"), gone=("a",))
    triples = {quad.triple for quad in parse(path=tmp_path / "graph.nq")}
    assert {quad.triple for quad in parse(path=tmp_path / "graph.trig")} == triples
    union = list(parse(path=tmp_path / "graph.ttl", format=RdfFormat.TURTLE))
    assert {quad.triple for quad in union} == triples
    assert len(union) == len(triples)


def test_the_same_again_touches_no_file(tmp_path):
    build(tmp_path, annotation("a"))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir() if path.is_file()}
    with Workspace(tmp_path, {"base": BASE}) as held:
        assert held.has("a", annotation_fingerprint(annotation("a")))
        assert not held.commit(report)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_document_takes_the_place_of_one_with_its_address(tmp_path):
    build(tmp_path, annotation("a", url="https://example.org/1"))
    build(tmp_path, annotation("b", "جديد", url="https://example.org/1"))
    lines = (tmp_path / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["b"]


def test_two_of_one_build_with_one_address_are_told(tmp_path):
    with Workspace(tmp_path, {"base": BASE}) as held:
        assert held.twin(Article("a", "خبر", url="https://example.org/1")) is None
        assert held.twin(Article("b", "خبر", url="https://example.org/1")) == "a"
        assert held.twin(Article("c", "خبر")) is None


def test_what_was_derived_goes_with_the_old_graph_and_only_then(tmp_path):
    build(tmp_path, annotation("a"))
    (tmp_path / "merged.nq").touch()
    (tmp_path / "judgements.jsonl").touch()
    with Workspace(tmp_path, {"base": BASE}) as held:
        held.commit(report)
    assert (tmp_path / "merged.nq").exists()
    build(tmp_path, annotation("b"))
    assert not (tmp_path / "merged.nq").exists()
    assert (tmp_path / "judgements.jsonl").exists()


@pytest.mark.parametrize("made_with", [{"base": "https://example.org/"}, {"base": BASE, "gazetteer": "1"}])
def test_other_settings_make_all_graphs_again(tmp_path, made_with):
    build(tmp_path, annotation("a"), annotation("b"))
    with Workspace(tmp_path, made_with) as held:
        assert held.stale
        assert [entry.id for entry, _ in held.lines()] == ["a", "b"]


@pytest.mark.parametrize("name", ["graph.nq", "graph.trig", "graph.ttl", ".kgbuild/shared.tsv"])
def test_a_file_that_was_cut_is_noticed(tmp_path, name):
    build(tmp_path, annotation("a"), annotation("b", "خبران"))
    expected = contents(tmp_path)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-3])
    with Workspace(tmp_path, {"base": BASE}) as held:
        assert held.stale
        again = {entry.id: json.loads(line) for entry, line in held.lines()}
        put(held, *(annotation(name, record["text"]) for name, record in again.items()))
        held.commit(report)
    assert contents(tmp_path) == expected


def test_annotations_that_a_person_changed_are_given_back(tmp_path):
    build(tmp_path, annotation("a"), annotation("b"))
    file = tmp_path / "annotations.jsonl"
    first, _ = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(first.replace("خبر", "نبأ") + first.replace('"a"', '"c"'), encoding="utf-8")
    with Workspace(tmp_path, {"base": BASE}) as held:
        assert held.stale
        found = [(entry.id if entry else None, json.loads(line)["id"], "نبأ" in line) for entry, line in held.lines()]
    assert found == [("a", "a", True), (None, "c", False)]


def test_without_its_annotations_a_workspace_cannot_go_on(tmp_path):
    build(tmp_path, annotation("a"))
    (tmp_path / "annotations.jsonl").unlink()
    with Workspace(tmp_path, {"base": BASE}) as held, pytest.raises(StoreError, match="is gone") as caught:
        list(held.lines())
    assert "--anew" in str(caught.value.hint)


def test_a_line_that_is_no_annotation_is_told(tmp_path):
    build(tmp_path, annotation("a"))
    (tmp_path / "annotations.jsonl").write_text("[]\n", encoding="utf-8")
    with Workspace(tmp_path, {"base": BASE}) as held, pytest.raises(StoreError, match="no annotation"):
        list(held.lines())


def test_anew_begins_without_what_was_there(tmp_path):
    build(tmp_path / "one", annotation("a"))
    build(tmp_path / "one", annotation("b"), anew=True)
    build(tmp_path / "two", annotation("b"))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_what_is_not_committed_leaves_no_trace(tmp_path):
    build(tmp_path / "out", annotation("a"))
    before = contents(tmp_path / "out")
    with Workspace(tmp_path / "out", {"base": BASE}) as held:
        held.remove("a")
    assert contents(tmp_path / "out") == before
    with Workspace(tmp_path / "new", {"base": BASE}):
        assert (tmp_path / "new").exists()
    assert not (tmp_path / "new").exists()


def test_a_program_that_died_while_moving_the_files_is_completed(tmp_path):
    """Regression: the new graph must not stand beside the old one's table of shared things."""
    build(tmp_path / "out", annotation("a", "قصف"))
    after = tmp_path / "after"
    shutil.copytree(tmp_path / "out", after)
    build(after, annotation("b", "صف"))
    finished = tmp_path / "out" / ".kgbuild" / "finished"
    finished.mkdir()
    for path in [*after.iterdir(), *(after / ".kgbuild").iterdir()]:
        # The first of them has been moved already.
        if path.name == "annotations.jsonl":
            shutil.copy(path, tmp_path / "out")
        elif path.is_file() and path.name != "lock":
            shutil.copy(path, finished)
    with Workspace(tmp_path / "out", {"base": BASE}) as held:
        assert set(held.entries) == {"a", "b"}
        assert not held.stale
    assert contents(tmp_path / "out") == contents(after)


@pytest.mark.parametrize("name", ["documents.jsonl", "settings.json", "census.json"])
def test_what_kgbuild_cannot_read_of_its_own_is_told_and_anew_helps(tmp_path, name):
    build(tmp_path, annotation("a"))
    (tmp_path / ".kgbuild" / name).write_text("{}\n[", encoding="utf-8")
    with pytest.raises(StoreError, match="is damaged") as caught:
        build(tmp_path, annotation("b"))
    assert name in str(caught.value)
    assert "--anew" in str(caught.value.hint)
    build(tmp_path, annotation("b"), anew=True)


def test_two_documents_may_exchange_their_addresses(tmp_path):
    one, two = "https://example.org/1", "https://example.org/2"
    build(tmp_path / "out", annotation("a", url=one), annotation("b", url=two))
    build(tmp_path / "out", annotation("a", url=two), annotation("b", url=one))
    build(tmp_path / "at-once", annotation("a", url=two), annotation("b", url=one))
    assert contents(tmp_path / "out") == contents(tmp_path / "at-once")
