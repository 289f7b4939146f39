"""The quality of extraction: F1 of each part on gold records, which may not fall below ``gold/floors.json``.

Floors only rise. ``dev.jsonl`` is part of the project; a file of real news that may not be
published can lie beside the checkout, in ``../shared/gold``, and is held to its floors too.
The shipped weights have learned from these records, so the floors guard against breaking
what works; from ``held_out.jsonl`` nothing was learned, and ``make gold`` crosses halves.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from kgbuild.evaluate import Report, score
from kgbuild.flow import extract_annotations
from kgbuild.read import read_annotations
from kgbuild.settings import Settings
from kgbuild.store.annotations import annotation_to_json
from kgbuild.summary import Summary

GOLD = Path(__file__).parent / "gold"
BESIDE = Path(__file__).parents[2] / "shared" / "gold"
FLOORS: dict[str, dict[str, float]] = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))


def place(name: str) -> Path:
    return next((folder / name for folder in (GOLD, BESIDE) if (folder / name).is_file()), GOLD / name)


@cache
def report(name: str) -> Report:
    """Extract the texts of a gold file once and score the result."""
    lines = place(name).read_text(encoding="utf-8").splitlines()
    summary = Summary()
    articles = (annotation.article for annotation in summary.sift(read_annotations(place(name))))
    predicted = [annotation_to_json(found) for found in extract_annotations(articles, Settings(), summary)]
    assert not summary.skipped, summary.skipped[:3]
    return score(map(json.loads, lines), predicted)


@pytest.mark.parametrize(("name", "part"), [(name, part) for name, parts in FLOORS.items() for part in parts])
def test_no_part_is_below_its_floor(name: str, part: str) -> None:
    if not place(name).is_file():
        pytest.skip(f"{name} is not part of the project, and not in ../shared/gold")
    f1 = report(name).parts[part].f1
    assert f1 >= FLOORS[name][part], f"{part} of {name}: F1 {f1:.3f}, floor {FLOORS[name][part]:.3f}"
