"""What ``build`` and ``extract`` are given: options in their words, and the stream that they stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from kgbuild.records import Annotation, Skipped
from kgbuild.settings import Settings

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help="Files (.txt .md .jsonl .jsonl.gz .html), folders, or - for standard input.",
        show_default=False,
    ),
]
Date = Annotated[str | None, typer.Option(help="Publication day of items that carry none, as 2024-11-30.")]
Processes = Annotated[int, typer.Option(min=0, help="Processes that extract; 0 is one for each core.")]
Annotator = Annotated[str, typer.Option(help="Who extracts: the name of an installed annotator.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Gazetteer = Annotated[
    Path | None,
    typer.Option(
        envvar="KGBUILD_GAZETTEER",
        show_envvar=False,
        help="Your gazetteer (kgbuild gazetteer import), to link places to; else $KGBUILD_GAZETTEER.",
    ),
]
EMBEDDED = "embedded"


def settings_from(*, processes: int = 1, **options: Any) -> Settings:
    """Return the settings that options give; 0 processes are one for each core.

    Raises:
        typer.BadParameter: a value that no run could use.
    """
    try:
        return Settings(processes=processes or os.cpu_count() or 1, **options)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def given_annotations(paths: Iterable[str]) -> Iterator[Annotation | Skipped]:
    """Read files of annotation records (``-`` is standard input), each document once."""
    from kgbuild.read import read_annotations

    first: dict[str, str] = {}
    for path in paths:
        for found in read_annotations(Path("/dev/stdin" if path == "-" else path)):
            if isinstance(found, Skipped):
                yield found
                continue
            name = found.article.id
            if first.setdefault(name, path) == path:
                yield found
            else:
                yield Skipped(path, "read", f"document {name!r} stands already in {first[name]}")
