"""Readings of word forms: nouns by rule, verbs by the generated list, both with suffixed pronouns."""

from __future__ import annotations

import pytest

from kgbuild.analyse.morphology import Reading, inflect_noun, readings
from kgbuild.folding import fold
from kgbuild.resources import data_rows


def read(word: str, pos: str) -> list[Reading]:
    return [reading for reading in readings(fold(word)) if reading.pos == pos]


@pytest.mark.parametrize(
    ("word", "features", "person", "suffix"),
    [
        ("قصفت", "perfect", "3fs", ""),
        ("يسيطرون", "imperfect", "3mp", ""),
        ("اعتقلوا", "perfect", "3mp", ""),
        ("اعتقلوهم", "perfect", "3mp", "هم"),
        ("اتهمته", "perfect", "3fs", "ه"),
        ("التقاه", "perfect", "3ms", "ه"),
        ("دعت", "perfect", "3fs", ""),
        ("أصيب", "perfect-passive", "3ms", ""),
        ("محذرة", "active-participle", "", ""),
        ("داعيا", "active-participle", "", ""),
    ],
)
def test_verbs(word, features, person, suffix):
    first = read(word, "v")[0]
    assert (first.features, first.person, first.suffix) == (features, person, suffix)


@pytest.mark.parametrize(
    ("word", "number", "definite", "suffix"),
    [
        ("هجوم", "singular", False, ""),
        ("هجوماً", "singular", False, ""),
        ("الهجوم", "singular", True, ""),
        ("هجومان", "dual", False, ""),
        ("غارتا", "dual", False, ""),
        ("غارتين", "dual", False, ""),
        ("الهجمات", "plural", True, ""),
        ("هجماته", "plural", False, "ه"),
        ("سيطرتهما", "singular", False, "هما"),
        ("لقاؤه", "singular", False, "ه"),
        ("لقائها", "singular", False, "ها"),
        ("القتلى", "plural", True, ""),
    ],
)
def test_nouns(word, number, definite, suffix):
    first = read(word, "n")[0]
    assert (first.features, first.definite, first.suffix) == (number, definite, suffix)
    assert first.is_plural == (number != "singular")


@pytest.mark.parametrize("word", ["كتاب", "إلى", "و", ""])
def test_words_that_the_lexicon_does_not_have(word):
    assert readings(fold(word)) == ()


def test_verbs_come_before_nouns():
    assert [reading.pos for reading in readings(fold("رفضه"))] == ["v", "n"]


def test_only_what_is_written_as_a_passive_is_one():
    assert read("أصيب", "v")[0].is_passive
    assert not read("استهدف", "v")[0].is_passive


def test_a_definite_participle_describes():
    assert [reading.definite for reading in read("المنسحبة", "v")] == [True]


def test_a_missing_hamza_costs_nothing():
    assert readings(fold("اصابة")) == readings(fold("إصابة")) != ()


def test_forms_of_a_noun():
    assert set(inflect_noun("مكالمة|مكالمات")) == {
        ("مكالمه", "singular"), ("مكالمتان", "dual"), ("مكالمتين", "dual"), ("مكالمتا", "dual"), ("مكالمتي", "dual"),
        ("مكالمات", "plural"), ("مكالماتا", "plural"),
    }  # fmt: skip
    # «لقاءً» is written without alef, and «هجوما» «هجومي» is no dual in construct but an adjective.
    assert ("لقاءا", "singular") not in set(inflect_noun("لقاء"))
    assert ("هجومي", "dual") not in set(inflect_noun("هجوم"))


def lemmas(pos: str) -> list[str]:
    return sorted({row[2] for row in data_rows("analyse", "triggers.tsv") if row[1] == pos})


def test_every_noun_of_the_lexicon_is_read_in_all_its_forms():
    forms = {lemma: [fold(form) for form in lemma.split("|")] for lemma in lemmas("n")}
    assert len(forms) > 100
    unread = [lemma for lemma in forms for form in forms[lemma] if lemma not in {read.lemma for read in readings(form)}]
    assert not unread


def test_a_lemma_is_one_token():
    """Readings are of one token, so a lemma of two words would never be found."""
    assert not [lemma for lemma in lemmas("n") if " " in lemma]


def test_every_verb_of_the_lexicon_has_forms():
    forms = {
        lemma: {row[0] for row in data_rows("analyse", "trigger_forms.tsv") if row[1] == lemma} for lemma in lemmas("v")
    }
    assert len(forms) > 100
    assert not [lemma for lemma, found in forms.items() if len(found) < 10]


def test_forms_are_folded():
    assert not [row[0] for row in data_rows("analyse", "trigger_forms.tsv") if fold(row[0]) != row[0]]
