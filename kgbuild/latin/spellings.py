"""The usual Latin spellings of words, from the data files, each read once."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kgbuild.folding import fold
from kgbuild.resources import data_file, data_rows

ROOM = "latin"
KNOWN = "known_words.tsv.gz"


@cache
def common_words() -> Mapping[str, str]:
    """Return folded word -> spelling, of the words written by hand (``common_words.tsv``)."""
    return MappingProxyType({fold(word): spelling for word, spelling in data_rows(ROOM, "common_words.tsv")})


@cache
def known_words() -> Mapping[str, str]:
    """Return folded word -> spelling, of names that people and places bear (``known_words.tsv.gz``)."""
    with gzip.open(data_file(ROOM, KNOWN), "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        return MappingProxyType(dict(rows))
