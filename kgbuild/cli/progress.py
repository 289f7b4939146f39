"""A line that counts articles while they pass; how many there will be is not known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kgbuild.cli.console import remarks
from kgbuild.records import Annotation


@contextmanager
def counting(*, shown: bool) -> Iterator[Callable[[Iterable[Annotation]], Iterable[Annotation]]]:
    """Give a function that passes annotations on, counting them on standard error if that is a terminal."""
    console = remarks()
    if not (shown and console.is_terminal):
        yield iter
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} articles, {task.fields[events]:,} events"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        yield partial(_advancing, progress=progress)


def _advancing(annotations: Iterable[Annotation], progress: Progress) -> Iterator[Annotation]:
    events = 0
    task = progress.add_task("", total=None, events=0)
    for annotation in annotations:
        events += len(annotation.events)
        progress.update(task, advance=1, events=events)
        yield annotation
