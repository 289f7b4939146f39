"""Speed and memory of each stage, also as ratios to tokenising with ``spacy.blank("ar")`` in the same run.

Absolute figures depend on the machine; the ratios travel. Without an argument the examples
are repeated; or give a file or folder of news that ``kgbuild build`` can read.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import spacy

from kgbuild.annotators import annotate_or_skip, load_annotator
from kgbuild.ask.library import list_questions
from kgbuild.ask.run import query_store
from kgbuild.graph import Run, knowledge_quads
from kgbuild.read import ReadOptions, read_articles
from kgbuild.records import Annotation, Article
from kgbuild.resolve import resolve
from kgbuild.settings import Settings
from kgbuild.store import Workspace, entry_of, load_union

EXAMPLES = Path(__file__).parents[1] / "examples"
ARTICLES = 500
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Stage:
    """What one stage took: seconds, and the process's peak memory after it in MiB."""

    name: str
    seconds: float
    peak: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--limit", type=int, default=ARTICLES, help=f"articles (default {ARTICLES})")
    options = parser.parse_args()
    articles = read(options.input, options.limit)
    words = sum(len(article.text.split()) for article in articles)
    stages = measure(articles)
    report(stages, len(articles), words)


def read(path: Path, limit: int) -> list[Article]:
    """Return ``limit`` articles; the examples are repeated until there are so many."""
    found = read_articles([path], options=ReadOptions())
    articles = list(islice((item for item in found if isinstance(item, Article)), limit))
    if path != EXAMPLES:
        return articles
    return [replace(articles[n % len(articles)], id=f"{n}") for n in range(limit)]


def measure(articles: list[Article]) -> list[Stage]:
    """Run each stage on all articles, one after the other."""
    stages: list[Stage] = []

    def timed(name: str, work: Callable[[], Result]) -> Result:
        begun = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - begun
        stages.append(Stage(name, seconds, peak()))
        return result

    blank = spacy.blank("ar")
    timed("spacy.blank tokenising", lambda: [len(blank.make_doc(article.text)) for article in articles])
    annotator = timed("load the annotator", lambda: warm(articles[0]))
    found = timed("analyse + extract", lambda: [annotate_or_skip(annotator, article) for article in articles])
    annotations = [item for item in found if isinstance(item, Annotation)]
    if len(annotations) < len(articles):
        print(f"{len(articles) - len(annotations)} articles failed and are left out", file=sys.stderr)
    run, base = Run("bench", Settings().annotator), Settings().base
    quads = timed("resolve + graph", lambda: [knowledge_quads(resolve(item, base=base), run) for item in annotations])
    with TemporaryDirectory() as folder:
        timed("store", lambda: write(Path(folder), list(zip(annotations, quads, strict=True))))
        store = timed("load for queries", lambda: load_union(Path(folder)))
        timed("all questions", lambda: [query_store(store, question.text) for question in list_questions()])
    return stages


def warm(article: Article) -> Any:
    """Load the annotator and let it read its word lists, which it does on its first article."""
    annotator = load_annotator(Settings().annotator)
    annotate_or_skip(annotator, article)
    return annotator


def write(folder: Path, documents: list[tuple[Annotation, list[Any]]]) -> None:
    """Write all documents as one workspace."""
    with Workspace(folder) as held:
        for annotation, quads in documents:
            held.put(annotation, quads, entry_of(annotation, annotation.article.id, "bench"))
        held.commit(lambda entries: {"articles": len(entries)})


def peak() -> float:
    """Return the peak memory of this process so far, in MiB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def report(stages: list[Stage], articles: int, words: int) -> None:
    """Print a line a stage."""
    print(f"{articles:,} articles, {words:,} words")
    print(f"{'stage':24} {'seconds':>8} {'words/s':>10} {'x tokenising':>13} {'peak MiB':>9}")
    for stage in stages:
        rate, ratio = words / stage.seconds, stage.seconds / stages[0].seconds
        print(f"{stage.name:24} {stage.seconds:8.2f} {rate:10,.0f} {ratio:13.1f} {stage.peak:9.0f}")


if __name__ == "__main__":
    main()
