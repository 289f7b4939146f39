"""How often a folded word stands in the counted news."""

from __future__ import annotations

import pytest

from kgbuild.analyse.counts import word_count
from kgbuild.analyse.word_counts import word_counts
from kgbuild.folding import fold


def test_forms_that_fold_alike_are_counted_together():
    alike = [count for form, count in word_counts().seen.items() if fold(form) == "الي"]
    assert len(alike) > 1
    assert word_count("الي") == sum(alike)


@pytest.mark.parametrize(("common", "rare"), [("مدينه", "ناطور"), ("قال", "قيلوله")])
def test_common_words_stand_more_often(common, rare):
    assert word_count(common) > word_count(rare)


def test_a_word_that_was_never_seen():
    assert word_count("قسطنطينوبوليسي") == 0


def test_only_folded_forms_are_known():
    assert word_count("إلى") == 0
