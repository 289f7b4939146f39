"""What tests of several rooms share: the gold records, and the graphs that these and the examples make."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgbuild.flow import build_graph, extract_annotations
from kgbuild.read import ReadOptions, read_annotations, read_articles
from kgbuild.settings import Settings
from kgbuild.summary import Summary

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def gold() -> Path:
    """Annotation records that were made by hand."""
    return ROOT / "tests" / "gold" / "dev.jsonl"


@pytest.fixture(scope="session")
def gold_graph(gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the gold records writes."""
    out = tmp_path_factory.mktemp("gold") / "out"
    summary = Summary()
    build_graph(summary.sift(read_annotations(gold)), out, Settings(annotator="given"), summary)
    assert not summary.skipped
    return out


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    """The folder that a build of ``examples/`` writes, and its account."""
    out = tmp_path_factory.mktemp("examples") / "out"
    summary = Summary()
    with pytest.MonkeyPatch.context() as patch:
        # Inputs are named as a user in the checkout would name them.
        patch.chdir(ROOT)
        articles = read_articles(["examples"], options=ReadOptions())
        build_graph(extract_annotations(articles, Settings(), summary), out, Settings(), summary)
    return out, summary


@pytest.fixture(scope="session")
def example_graph(examples: tuple[Path, Summary]) -> Path:
    """The folder that a build of ``examples/`` writes."""
    return examples[0]


@pytest.fixture(scope="session")
def example_summary(examples: tuple[Path, Summary]) -> Summary:
    """The account of a build of ``examples/``."""
    return examples[1]


@pytest.fixture(scope="session")
def story_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the twelve-day story writes."""
    out, settings, summary = tmp_path_factory.mktemp("story") / "out", Settings(), Summary()
    articles = read_articles([str(ROOT / "tests" / "gold" / "story" / "articles.jsonl")], options=ReadOptions())
    build_graph(extract_annotations(articles, settings, summary), out, settings, summary)
    return out
