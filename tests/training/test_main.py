"""`python -m training` and `python -m training.measure`, as docs/training.md shows them, on a few documents."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="needs the extra `training`")

from kgbuild import models
from training.gold import half_of, read_gold

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "training.md"
# Enough documents for three folds a half, few enough for a test.
DOCUMENTS = 8
WEIGHTS = sorted(value for name, value in vars(models).items() if name.isupper() and isinstance(value, str))


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def checkout(gold, tmp_path_factory) -> Path:
    """A folder with a gold file of a few short documents of each half, under the page's name for it."""
    records = sorted(read_gold([gold]), key=lambda record: len(record["text"]))
    chosen = [record for half in (0, 1) for record in [r for r in records if half_of(r) == half][:DOCUMENTS]]
    path = tmp_path_factory.mktemp("checkout") / "tests" / "gold" / "dev.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in chosen), encoding="utf-8")
    return path.parents[2]


def run(commands: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    done = subprocess.run(["/bin/sh", "-ec", commands], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_the_page_runs(checkout):
    output = run("\n".join(blocks("bash")), checkout)
    crossed, alone, *_ = re.findall(r"^dev\.jsonl (\{.*\})$", output, re.MULTILINE)
    # The page shows what is printed.
    (shown,) = blocks("text")
    assert list(json.loads(crossed)) == list(json.loads(shown.removeprefix("dev.jsonl ")))
    assert all(0 <= figure <= 1 for figure in json.loads(crossed).values())
    assert json.loads(alone)["events"] > 0
    halves = checkout / "build" / "halves"
    files = {str(path.relative_to(halves)) for path in halves.rglob("*") if path.is_file()}
    expected = {f"{half}/{name}" for half in (0, 1) for name in WEIGHTS}
    # A few documents may be too few for the second stage of the names.
    assert files | {f"{half}/{models.NAME_SPANS}" for half in (0, 1)} == expected
    gold = read_gold([checkout / "tests" / "gold" / "dev.jsonl"])
    predicted = read_gold([checkout / "build" / "predicted" / "dev.jsonl"])
    assert [record["id"] for record in predicted] == [record["id"] for record in gold]
    # A folder of weights is used as the page says.
    (use,) = blocks("python")
    (checkout / "use.py").write_text(use + "\nprint(annotation.article.id)\n", encoding="utf-8")
    assert run("python use.py", checkout) == "1\n"


def test_the_page_names_every_file_of_weights():
    assert set(re.findall(r"^\| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)) == set(WEIGHTS)
