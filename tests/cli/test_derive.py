"""``kgbuild derive`` and ``kgbuild reason``: a file beside the graph, which a new graph takes away."""

from __future__ import annotations

import pytest


@pytest.fixture
def built(kgbuild, records, tmp_path):
    kgbuild("build", "--annotations", records, "--out", tmp_path / "out")
    return tmp_path / "out"


@pytest.mark.parametrize(("command", "name"), [("derive", "derived.nq"), ("reason", "inferred.nq")])
def test_a_command_writes_its_file_the_same_each_time(kgbuild, built, command, name):
    first = kgbuild(command, built)
    assert first.exit_code == 0
    assert name in first.output
    written = (built / name).read_bytes()
    assert written
    assert kgbuild(command, built).exit_code == 0
    assert (built / name).read_bytes() == written


def test_derived_graphs_keep_the_shapes_and_go_with_their_graph(kgbuild, built, records):
    kgbuild("derive", built)
    assert kgbuild("validate", built / "derived.nq").exit_code == 0
    kgbuild("build", "--annotations", records, "--out", built, "--anew")
    assert not (built / "derived.nq").exists()


def test_another_folder_can_be_named(kgbuild, built, tmp_path):
    assert kgbuild("derive", built, "--out", tmp_path / "new").exit_code == 0
    assert (tmp_path / "new" / "derived.nq").is_file()
    assert not (built / "derived.nq").exists()


@pytest.mark.parametrize("command", ["derive", "reason"])
def test_no_graph_is_one_line(kgbuild, tmp_path, command):
    result = kgbuild(command, tmp_path / "none")
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1
