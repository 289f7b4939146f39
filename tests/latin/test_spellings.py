"""The lists of spellings: plain ASCII, each word once, and nothing that reading gives by itself."""

import re

from kgbuild.folding import fold
from kgbuild.latin.romanise import by_letters
from kgbuild.latin.spellings import common_words, known_words
from kgbuild.resources import data_rows


def test_spellings_are_ascii_words():
    for words in (common_words(), known_words()):
        assert [spelling for spelling in words.values() if not re.fullmatch(r"[A-Za-z' .-]+", spelling)] == []


def test_words_are_folded_and_listed_once():
    assert all(word == fold(word) for word in known_words())
    assert not common_words().keys() & known_words().keys()
    rows = data_rows("latin", "common_words.tsv")
    assert len({fold(word) for word, _ in rows}) == len(rows)


def test_known_words_say_more_than_their_letters():
    named = [word for word, spelling in known_words().items() if by_letters(word).casefold() == spelling.casefold()]
    # Names of states and towns are listed whatever they are like, as they hold with their article.
    assert len(named) < len(known_words()) / 50
