"""``kgbuild query``: shipped questions and one's own, on a folder or a file, in each format."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest

from kgbuild.ask.library import list_questions


def rows(result):
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_a_folder_answers(kgbuild, gold_graph, gold):
    found = rows(kgbuild("query", "documents", "--data", gold_graph, "--format", "json"))
    assert len(found) == len(gold.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.nq"])
def test_files_answer_alike(kgbuild, gold_graph, name):
    ask = ("query", "seizures", "--format", "json", "--data")
    answer = rows(kgbuild(*ask, gold_graph / name))
    assert answer
    assert answer == rows(kgbuild(*ask, gold_graph))


def test_parameters_narrow_the_answer(kgbuild, gold_graph):
    ask = ("query", "events", "--data", gold_graph, "--format", "json")
    everything = rows(kgbuild(*ask))
    narrowed = rows(kgbuild(*ask, "--param", "kind=Seizure", "-p", "from=2024-11"))
    assert 0 < len(narrowed) < len(everything)


def test_names_in_latin_letters(kgbuild, gold_graph):
    ask = ("query", "actor-network", "--data", gold_graph, "--format", "json")
    arabic, latin = rows(kgbuild(*ask)), rows(kgbuild(*ask, "--lang", "en"))
    assert len(latin) == len(arabic)
    assert all(re.search("[\u0621-\u064a]", row["agent"]) for row in arabic)
    assert not any(re.search("[\u0621-\u064a]", row["agent"]) for row in latin)


def test_own_file(kgbuild, gold_graph, tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text("SELECT (COUNT(*) AS ?n) WHERE { ?s a ?class VALUES ?class { UNDEF } }", encoding="utf-8")
    iri = "https://w3id.org/kgbuild/ontology#Seizure"
    assert int(rows(kgbuild("query", path, "-d", gold_graph, "-f", "json", "-p", f"class={iri}"))[0]["n"]) > 0


def test_csv_for_excel_starts_with_a_mark(kgbuild, gold_graph):
    result = kgbuild("query", "documents", "--data", gold_graph, "--format", "csv", "--excel")
    assert result.stdout.startswith("\ufeff")
    assert len(list(csv.reader(StringIO(result.stdout)))) > 1


def test_list_shows_every_question_in_both_languages(kgbuild):
    output = kgbuild("query", "--list").output
    for question in list_questions():
        assert question.name in output
    assert "السيطرة" in output


def test_list_for_one_audience(kgbuild):
    output = kgbuild("query", "--list", "--audience", "historian").output
    assert "structure" in output
    assert "seizures" not in output


def test_about_names_the_parameters(kgbuild):
    output = kgbuild("query", "seizures", "--about").output
    assert "--param place=…" in output
    assert "columns: date" in output


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("seizure",), "close to it: seizures"),
        (("seizures", "--param", "place"), "write it as key=value"),
        (("seizures", "--param", "town=حماة"), "no parameter 'town'"),
        (("seizures", "--param", "place=بلاد الواق"), "no place is called"),
        (("seizures", "--excel"), "--excel goes with --format csv"),
        (("seizures", "--endpoint", "ftp://example.org"), "http"),
        ((), "--list shows the questions"),
    ],
)
def test_bad_questions_say_what_would_work(kgbuild, gold_graph, args, reason):
    result = kgbuild("query", *args, "--data", gold_graph)
    assert result.exit_code == 2
    assert reason in result.output
    assert "Traceback" not in result.output


def test_a_missing_graph_says_how_to_build_one(kgbuild, tmp_path):
    result = kgbuild("query", "seizures", "--data", tmp_path / "none")
    assert result.exit_code == 2
    assert "kgbuild build" in result.output
