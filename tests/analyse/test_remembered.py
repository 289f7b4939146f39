"""Regression: caches that kept every word, or several times as many, let memory grow with the corpus."""

from __future__ import annotations

import pytest

from kgbuild.analyse import conditions, morphology, proclitics, tokenizer
from kgbuild.analyse.names import features, words
from kgbuild.analyse.remembered import WORDS_REMEMBERED

OF_WORDS = (
    conditions.classes_of,
    features.lexical,
    morphology.readings,
    proclitics.expand_fused,
    proclitics.split_proclitics,
    tokenizer.norm,
    words.is_function_word,
    words.is_rare,
    words.is_verb_like,
)


@pytest.mark.parametrize("function", OF_WORDS, ids=lambda function: function.__name__)
def test_what_is_kept_of_words_has_a_bound(function):
    assert function.cache_parameters()["maxsize"] == WORDS_REMEMBERED


def test_a_bound_leaves_the_answers_as_they_are():
    before = [morphology.readings(word) for word in ("قصفت", "هجوم")]
    for number in range(WORDS_REMEMBERED + 1):
        morphology.readings(f"كلمه{number}")
    assert [morphology.readings(word) for word in ("قصفت", "هجوم")] == before
