"""The number words of Arabic, looked up by folded form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgbuild.analyse.word_table import WordTable
from kgbuild.folding import fold
from kgbuild.resources import data_rows


class WordClass(Enum):
    """What a number word may combine with; the classes are explained in ``data/numbers.tsv``."""

    UNIT = "unit"
    COMPOUND = "compound"
    TEN = "ten"
    TENS = "tens"
    HUNDRED = "hundred"
    HUNDREDS = "hundreds"
    SCALE = "scale"
    SCALES = "scales"
    DUAL = "dual"
    FRACTION = "fraction"
    VAGUE = "vague"
    PERCENT = "percent"
    BETWEEN = "between"
    TO = "to"


_CONNECTORS = frozenset({WordClass.PERCENT, WordClass.BETWEEN, WordClass.TO})


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number word; ``value`` is 0 for vague ones."""

    value: int
    word_class: WordClass


def _read(name: str) -> list[tuple[str, NumberWord]]:
    rows = data_rows("analyse", name)
    return [(word, NumberWord(0 if value == "-" else int(value), WordClass(kind))) for word, value, kind in rows]


@cache
def cardinal_words() -> dict[str, NumberWord]:
    """Return folded form -> word, with the definite forms that cannot be mistaken.

    Definite one and two are left out: «الأحد» and «الاثنين» are days of the week.
    """
    words = {fold(form): word for form, word in _read("numbers.tsv") if word.word_class not in _CONNECTORS}
    definite = {"ال" + form: word for form, word in words.items() if word.value not in (1, 2)}
    return {**definite, **words}


@cache
def ordinal_words() -> dict[str, NumberWord]:
    """Return folded form -> ordinal word, definite and indefinite."""
    words = {fold(form): word for form, word in _read("ordinals.tsv")}
    return {**words, **{"ال" + form: word for form, word in words.items()}}


def connector_words(word_class: WordClass) -> frozenset[str]:
    """Return the first tokens of a class that joins numbers or makes shares of them."""
    return _connectors(word_class).first_words


def connector_at(word_class: WordClass, norms: Sequence[str], at: int) -> int | None:
    """Return the end of the connector of a class at a place."""
    found = _connectors(word_class).match(norms, at)
    return None if found is None else found[0]


@cache
def _connectors(word_class: WordClass) -> WordTable[None]:
    return WordTable((form, None) for form, word in _read("numbers.tsv") if word.word_class is word_class)
