"""Annotators by entry point: the page that explains them, run as it stands, and what goes wrong in words."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kgbuild.annotators import GROUP, annotate_or_skip, annotator_names, load_annotator
from kgbuild.embedded import RuleAnnotator
from kgbuild.errors import ExtractError
from kgbuild.records import Annotation, Article, Skipped

PAGE = Path(__file__).parents[1] / "docs" / "annotators.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """A folder as `pip install` of the page's package leaves it: the module, and its entry point."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "truce.py").write_text(blocks("python")[0], encoding="utf-8")
    (folder / "sure.py").write_text(blocks("python")[1], encoding="utf-8")
    project = tomllib.loads(blocks("toml")[0])["project"]
    metadata = folder / f"{project['name']}-{project['version']}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 1.0\n")
    points = project["entry-points"][GROUP] | {"sure": "sure:SureAnnotator"}
    lines = [f"[{GROUP}]", *(f"{name} = {target}" for name, target in points.items())]
    (metadata / "entry_points.txt").write_text("\n".join(lines))
    return folder


@pytest.fixture
def installed(package, monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(package))
    monkeypatch.delitem(sys.modules, "sure", raising=False)


def run(commands: str, folder: Path, package: Path) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(package), "TERM": "dumb"}
    done = subprocess.run(["/bin/sh", "-ec", commands], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_page_runs(package, tmp_path):
    (commands,) = blocks("bash")
    run(commands, tmp_path, package)
    (found,) = [json.loads(line) for line in (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [entity["name"] for entity in found["entities"]] == ["تعز", "الحديدة"]
    assert [(event["type"], event["place"]) for event in found["events"]] == [("Ceasefire", ["e1"])]
    assert json.loads((tmp_path / "truces" / "report.json").read_text(encoding="utf-8"))["annotator"] == "truce"


def test_an_annotator_that_builds_on_the_embedded_one(installed):
    found = load_annotator("sure").annotate(Article("a", "سيطرت الفصائل المسلحة على مدينة حلب، السبت."))
    assert all(event.confidence >= 0.8 for event in found.events)
    assert found.entities


def test_installed_annotators_are_listed(installed):
    assert set(annotator_names()) >= {"embedded", "rules", "sure", "truce"}
    assert list(annotator_names()) == sorted(annotator_names())


def test_the_annotator_of_a_name():
    assert type(load_annotator("rules")) is RuleAnnotator


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(ExtractError, match="no annotator is called 'nobody'") as caught:
        load_annotator("nobody")
    assert "embedded, rules" in caught.value.hint


def test_an_annotator_that_does_not_start_says_why(package, tmp_path, monkeypatch):
    shutil.copytree(package, tmp_path / "site")
    (tmp_path / "site" / "sure.py").write_text("raise RuntimeError('no model')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "sure", raising=False)
    with pytest.raises(ExtractError, match="annotator 'sure' does not start: RuntimeError: no model"):
        load_annotator("sure")


class Fragile:
    """Fails on one article."""

    def annotate(self, article: Article) -> Annotation:
        if article.id == "bad":
            raise KeyError("towns")
        return Annotation(article)


def test_a_failing_article_is_skipped_with_its_reason():
    assert annotate_or_skip(Fragile(), Article("bad", "نص")) == Skipped("bad", "extract", "KeyError: 'towns'")
    assert annotate_or_skip(Fragile(), Article("good", "نص")) == Annotation(Article("good", "نص"))
