"""``kgbuild evaluate``: precision, recall and F1 of annotations against gold annotations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.table import Table

from kgbuild.cli.clusters import cluster_quality, show_clusters
from kgbuild.cli.console import ExitCode, remarks, results, say_left_out, write
from kgbuild.cli.inputs import EMBEDDED, Annotator, Processes, settings_from
from kgbuild.cli.records_file import read_records
from kgbuild.errors import AnnotationError
from kgbuild.settings import Settings
from kgbuild.summary import Summary

if TYPE_CHECKING:
    from kgbuild.evaluate import ClusterScore, Reliability, Report


def evaluate(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD [PREDICTED]", help="Gold records, and the records to score.", show_default=False),
    ],
    per_type: Annotated[bool, typer.Option("--per-type", help="Show each type of entity and event.")] = False,
    per_confidence: Annotated[
        bool, typer.Option("--reliability", help="Show how much of what was found is right at each confidence.")
    ] = False,
    clusters: Annotated[
        Path | None,
        typer.Option(metavar="KEY", help="Merge the events of GOLD's articles and compare them with this key."),
    ] = None,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show the first N errors.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
    only_check: Annotated[
        bool, typer.Option("--check", help="Only check the format of the files, as many as you like.")
    ] = False,
    annotator: Annotator = EMBEDDED,
    processes: Processes = 1,
) -> None:
    """Score annotations against gold annotations; without PREDICTED, what the annotator makes of GOLD's texts.

    Example: `kgbuild evaluate tests/gold/dev.jsonl --errors 20`
    """
    if only_check:
        _check(files)
        return
    settings = settings_from(annotator=annotator, processes=processes)
    if clusters:
        show_clusters(_cluster_quality(files, clusters, settings), errors, as_json=as_json)
        return
    if len(files) > 2:
        raise typer.BadParameter("give GOLD, or GOLD and PREDICTED")
    gold = list(read_records(files[0]))
    predicted = list(read_records(files[1]) if files[1:] else _extracted(files[0], settings))
    report = _score(gold, predicted)
    sure = _reliability(gold, predicted) if per_confidence else ()
    if as_json:
        more = {"reliability": [part.as_dict() for part in sure]} if sure else {}
        write(json.dumps({**report.as_dict(), **more}, ensure_ascii=False) + "\n")
    else:
        _show(report)
        _show_reliability(sure)
    if per_type:
        _show_types(report)
    for line in report.errors[:errors]:
        results().print(line, soft_wrap=True)


def _cluster_quality(files: list[Path], key: Path, settings: Settings) -> ClusterScore:
    if files[1:]:
        raise typer.BadParameter("--clusters goes with one file of articles")
    return cluster_quality(files[0], key, settings)


def _check(files: list[Path]) -> None:
    from kgbuild.evaluate import check

    breaches = [f"{path}: {breach}" for path in files for breach in check(read_records(path))]
    for breach in breaches:
        results().print(breach, soft_wrap=True)
    results().print(f"{len(breaches)} breaches of the format in {len(files)} files")
    if breaches:
        raise typer.Exit(ExitCode.INCOMPLETE)


def _extracted(path: Path, settings: Settings) -> Iterator[Mapping[str, Any]]:
    from kgbuild.flow import extract_annotations
    from kgbuild.read import read_annotations
    from kgbuild.store.annotations import annotation_to_json

    summary = Summary()
    articles = (annotation.article for annotation in summary.sift(read_annotations(path)))
    yield from map(annotation_to_json, extract_annotations(articles, settings, summary))
    say_left_out(summary)


def _score(gold: list[Mapping[str, Any]], predicted: list[Mapping[str, Any]]) -> Report:
    from kgbuild.evaluate import score

    try:
        return score(gold, predicted)
    except (KeyError, TypeError, AttributeError) as error:
        hint = "kgbuild evaluate --check says what is wrong"
        raise AnnotationError("the records are not in the annotation format", hint=hint) from error


def _reliability(gold: list[Mapping[str, Any]], predicted: list[Mapping[str, Any]]) -> tuple[Reliability, ...]:
    from kgbuild.evaluate import reliability

    return reliability(gold, predicted)


def _show_reliability(sure: tuple[Reliability, ...]) -> None:
    for part in sure:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=f"{part.judged}, off by {part.error:.3f}")
        for column in ("confidence", "mean", "right", "number"):
            table.add_column(column, justify="right")
        for found in part.bins:
            span = f"{found.low:.1f} to {found.high:.1f}"
            table.add_row(span, f"{found.confidence:.2f}", f"{found.right:.2f}", f"{found.count:,}")
        results().print(table)


def _show(report: Report) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("part")
    for column in ("precision", "recall", "F1", "in gold"):
        table.add_column(column, justify="right")
    for name, part in report.parts.items():
        table.add_row(name, f"{part.precision:.3f}", f"{part.recall:.3f}", f"{part.f1:.3f}", f"{part.gold:,}")
    console = results()
    console.print(table)
    console.print(f"of paired events: modality right {report.modality:.3f}, count right {report.count:.3f}")
    if report.absent:
        remarks().print(f"{len(report.absent)} of {report.documents} documents have no prediction", style="yellow")


def _show_types(report: Report) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("kind")
    table.add_column("type")
    for column in ("right", "wrong", "missed"):
        table.add_column(column, justify="right")
    for tally in report.per_type:
        table.add_row(tally.kind, tally.label, str(tally.right), str(tally.wrong), str(tally.missed))
    results().print(table)
