"""End to end on ``examples/``: news in, a graph out that answers."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from rdflib import Graph

from kgbuild.ask.library import find_question
from kgbuild.ask.run import run_query
from kgbuild.errors import KgbuildError
from kgbuild.flow import build_graph, extract_annotations
from kgbuild.read import ReadOptions, read_annotations, read_articles
from kgbuild.reason import validate_file
from kgbuild.records import Annotation, Article, Skipped
from kgbuild.settings import Settings
from kgbuild.store import load_store
from kgbuild.summary import Summary


def built(out: Path, settings: Settings = Settings()) -> Summary:  # noqa: B008 - frozen
    summary = Summary()
    articles = read_articles(["examples"], options=ReadOptions())
    build_graph(extract_annotations(articles, settings, summary), out, settings, summary)
    return summary


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture(autouse=True)
def checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs are named as a user in the checkout would name them."""
    monkeypatch.chdir(Path(__file__).parents[1])


def test_every_example_is_built(example_summary):
    assert not example_summary.skipped
    assert example_summary.articles == len(list(read_articles(["examples"], options=ReadOptions())))
    # Each example tells several events with somebody in them.
    assert example_summary.events >= 3 * example_summary.articles
    assert example_summary.entities >= example_summary.events / 2


def test_the_graph_keeps_the_model(example_graph):
    assert validate_file(example_graph / "graph.nq").breaches == ()


def test_turtle_is_read_by_rdflib(example_graph):
    quads = (example_graph / "graph.nq").read_text(encoding="utf-8").splitlines()
    triples = {line.rsplit(" ", 2)[0] for line in quads}
    assert len(Graph().parse(example_graph / "graph.ttl")) == len(triples)


def test_every_quotation_stands_where_the_graph_says(example_graph):
    texts = {found.article.id: found.article.text for found in annotations(example_graph)}
    query = """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX schema: <https://schema.org/>
        SELECT ?id ?start ?end ?exact WHERE {
          ?mention oa:hasSource/schema:identifier ?id ; oa:hasSelector ?position, ?quote .
          ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact }"""
    found = list(load_store(example_graph).query(query, use_default_graph_as_union=True))
    assert found
    for name, start, end, exact in found:
        assert texts[name.value][int(start.value) : int(end.value)] == exact.value


def test_same_input_gives_the_same_bytes(example_graph, tmp_path):
    built(tmp_path)
    assert contents(tmp_path) == contents(example_graph)


def test_several_processes_give_the_same_bytes(example_graph, tmp_path):
    built(tmp_path, Settings(processes=2))
    assert contents(tmp_path) == contents(example_graph)


def test_corrected_annotations_change_the_graph(example_graph, tmp_path):
    first = next(annotations(example_graph))
    summary = Summary()
    build_graph([Annotation(first.article, first.entities)], tmp_path, Settings(), summary)
    assert (summary.articles, summary.events) == (1, 0)
    assert not run_query(load_store(tmp_path), find_question("events"), {}).rows


def test_seizures_are_found(example_graph):
    assert run_query(load_store(example_graph), find_question("seizures"), {}).rows


def test_a_failing_article_is_skipped_with_its_reason(monkeypatch, tmp_path):
    class Fragile:
        def annotate(self, article: Article) -> Annotation:
            if article.id == "b":
                raise RuntimeError("no")
            return Annotation(article)

    monkeypatch.setattr("kgbuild.annotators.load_annotator", lambda _: Fragile())
    summary = Summary()
    articles = [Article("a", "خبر"), Article("b", "خبر"), Skipped("c", "read", "empty file"), Article("d", "خبر")]
    build_graph(extract_annotations(articles, Settings(), summary), tmp_path, Settings(), summary)
    assert summary.articles == 2
    assert [(item.where, item.stage, item.reason) for item in summary.skipped] == [
        ("b", "extract", "RuntimeError: no"),
        ("c", "read", "empty file"),
    ]


def test_a_graph_of_nothing_is_refused(tmp_path):
    with pytest.raises(KgbuildError, match="nothing could be built"):
        build_graph([], tmp_path / "out", Settings(), Summary())
    assert not (tmp_path / "out").exists()


def annotations(folder: Path):
    return Summary().sift(read_annotations(folder / "annotations.jsonl"))


def test_a_document_that_breaks_the_shapes_is_skipped_on_request(example_graph, tmp_path):
    good, bad = islice((found for found in annotations(example_graph) if found.events), 2)
    bad = replace(bad, events=(replace(bad.events[0], count=-4), *bad.events[1:]))
    summary = Summary()
    build_graph([good, bad], tmp_path, Settings(check=True), summary)
    assert summary.articles == 1
    (skipped,) = summary.skipped
    assert (skipped.where, skipped.stage) == (bad.article.id, "graph")
    assert "breaks the shapes" in skipped.reason
    assert "count" in skipped.reason
