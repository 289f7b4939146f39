"""``kgbuild validate``: graphs, records and the ontology."""

from __future__ import annotations

from importlib.util import find_spec

import pytest


def test_the_ontology_is_sound(kgbuild):
    result = kgbuild("validate")
    assert (result.exit_code, result.output) == (0, "the ontology: nothing wrong\n")


def test_a_built_folder_conforms(kgbuild, records, tmp_path):
    kgbuild("build", "--annotations", records, "--out", tmp_path / "out")
    assert kgbuild("validate", tmp_path / "out").exit_code == 0


@pytest.mark.parametrize(("language", "words"), [("en", "1 problems"), ("ar", "1 problems")])
def test_a_breach_is_told_in_words(kgbuild, tmp_path, language, words):
    path = tmp_path / "bad.ttl"
    path.write_text(
        "@prefix kgb: <https://w3id.org/kgbuild/ontology#> . <https://example.org/s> a kgb:Sentence .", encoding="utf-8"
    )
    result = kgbuild("validate", path, "--language", language, "--limit", "1")
    assert result.exit_code == 1
    assert "https://example.org/s" in result.output
    assert ("جملة" in result.output) == (language == "ar")


def test_a_breach_names_its_graph_and_stays_on_one_line(kgbuild, tmp_path):
    kgb = "https://w3id.org/kgbuild/ontology#"
    path = tmp_path / "bad.nq"
    path.write_text(
        f"<x:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{kgb}Sentence> <x:g> .\n"
        f'<x:s> <{kgb}index> "1\\n2" <x:g> .\n',
        encoding="utf-8",
    )
    lines = kgbuild("validate", path).output.splitlines()
    assert all(line.startswith("x:s · ") and line.endswith(" · in x:g") for line in lines[:-1])
    assert sum('"1 2"' in line for line in lines) >= 1


def test_derived_graphs_beside_the_graph_are_checked_too(kgbuild, records, tmp_path):
    kgbuild("build", "--annotations", records, "--out", tmp_path / "out")
    kgbuild("derive", tmp_path / "out")
    assert kgbuild("validate", tmp_path / "out").exit_code == 0
    derived = tmp_path / "out" / "derived.nq"
    text = derived.read_text(encoding="utf-8")
    assert "ontology#sourceCount" in text
    derived.write_text(text.replace("ontology#sourceCount", "ontology#count"), encoding="utf-8")
    result = kgbuild("validate", tmp_path / "out")
    assert result.exit_code == 1
    assert "graph/derived-" in result.output


@pytest.mark.skipif(find_spec("shacl") is None, reason="needs the package shacl")
def test_the_fast_engine_says_the_same(kgbuild, tmp_path):
    path = tmp_path / "bad.ttl"
    path.write_text("<x:s> a <https://w3id.org/kgbuild/ontology#Sentence> .", encoding="utf-8")
    first, second = kgbuild("validate", path), kgbuild("validate", path, "--fast")
    assert (first.exit_code, first.output) == (second.exit_code, second.output)
    assert first.exit_code == 1


def test_bad_records_are_told_in_words(kgbuild, records):
    result = kgbuild("validate", records)
    assert result.exit_code == 1
    assert "a-2: event v1: modality maybe" in result.output


@pytest.mark.parametrize("name", ["none.ttl", "none.jsonl", "none.txt", "none"])
def test_what_cannot_be_read_is_one_line(kgbuild, tmp_path, name):
    result = kgbuild("validate", tmp_path / name)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1
