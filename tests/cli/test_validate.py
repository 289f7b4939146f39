"""``kgbuild validate``: graphs, records and the ontology."""

from __future__ import annotations

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
