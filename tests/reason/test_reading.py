"""Files are validated graph by graph, and bad files are named with the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from kgbuild.errors import ReasonError
from kgbuild.reason import validate, validate_file
from kgbuild.reason.reading import QuadFile, read_graphs, read_n_triples

OFFSET = '"7"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>'
A, B = "<http://example.org/a>", "<http://example.org/b>"


def quad(subject: str, graph: str) -> str:
    return f"<http://example.org/{subject}> <http://example.org/p> {OFFSET} {graph} .\n"


def test_each_named_graph_comes_once_whatever_the_order(tmp_path: Path) -> None:
    together, mixed = tmp_path / "together.nq", tmp_path / "mixed.nq"
    together.write_text(quad("s", A) + quad("t", A) + quad("s", B), encoding="utf-8")
    mixed.write_text(quad("s", A) + quad("s", B) + quad("t", A), encoding="utf-8")
    assert [len(graph) for graph in read_graphs(together)] == [2, 1]
    assert [len(graph) for graph in read_graphs(mixed)] == [2, 1]


def test_types_of_numbers_survive(tmp_path: Path) -> None:
    path = tmp_path / "one.nt"
    path.write_text(quad("s", ""), encoding="utf-8")
    (graph,) = read_graphs(path)
    assert [term.n3() for term in graph.objects()] == [OFFSET]
    assert read_n_triples(path).decode().strip() == quad("s", "").replace("  .", " .").strip()


def test_terms_are_those_that_rdflib_reads(tmp_path: Path) -> None:
    path = tmp_path / "one.nt"
    objects = ('"a"', '"b"@ar', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', "<x:o>")
    path.write_text("".join(f"<x:s> <x:p> {value} .\n" for value in objects), encoding="utf-8")
    (graph,) = read_graphs(path)
    assert set(graph) == set(Graph().parse(path))
    assert len(graph) == len(objects)


def test_a_file_can_be_gone_through_again(tmp_path: Path) -> None:
    path = tmp_path / "one.nq"
    path.write_text(quad("s", A) + quad("t", B), encoding="utf-8")
    quads = QuadFile(path)
    assert [str(one.subject) for one in quads] == [str(one.subject) for one in quads]
    assert len(list(quads)) == 2


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nt", ".nq"])
def test_bad_rdf_names_file_and_line(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"bad{suffix}"
    path.write_text(quad("s", "") + "<http://example.org/s> <no\n", encoding="utf-8")
    with pytest.raises(ReasonError, match=rf"bad\{suffix}, line 2"):
        validate_file(path)


def test_unknown_ending_lists_the_known(tmp_path: Path) -> None:
    with pytest.raises(ReasonError, match=r"\.nq"):
        validate_file(tmp_path / "graph.xlsx")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReasonError, match=r"none\.ttl"):
        validate_file(tmp_path / "none.ttl")


def test_a_breach_is_found_in_its_own_graph(tmp_path: Path) -> None:
    """An event in one graph is not saved by its claim in another."""
    text = Path(__file__).with_name("conforming.ttl").read_text(encoding="utf-8")
    prefixes, _, body = text.partition("<document/k>")
    claim = "<claim/c> a kgb:EventClaim"
    before, _, after = f"<document/k>{body}".partition(claim)
    statement, _, rest = after.partition("\n<claim/d>")
    path = tmp_path / "graph.trig"
    path.write_text(
        f"{prefixes}<g/1> {{ {before} <claim/d>{rest} }}\n<g/2> {{ {claim}{statement} }}\n", encoding="utf-8"
    )
    report = validate_file(path)
    assert report == validate(path)
    shapes = {breach.shape.rpartition("#")[2] for breach in report.breaches}
    assert {"claimed", "about"} <= shapes
