"""Which things of the world the gold's entities are: links against a key that a person made from the documents.

``gold/links.jsonl`` is that key (docs/quality.md says how it was made). The gold's own annotations are resolved, so
that linking alone is measured. The real article of the key may not be published; it can lie beside the checkout.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from kgbuild.evaluate import LinkReport, score_links
from kgbuild.read import read_annotations
from kgbuild.registry import actors, governorates, places, states
from kgbuild.resolve import resolve
from kgbuild.summary import Summary

GOLD = Path(__file__).parent / "gold"
SEED = Path(__file__).parents[2] / "shared" / "gold" / "seed.jsonl"
KEY = [json.loads(line) for line in (GOLD / "links.jsonl").read_text(encoding="utf-8").splitlines()]
# Floors only rise.
ACCURACY, COVERAGE = 0.97, 0.90


@cache
def report(gold: Path) -> LinkReport:
    if not gold.is_file():
        pytest.skip(f"{gold.name} is not part of the project, and not in ../shared/gold")
    summary = Summary()
    found = score_links(KEY, map(resolve, summary.sift(read_annotations(gold))))
    assert not summary.skipped, summary.skipped[:3]
    return found


@pytest.mark.parametrize("gold", [GOLD / "dev.jsonl", SEED], ids=lambda path: path.name)
def test_links_are_right_and_few_are_missed(gold: Path):
    score = report(gold).scores["all"]
    assert score.accuracy >= ACCURACY, report(gold).errors
    assert score.coverage >= COVERAGE, report(gold).errors


def test_the_key_has_every_entity_of_the_gold():
    gold = [json.loads(line) for line in (GOLD / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    entities = {(document["id"], entity["id"]): entity["name"] for document in gold for entity in document["entities"]}
    keyed = {(row["document"], row["entity"]): row["name"] for row in KEY if row["document"] != "seed"}
    assert keyed == entities


def test_the_key_names_what_there_is():
    acting = {f"actor/{fact.slug}" for fact in (*states(), *actors())}
    operations = {f"operation/{actor.slug}" for actor in actors()}
    located = {f"place/{fact.slug}" for fact in (*states(), *governorates(), *places())}
    named = {row[part] for row in KEY for part in ("link", "within") if row.get(part)}
    assert sorted(named - acting - operations - located) == []
    assert sum(1 for row in KEY if row["link"] or "within" in row) >= 250
