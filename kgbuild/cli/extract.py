"""``kgbuild extract``: news to annotation records, which a person can read, correct and build from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from kgbuild.cli.console import ExitCode, say_left_out, write
from kgbuild.cli.inputs import EMBEDDED, Annotator, Date, Inputs, Processes, Quiet, settings_from
from kgbuild.cli.progress import counting
from kgbuild.errors import KgbuildError
from kgbuild.records import Annotation
from kgbuild.summary import Summary

STDOUT = "-"


def extract(
    inputs: Inputs,
    output: Annotated[
        str, typer.Option("--output", "-o", help="File to write (.jsonl), or - for standard output.")
    ] = STDOUT,
    date: Date = None,
    annotator: Annotator = EMBEDDED,
    processes: Processes = 1,
    quiet: Quiet = False,
) -> None:
    """Extract entities, events, claims and relations as annotation records, one article a line.

    Example: `kgbuild extract examples/wire.jsonl -o annotations.jsonl`

    Correct the file by hand if you like, then: `kgbuild build --annotations annotations.jsonl`
    """
    from kgbuild.flow import extract_annotations, tap
    from kgbuild.read import ReadOptions, read_articles

    settings = settings_from(annotator=annotator, processes=processes)
    summary = Summary()
    articles = read_articles(inputs, options=ReadOptions(date=date))
    with counting(shown=not quiet and output != STDOUT) as watch:
        _write(output, tap(watch(extract_annotations(articles, settings, summary)), summary.count))
    if summary.skipped or not quiet:
        say_left_out(summary)
    if not summary.articles:
        raise KgbuildError("no article could be read")
    if summary.skipped:
        raise typer.Exit(ExitCode.INCOMPLETE)


def _write(output: str, annotations: Iterable[Annotation]) -> None:
    from kgbuild.store.annotations import annotation_to_json, write_annotations

    if output != STDOUT:
        write_annotations(Path(output), annotations)
        return
    for annotation in annotations:
        write(json.dumps(annotation_to_json(annotation), ensure_ascii=False) + "\n")
