"""``kgbuild ask``: which question is taken, what it answers, what is refused."""

from __future__ import annotations

import json


def test_it_says_which_question_it_took_and_answers_as_query_does(kgbuild, gold_graph):
    asked = kgbuild("ask", "من", "سيطر", "على", "حلب؟", "--data", gold_graph, "--format", "json")
    assert asked.exit_code == 0, asked.output
    assert "kgbuild query seizures --param place=حلب" in asked.stderr
    queried = kgbuild("query", "seizures", "-p", "place=حلب", "--data", gold_graph, "--format", "json")
    assert json.loads(asked.stdout) == json.loads(queried.stdout) != []


def test_an_english_question_is_answered_with_names_in_latin_letters(kgbuild, gold_graph):
    english = kgbuild("ask", "who seized Aleppo", "--data", gold_graph, "--format", "json")
    assert "kgbuild query seizures --param place=Aleppo --lang en" in english.stderr
    assert {row["place_name"] for row in json.loads(english.stdout)} >= {"Aleppo"}
    arabic = kgbuild("ask", "who seized Aleppo", "--data", gold_graph, "--format", "json", "--lang", "ar")
    assert "--lang" not in arabic.stderr
    assert {row["place_name"] for row in json.loads(arabic.stdout)} >= {"حلب"}


def test_what_it_does_not_understand_it_says(kgbuild, gold_graph):
    result = kgbuild("ask", "من سيربح الانتخابات؟", "--data", gold_graph)
    assert result.exit_code == 2
    assert "no question fits" in result.stderr
    assert result.stdout == ""


def test_a_name_that_the_graph_lacks_is_named(kgbuild, gold_graph):
    result = kgbuild("ask", "من سيطر على أتلانتس؟", "--data", gold_graph)
    assert result.exit_code == 2
    assert "no place is called 'أتلانتس'" in result.stderr


def test_the_next_reading_is_taken_where_the_first_names_nothing(kgbuild, gold_graph):
    result = kgbuild("ask", "what happened in 2024", "--data", gold_graph, "--format", "csv")
    assert result.exit_code == 0
    assert "events-by-day --param from=2024 --param to=2024" in result.stderr


def test_without_a_graph_it_says_how_to_build_one(kgbuild, tmp_path):
    result = kgbuild("ask", "who contradicts whom", "--data", tmp_path / "none")
    assert result.exit_code == 2
    assert "kgbuild build" in result.stderr


def test_a_question_about_control_says_that_it_has_to_be_derived_first(kgbuild, gold_graph):
    result = kgbuild("ask", "من يسيطر على حلب؟", "--data", gold_graph)
    assert result.exit_code == 0
    assert f"kgbuild derive {gold_graph}" in result.stderr
