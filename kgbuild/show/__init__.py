"""The show room: one annotated document for the eyes of a person."""

from kgbuild.show.facts import Fact, event_facts
from kgbuild.show.marks import ROLE_KINDS, TEXT_KINDS, Stretch, cut, foremost, sentence_marks, text_marks
from kgbuild.show.page import explanation_page
from kgbuild.show.words import english, visible

__all__ = [
    "ROLE_KINDS",
    "TEXT_KINDS",
    "Fact",
    "Stretch",
    "cut",
    "english",
    "event_facts",
    "explanation_page",
    "foremost",
    "sentence_marks",
    "text_marks",
    "visible",
]
