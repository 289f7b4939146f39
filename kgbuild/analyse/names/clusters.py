"""What unannotated news tells of a word: its company, and the names that rules find it in."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache

from kgbuild.resources import data_file

LEVELS = 3


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    with gzip.open(data_file("analyse", "word_clusters.tsv.gz"), "rt", encoding="utf-8") as lines:
        return tuple(tuple(line.rstrip("\n").split("\t")) for line in lines if not line.startswith("#"))


@cache
def word_clusters() -> Mapping[str, tuple[str, ...]]:
    """Return the folded word -> its cluster at each level, the finest first (``word_clusters.tsv.gz``)."""
    return {word: tuple(rest[:LEVELS]) for word, *rest in _rows() if rest[0]}


@cache
def word_signs() -> Mapping[str, tuple[str, ...]]:
    """Return the folded word -> in which names rules find it in news, as the file's header explains."""
    return {word: tuple(rest[LEVELS].split()) for word, *rest in _rows() if rest[LEVELS]}
