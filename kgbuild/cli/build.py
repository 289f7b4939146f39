"""``kgbuild build``: news, or annotations of news, to a graph on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from kgbuild.cli.console import ExitCode, results, say_left_out
from kgbuild.cli.inputs import EMBEDDED, Date, Gazetteer, Inputs, Processes, Quiet, given_annotations, settings_from
from kgbuild.cli.progress import counted
from kgbuild.errors import KgbuildError
from kgbuild.iris import BASE
from kgbuild.records import Annotation
from kgbuild.settings import Settings
from kgbuild.summary import Summary

# Who made annotations that come as a file, unless the user says.
GIVEN = "given"


def build(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the graph.")] = Path("out"),
    date: Date = None,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Inputs are annotation records (.jsonl), used as they are.")
    ] = False,
    annotator: Annotated[
        str | None, typer.Option(help="Who extracts (default: embedded); with --annotations, who made them.")
    ] = None,
    processes: Processes = 1,
    base: Annotated[str, typer.Option(help="Namespace of the data's IRIs.")] = BASE,
    gazetteer: Gazetteer = None,
    check: Annotated[
        bool, typer.Option("--check", help="Check each document against the SHACL shapes; skip one that breaks them.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Build the graph of news items: Turtle, TriG, N-Quads, a description of it, annotations and a report.

    Example: `kgbuild build examples --out out`

    Exit code: 0 all built, 1 something was skipped, 2 nothing could be built.
    """
    from kgbuild.flow import build_graph

    extractor = annotator or (GIVEN if annotations else EMBEDDED)
    settings = settings_from(annotator=extractor, processes=processes, base=base, gazetteer=gazetteer, check=check)
    summary = Summary()
    stream = summary.sift(given_annotations(inputs)) if annotations else _extracted(inputs, date, settings, summary)
    try:
        with counted(stream, shown=not quiet) as watched:
            build_graph(watched, out, settings, summary)
    except KgbuildError:
        say_left_out(summary)
        raise
    if not quiet:
        say_left_out(summary)
        results().print(_table(summary))
        files = "graph.ttl, graph.trig, graph.nq, dataset.ttl, annotations.jsonl, report.json"
        results().print(f"written to {out.as_posix()}: {files}", soft_wrap=True)
    if summary.skipped:
        raise typer.Exit(ExitCode.INCOMPLETE)


def _extracted(inputs: list[str], date: str | None, settings: Settings, summary: Summary) -> Iterator[Annotation]:
    from kgbuild.flow import extract_annotations
    from kgbuild.read import ReadOptions, read_articles

    return extract_annotations(read_articles(inputs, options=ReadOptions(date=date)), settings, summary)


def _table(summary: Summary) -> Table:
    counts = {
        "articles": summary.articles,
        "words": summary.words,
        "entities": summary.entities,
        "events": summary.events,
        "claims": summary.claims,
        "relations": summary.relations,
        "statements": summary.quads,
        "skipped": len(summary.skipped),
    }
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for name, count in counts.items():
        table.add_row(name, f"{count:,}")
    return table
