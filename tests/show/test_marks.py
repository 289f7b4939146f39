"""The text cut at its marks, whole and in order."""

from __future__ import annotations

from dataclasses import replace

from kgbuild.show.marks import ROLE_KINDS, TEXT_KINDS, Mark, cut, foremost, sentence_marks, text_marks


def test_marks_within_and_across_each_other_lose_no_text():
    marks = [Mark(2, 6, "actor", "a"), Mark(4, 8, "place", "b"), Mark(4, 5, "trigger", "c")]
    pieces = list(cut("0123456789", marks, 0, 10))
    assert [piece.text for piece in pieces] == ["01", "23", "4", "5", "67", "89"]
    assert ["".join(mark.of for mark in piece.marks) for piece in pieces] == ["", "a", "abc", "ab", "b", ""]


def test_a_window_cuts_marks_that_reach_out_of_it():
    pieces = list(cut("0123456789", [Mark(0, 4, "actor", "a"), Mark(8, 10, "place", "b")], 2, 8))
    assert [(piece.text, len(piece.marks)) for piece in pieces] == [("23", 1), ("4567", 0)]


def test_an_empty_text_has_no_pieces():
    assert list(cut("", [], 0, 0)) == []


def test_a_trigger_hides_what_it_lies_in():
    name, trigger = Mark(0, 4, "actor", "a"), Mark(0, 4, "trigger", "v")
    assert foremost([name, trigger], TEXT_KINDS) is trigger
    assert foremost([], TEXT_KINDS) is None


def test_the_whole_text_is_marked_by_kind(explanation):
    marks = text_marks(explanation)
    assert {mark.kind for mark in marks} == {"actor", "place", "trigger", "time"}
    assert "MilitaryForce e1: name model 0.90" in {mark.note for mark in marks}


def test_a_sentence_is_marked_by_role(explanation):
    annotation = explanation.annotation
    pieces = list(sentence_marks(annotation, annotation.events[0]))
    shown = {piece.text: foremost(piece.marks, ROLE_KINDS).kind for piece in pieces if piece.marks}
    assert shown == {"قصف": "trigger", "الجيش": "agent", "بلدة ": "place", "مورك": "place", "السبت": "time"}
    assert "ونفى" not in "".join(piece.text for piece in pieces)


def test_a_sentence_that_is_not_there_shows_the_whole_text(explanation):
    annotation = explanation.annotation
    lost = replace(annotation.events[0], sentence=9)
    assert "".join(piece.text for piece in sentence_marks(annotation, lost)) == annotation.article.text
