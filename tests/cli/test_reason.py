"""``kgbuild reason``: what contradicts the ontology is said with its statements, and the exit code tells."""

from __future__ import annotations

import pytest

KGB, HERE = "https://w3id.org/kgbuild/ontology#", "https://example.org/"


@pytest.fixture
def graph(tmp_path):
    """A folder whose graph says the given statements, each (subject, predicate, object), in the graph g1."""

    def write(*statements):
        lines = [f"<{HERE}{s}> <{KGB}{p}> <{HERE}{o}> <{HERE}g1> .\n" for s, p, o in statements]
        (tmp_path / "graph.nq").write_text("".join(lines), encoding="utf-8")
        return tmp_path

    return write


def test_an_opponent_of_itself_is_said_and_the_rest_is_written(kgbuild, graph):
    folder = graph(("x", "opposedTo", "x"), ("y", "locatedIn", "z"))
    result = kgbuild("reason", folder)
    assert result.exit_code == 1
    assert (
        f"Contradiction: {HERE}x cannot be related to itself by opposedTo; nothing is inferred from:" in result.output
    )
    assert f"  <{HERE}x> <{KGB}opposedTo> <{HERE}x> in <{HERE}g1>" in result.output
    written = (folder / "inferred.nq").read_text(encoding="utf-8")
    assert f"<{HERE}y> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{KGB}Place>" in written
    assert f"<{HERE}x>" not in written


def test_a_sound_graph_ends_well(kgbuild, graph):
    result = kgbuild("reason", graph(("y", "locatedIn", "z")))
    assert result.exit_code == 0
    assert "Contradiction" not in result.output


def test_of_many_contradictions_some_are_shown_and_the_rest_counted(kgbuild, graph):
    result = kgbuild("reason", graph(*((f"x{number}", "opposedTo", f"x{number}") for number in range(13))))
    assert result.exit_code == 1
    assert result.output.count("cannot be related to itself") == 10
    assert "… and 3 more" in result.output
