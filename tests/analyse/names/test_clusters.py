"""Words that stand in the same company share a class."""

from __future__ import annotations

import pytest

from kgbuild.analyse.names.clusters import LEVELS, word_clusters, word_signs


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [("تركيا", "روسيا", "قال"), ("قال", "اضاف", "تركيا"), ("السبت", "الاحد", "مدينه")],
)
def test_like_words_share_a_coarse_cluster(one, like, unlike):
    clusters = word_clusters()
    assert clusters[one][-1] == clusters[like][-1] != clusters[unlike][-1]


def test_every_word_has_each_level_or_none():
    assert {len(levels) for levels in word_clusters().values()} == {LEVELS}
    assert "زرزوريه" not in word_clusters()


def test_signs_tell_the_kind_of_name():
    assert any(sign.startswith("BSettlement") for sign in word_signs()["عفرين"])
    assert any("Person" in sign for sign in word_signs()["محمد"])
