"""How long each shipped question takes in the embedded store, on a graph of a million triples by default.

A question is put as users put it: what it needs to know, and its place, actor or entity where it has one, is the
name that stands in most events; the rest is left open. ``open`` is the same question about everything, where nothing
is needed: a list of thousands of rows, for analysis. Absolute figures depend on the machine; the last column is the
ratio to loading the graph.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kgbuild.ask.library import list_questions
from kgbuild.ask.question import ParameterType, Question
from kgbuild.ask.run import query_store, run_query
from kgbuild.derive import derive
from kgbuild.flow import build_graph, extract_annotations
from kgbuild.read import ReadOptions, read_articles
from kgbuild.records import Annotation
from kgbuild.settings import Settings
from kgbuild.store import load_union
from kgbuild.summary import Summary

EXAMPLES = Path(__file__).parents[1] / "examples"
TRIPLES = 1_000_000
DAYS_APART = 3
_KGB = "https://w3id.org/kgbuild/ontology#"
# The thing of a kind that most events name, by the property that leads to it from an event.
_FREQUENT = (
    "SELECT ?thing (COUNT(*) AS ?n) WHERE {{ ?event <{path}> ?thing }} GROUP BY ?thing ORDER BY DESC(?n) ?thing LIMIT 1"
)
_LEADS_TO = {
    ParameterType.PLACE: f"{_KGB}place",
    ParameterType.ACTOR: f"{_KGB}agent",
    ParameterType.ENTITY: f"{_KGB}agent",
    ParameterType.OPERATION: f"{_KGB}operation",
}


def main() -> None:
    """Build or load the graph, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", type=Path, help="folder that build wrote; absent: the examples, repeated")
    parser.add_argument("--triples", type=int, default=TRIPLES, help=f"about how many (default {TRIPLES:,})")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        if options.graph is None:
            build_repeated(Path(folder), options.triples)
        begun = time.perf_counter()
        store = load_union(options.graph or Path(folder))
        loading = time.perf_counter() - begun
        store.bulk_extend([ox.Quad(quad.subject, quad.predicate, quad.object) for quad in derive(store)])
    triples = sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    print(f"{triples:,} triples, loaded in {loading:.1f} s")
    report(store, loading)


def build_repeated(folder: Path, triples: int) -> None:
    """Build the examples again and again, each time as documents of other days, until there are so many triples."""
    settings, summary = Settings(), Summary()
    items = read_articles([EXAMPLES], options=ReadOptions())
    annotations = list(extract_annotations(items, settings, summary))
    # What all copies share (names of places and actors) counts once.
    once, twice = (_union_size(folder, _copies(annotations, times)) for times in (1, 2))
    times = 1 + -(-(triples - once) // (twice - once))
    build_graph(_copies(annotations, times), folder, settings, Summary())


def _union_size(folder: Path, annotations: Iterator[Annotation]) -> int:
    build_graph(annotations, folder, Settings(), Summary())
    return len(load_union(folder))


def _copies(annotations: list[Annotation], times: int) -> Iterator[Annotation]:
    for number in range(times):
        for annotation in annotations:
            article = annotation.article
            day = date.fromisoformat(article.date) + timedelta(days=DAYS_APART * number) if article.date else None
            changed = replace(article, id=f"{number}-{article.id}", date=day.isoformat() if day else None)
            yield replace(annotation, article=changed)


def report(store: ox.Store, loading: float) -> None:
    """Print a line a question."""
    known = {kind: _frequent(store, path) for kind, path in _LEADS_TO.items()}
    print(f"{'question':28} {'seconds':>8} {'rows':>7} {'open':>8} {'rows':>8} {'x loading':>10}")
    for question in list_questions():
        asked, rows = timed(store, question, _values(question, known))
        needed = any(parameter.required for parameter in question.parameters)
        begun = time.perf_counter()
        everything = 0 if needed else len(query_store(store, question.text).rows)
        whole = "" if needed else f"{time.perf_counter() - begun:8.2f}"
        ratio = asked / loading
        print(f"{question.name:28} {asked:8.2f} {rows:7,} {whole:>8} {everything:8,} {ratio:10.3f}", flush=True)


def timed(store: ox.Store, question: Question, values: Mapping[str, str]) -> tuple[float, int]:
    """Return how many seconds a question took, and its rows."""
    begun = time.perf_counter()
    rows = run_query(store, question, values).rows
    return time.perf_counter() - begun, len(rows)


def _frequent(store: ox.Store, path: str) -> str | None:
    rows = query_store(store, _FREQUENT.format(path=path)).rows
    return rows[0][0] if rows else None


def _values(question: Question, known: Mapping[ParameterType, str | None]) -> dict[str, str]:
    """The first name that a question asks for, and all that it needs."""
    values: dict[str, str] = {}
    for parameter in question.parameters:
        thing = known.get(parameter.type)
        if thing and (parameter.required or not values):
            values[parameter.name] = thing
    return values


if __name__ == "__main__":
    main()
