"""``kgbuild explain``: one document with what was found in it, and which rule or model found it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kgbuild.cli.console import remarks, results, say_left_out
from kgbuild.cli.inputs import EMBEDDED, Date, given_annotations
from kgbuild.cli.records_file import read_records
from kgbuild.errors import KgbuildError
from kgbuild.records import Annotation, Article, Explanation
from kgbuild.summary import Summary

if TYPE_CHECKING:
    from kgbuild.read import Notice
    from kgbuild.records import Skipped

Item = TypeVar("Item", Article, Annotation)
# Ids that an error lists.
LISTED = 5


def explain(
    source: Annotated[
        str,
        typer.Argument(
            metavar="INPUT",
            help="A file (.txt .md .jsonl .jsonl.gz .html), folder, - for standard input, or annotation records.",
            show_default=False,
        ),
    ],
    name: Annotated[str | None, typer.Option("--id", help="The document to show; the first one without it.")] = None,
    html: Annotated[Path | None, typer.Option("--html", help="Write a page for the browser instead.")] = None,
    date: Date = None,
    annotator: Annotated[
        str | None,
        typer.Option(help="Who extracts (default: embedded). Records are shown as they are, unless this is given."),
    ] = None,
) -> None:
    """Show one document: its text with names, triggers and roles marked, its events with who says so and why.

    Example: `kgbuild explain examples/wire.jsonl --html wire.html`
    """
    from kgbuild.show import explanation_page
    from kgbuild.store.replacing import write_text

    summary = Summary()
    try:
        if annotator is None and _holds_records(source):
            found = _given(source, name, summary)
        else:
            found = _extracted(source, name, date, annotator or EMBEDDED, summary)
    finally:
        say_left_out(summary)
    if html is None:
        from kgbuild.cli.explained import show_explanation

        show_explanation(results(), found)
        return
    write_text(html, explanation_page(found))
    results().print(f"written to {html.as_posix()}", soft_wrap=True)


def _holds_records(source: str) -> bool:
    """Whether a file's first line is an annotated document and not an article alone."""
    path = Path(source)
    if not (path.is_file() and path.name.endswith((".jsonl", ".jsonl.gz"))):
        return False
    try:
        first = next(iter(read_records(path)), {})
    except KgbuildError:
        # Reading it as articles says line by line what is wrong.
        return False
    return {"entities", "events"} <= first.keys()


def _given(source: str, name: str | None, summary: Summary) -> Explanation:
    annotations = summary.sift(given_annotations([source]))
    return Explanation(_chosen(((item.article.id, item) for item in annotations), name))


def _extracted(source: str, name: str | None, date: str | None, annotator: str, summary: Summary) -> Explanation:
    from kgbuild.annotators import explain_article, load_annotator
    from kgbuild.read import ReadOptions, read_articles

    stream: Iterable[Article | Skipped | Notice] = read_articles([source], options=ReadOptions(date=date))
    article = _chosen(((item.id, item) for item in summary.sift(stream)), name)
    return explain_article(load_annotator(annotator), article)


def _chosen(items: Iterator[tuple[str, Item]], name: str | None) -> Item:
    """Return the document called ``name``, or the first.

    Raises:
        KgbuildError: there is none.
    """
    seen: list[str] = []
    for found, item in items:
        if name in (None, found):
            if name is None and (more := next(items, None)):
                remarks().print(f"There are more documents: --id {more[0]}", style="dim", soft_wrap=True)
            return item
        seen.append(found)
    if not seen:
        raise KgbuildError("no document could be read")
    listed = ", ".join(islice(seen, LISTED)) + (", …" if len(seen) > LISTED else "")
    raise KgbuildError(f"no document is called {name!r}", hint=f"there are: {listed}")
