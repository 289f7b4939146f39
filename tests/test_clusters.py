"""Merging events of different documents: articles written for this project, with a key and planted traps.

``gold/clusters/articles.jsonl`` tells happenings from two to four sides each; ``key.tsv`` says which trigger tells
which; ``traps.tsv`` names those that are alike, in one place and week, and are not one. Extraction is included.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kgbuild.cli.clusters import cluster_quality, read_key
from kgbuild.evaluate import ClusterScore
from kgbuild.settings import Settings

CLUSTERS = Path(__file__).parent / "gold" / "clusters"
# Floors only rise.
F1_WITH_MISSES, F1_OF_FOUND = 0.94, 0.95


@cache
def quality() -> ClusterScore:
    return cluster_quality(CLUSTERS / "articles.jsonl", CLUSTERS / "key.tsv", Settings())


def traps() -> list[tuple[str, str]]:
    lines = (CLUSTERS / "traps.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(min(row[:2]), max(row[:2])) for row in rows]


def test_events_are_merged_as_the_key_says():
    found = quality()
    assert found.f1 >= F1_WITH_MISSES, f"split {found.split}, joined {found.joined}, missed {found.missed}"
    assert found.found_f1 >= F1_OF_FOUND


@pytest.mark.parametrize("trap", traps(), ids=" ".join)
def test_no_two_happenings_of_one_place_and_week_are_joined(trap):
    assert trap not in quality().joined


def test_the_set_is_what_it_says():
    key = read_key(CLUSTERS / "key.tsv")
    told: dict[str, set[str]] = {}
    for (article, _), happening in key.items():
        told.setdefault(happening, set()).add(article)
    assert sum(len(articles) > 1 for articles in told.values()) >= 25
    assert len({article for article, _ in key}) >= 42
    assert len(traps()) >= 10
    assert {name for trap in traps() for name in trap} <= told.keys()
