"""A document as the extract room works on it, read from the layers of a Doc."""

from __future__ import annotations

import pytest

from kgbuild.analyse.tokenizer import token_norms
from kgbuild.docview import Layer, Marked, write_layer
from kgbuild.extract.scene import scene_of, words
from kgbuild.resources import data_rows


def test_layers_are_read_in_text_order(scene):
    found = scene(
        "قالت الوزارة : زار سامر لطفي حمص ، و قال سامر لطفي : « نعم »",
        names={"سامر لطفي": "Person", "حمص": "Settlement", "الوزارة": "GovernmentBody"},
        triggers={"زار": "v Visit"},
        speech={"قالت": "verb assert", "قال": "verb assert"},
        quotes={"نعم": "quote"},
    )
    assert [(mark.start, mark.end) for mark in found.names] == [(1, 2), (4, 6), (6, 7), (10, 12)]
    assert [mark.label for mark in found.triggers] == ["Visit"]
    assert [mark.start for mark in found.speech] == [0, 9]
    assert (found.times, found.numbers, found.titles, found.nisbas) == ([], [], [], [])


def test_only_chosen_candidates_are_triggers(doc):
    made = doc("بسط الجيش سيطرته")
    rows = [(0, "Seizure", False), (2, "Seizure", True), (2, "Attack", False)]
    write_layer(
        made, Layer.TRIGGERS, [Marked(at, at + 1, label, {"chosen": yes}) for at, label, yes in rows], fields=["chosen"]
    )
    again = scene_of(made)
    assert [mark.start for mark in again.candidates] == [0, 2, 2]
    assert [(mark.start, mark.label) for mark in again.triggers] == [(2, "Seizure")]


@pytest.mark.parametrize(
    ("start", "end", "names"), [(0, 5, [0, 1]), (1, 5, [1]), (0, 3, [0]), (4, 5, []), (0, 0, []), (3, 4, [1])]
)
def test_names_are_within_where_they_begin(start, end, names, scene):
    found = scene("مدينة حمص ثم حي الوعر", names={"مدينة حمص": "Settlement", "حي الوعر": "Settlement"})
    assert found.names_within(start, end) == names
    assert found.within(found.names, start, end) == [found.names[index] for index in names]


def test_words_are_folded_and_signs_stay(scene):
    assert {"علي", "الي", "ب"} <= words("preposition")
    assert {"«", "“", "("} <= words("opener")
    assert words("no such group") == frozenset()


@pytest.mark.xfail(strict=True, reason="«باسم», «لأن», «بنيران», «بهدف»…: their proclitic is a token of its own")
def test_words_are_what_tokens_can_be():
    members = {word for _, line in data_rows("analyse", "syntax.tsv") for word in line.split(" ")}
    assert not [word for word in members if len(token_norms(word)) > 1]
