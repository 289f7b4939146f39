"""Quality on documents that were not learned from: F1 of each half by the weights of the other, which may not fall.

Needs the real articles beside the checkout (``../shared``), which are not part of the
project, and takes some minutes; without them the floors of ``test_gold.py`` stand alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="needs the extra `training`")

from kgbuild.embedded import EmbeddedAnnotator
from kgbuild.evaluate import Report, score
from kgbuild.models import Models
from training.gold import read_gold
from training.measure import predict
from training.standoff import attached
from training.weights import train_halves

ROOT = Path(__file__).parents[2]
FILES = {
    "dev.jsonl": ROOT / "tests" / "gold" / "dev.jsonl",
    "written.jsonl": ROOT / "tests" / "gold" / "written.jsonl",
    "news.jsonl": ROOT.parent / "shared" / "gold" / "news.jsonl",
}
# Two folds instead of three, and every second of the articles whose events alone were annotated: for CI.
QUICK = 2
WRITTEN, EVENTS = (ROOT / "tests" / "gold" / name for name in ("written_2.jsonl", "article_events.jsonl"))
ARTICLES = ROOT.parent / "shared" / "data" / "news" / "ant_v2.1_multisource.jsonl.gz"
FLOORS: Mapping[str, Mapping[str, float]] = json.loads(
    (ROOT / "tests" / "gold" / "cross_fitted_floors.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Train on each half once, and score each file by the other half's weights."""
    if not (FILES["news.jsonl"].is_file() and ARTICLES.is_file()):
        pytest.skip("the real articles are not in ../shared")
    folder = tmp_path_factory.mktemp("halves")
    twice = read_gold([FILES["dev.jsonl"], FILES["news.jsonl"]], weight=2)
    once = read_gold([FILES["written.jsonl"], WRITTEN]) + attached(read_gold([EVENTS])[::2], [ARTICLES])
    train_halves(twice + once, folder, folds=QUICK)
    annotators = {half: EmbeddedAnnotator(Models(folder / str(half))) for half in (0, 1)}
    records = {name: read_gold([path]) for name, path in FILES.items()}
    return {name: score(gold, predict(gold, annotators)) for name, gold in records.items()}


@pytest.mark.parametrize(("name", "part"), [(name, part) for name, parts in FLOORS.items() for part in parts])
def test_no_part_is_below_its_floor(reports: dict[str, Report], name: str, part: str) -> None:
    f1 = reports[name].parts[part].f1
    assert f1 >= FLOORS[name][part], f"{part} of {name}: F1 {f1:.3f}, floor {FLOORS[name][part]:.3f}"
