"""Phrases found in folded tokens, the longest first."""

from __future__ import annotations

import pytest

from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.analyse.tokenizer import token_norms

INDEX = PhraseIndex(
    [("وزير", "minister"), ("وزير الخارجية", "foreign"), ("بحسب", "source"), ("وزير", "second"), ("", "nothing")]
)


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        ("وزير الخارجية التركي", 0, (2, "foreign")),
        ("وزير النفط", 0, (1, "minister")),
        ("قال وزير الخارجية", 1, (3, "foreign")),
        ("قال وزير", 1, (2, "minister")),
        ("الخارجية", 0, None),
        # Phrase and text are cut into the same tokens: ب, حسب.
        ("بحسب الوزير", 0, (2, "source")),
        # Marks and hamza seats do not matter.
        ("وزيرُ الخارجيّة", 0, (2, "foreign")),
    ],
)
def test_the_longest_phrase_at_a_place(text, start, found):
    assert INDEX.match(token_norms(text), start) == found


def test_all_phrases_at_a_place_longest_first():
    norms = token_norms("وزير الخارجية")
    assert INDEX.matches(norms, 0) == [(2, "foreign"), (1, "minister"), (1, "second")]
    assert INDEX.matches(norms, 1) == []


def test_a_phrase_does_not_run_over_the_end():
    assert PhraseIndex([("أ ب", 1)]).match(("ا",), 0) is None
