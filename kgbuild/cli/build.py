"""``kgbuild build``: news, or annotations of news, to a graph on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from kgbuild.cli.console import ExitCode, remarks, results, say_left_out
from kgbuild.cli.inputs import EMBEDDED, Date, Gazetteer, Inputs, Processes, Quiet, given_annotations, settings_from
from kgbuild.cli.merge import merge_and_say
from kgbuild.cli.progress import counting
from kgbuild.errors import KgbuildError
from kgbuild.iris import BASE
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
    base: Annotated[
        str | None, typer.Option(help=f"Namespace of the data's IRIs; else the folder's, in a new one {BASE}.")
    ] = None,
    gazetteer: Gazetteer = None,
    merge: Annotated[
        bool, typer.Option("--merge", help="Merge the events of the graph afterwards, as kgbuild merge does.")
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Begin without what the folder holds.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Check each document against the SHACL shapes; skip one that breaks them.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Build the graph of news items, or add to it: Turtle, TriG, N-Quads, a description, annotations and a report.

    Example: `kgbuild build examples --out out`

    What the folder holds already is not extracted again; an article with the id or address of an earlier one takes its
    place. A build that was stopped goes on where it was when it is run again. Annotations that you correct in
    `annotations.jsonl` are in the graph after the next build. `kgbuild remove` takes articles out.

    Exit code: 0 all built, 1 something was skipped, 2 nothing could be built.
    """
    from kgbuild.flow import build_from_articles, build_graph
    from kgbuild.read import ReadOptions, read_articles
    from kgbuild.store.condition import base_of

    extractor = annotator or (GIVEN if annotations else EMBEDDED)
    namespace = base or (BASE if anew else base_of(out))
    settings = settings_from(
        annotator=extractor, processes=processes, base=namespace, gazetteer=gazetteer, check=check, anew=anew
    )
    summary = Summary()
    beside = derived_in(out)
    try:
        with counting(shown=not quiet) as watch:
            if annotations:
                build_graph(watch(summary.sift(given_annotations(inputs))), out, settings, summary)
            else:
                articles = read_articles(inputs, options=ReadOptions(date=date))
                build_from_articles(articles, out, settings, summary, watch)
    except KgbuildError:
        say_left_out(summary)
        raise
    if not quiet:
        say_left_out(summary)
        runs = {"new": summary.added, "changed": summary.replaced, "unchanged": summary.unchanged}
        results().print(table_of(summary, **runs, skipped=len(summary.skipped)))
        files = "graph.ttl, graph.trig, graph.nq, dataset.ttl, annotations.jsonl, report.json"
        results().print(f"in {out.as_posix()}: {files}", soft_wrap=True)
    if merge:
        merge_and_say(out, settings, quiet=quiet)
    if not quiet:
        say_gone(beside)
    if summary.skipped:
        raise typer.Exit(ExitCode.INCOMPLETE)


def derived_in(folder: Path) -> list[Path]:
    """Return what ``kgbuild merge``, ``derive`` and ``reason`` have made of the graph in a folder."""
    from kgbuild.store.names import DERIVED, INFERRED, MERGED

    return [folder / name for name in (MERGED, DERIVED, INFERRED) if (folder / name).exists()]


def say_gone(before: list[Path]) -> None:
    """Say which of these files went with the graph that they were made of."""
    gone = [path.name for path in before if not path.exists()]
    if gone:
        remarks().print(f"gone with the earlier graph: {', '.join(gone)}; make them again", soft_wrap=True)


def table_of(summary: Summary, **articles: int) -> Table:
    """Return what the graph holds as a table; of its articles also how many are ``new``, ``unchanged`` and so on."""
    counts = {
        "articles": summary.articles,
        **{f"  {kind}": count for kind, count in articles.items()},
        "words": summary.words,
        "entities": summary.entities,
        "events": summary.events,
        "claims": summary.claims,
        "relations": summary.relations,
        "statements": summary.quads,
    }
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for name, count in counts.items():
        table.add_row(name, f"{count:,}")
    return table
