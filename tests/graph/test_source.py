"""A document's sentences and ids as the triples need them."""

from __future__ import annotations

import pytest

from kgbuild.graph.source import Source


@pytest.fixture
def source(knowledge, run) -> Source:
    return Source(knowledge, run)


@pytest.mark.parametrize(("surface", "index"), [("سيطرت", 0), ("الفجر", 0), ("ونفت", 1), ("ذلك", 1), ("المعارك", 2)])
def test_sentence_at_finds_the_sentence_of_an_offset(source, surface, index):
    assert source.sentence_at(source.article.text.index(surface)) == index


@pytest.mark.parametrize("gap", ["\n", " وقال"])
def test_sentence_at_is_none_between_sentences(source, gap):
    assert source.sentence_at(source.article.text.index(gap)) is None


def test_sentence_at_is_none_past_the_end(source):
    assert source.sentence_at(len(source.article.text)) is None


@pytest.mark.parametrize("index", [-1, 3])
def test_sentence_refuses_an_index_that_does_not_exist(source, index):
    with pytest.raises(ValueError, match="has 3"):
        source.sentence(index)


@pytest.mark.parametrize("lookup", ["node", "event"])
def test_unresolved_id_is_refused(source, lookup):
    with pytest.raises(ValueError, match="'no'"):
        getattr(source, lookup)("no")


def test_mint_depends_on_kind_and_every_part(source):
    minted = {source.mint("claim", "a", "b"), source.mint("claim", "ab", ""), source.mint("position", "a", "b")}
    assert len(minted) == 3
