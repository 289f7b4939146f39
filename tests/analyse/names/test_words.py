"""Kinds of words that bound a name."""

from __future__ import annotations

import pytest

from kgbuild.analyse.names.words import is_function_word, is_rare, nisba_states


@pytest.mark.parametrize(
    ("text", "at", "states"),
    [
        ("القوات التركية", 1, ("turkey",)),
        # «السعودية» is the state's name and its adjective.
        ("القوات السعودية", 1, ("saudi-arabia",)),
        ("زار السعودية", 1, ()),
        ("السعودية", 0, ()),
        ("القوات البرية", 1, ()),
    ],
)
def test_an_adjective_of_nationality(norms, text, at, states):
    assert nisba_states(norms(text), at) == states


def test_names_are_rarer_than_function_words():
    assert (is_function_word("الذي"), is_rare("الذي")) == (True, False)
    assert (is_function_word("زرزوريه"), is_rare("زرزوريه")) == (False, True)
