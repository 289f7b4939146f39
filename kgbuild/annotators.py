"""Annotators: whatever turns an article into an annotation, found by entry point and run over a stream.

The embedded one is :mod:`kgbuild.embedded`. Another package offers its own under the entry
point group ``kgbuild.annotators``: a class that is called without arguments.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from itertools import islice
from multiprocessing import get_context
from typing import Protocol, TypeVar, runtime_checkable

from kgbuild.errors import ExtractError
from kgbuild.records import Annotation, Article, Explanation, Skipped
from kgbuild.settings import Settings

GROUP = "kgbuild.annotators"
# Articles a worker gets at once: enough to hide the cost of passing them, few enough to keep the order flowing.
BATCH = 16
# Batches a worker has waiting; more would only hold more of the input in memory.
AHEAD = 3

Item = TypeVar("Item")
Result = Annotation | Skipped


class Annotator(Protocol):
    """What an entry point of the group ``kgbuild.annotators`` makes when it is called without arguments."""

    def annotate(self, article: Article) -> Annotation:
        """Return what the article tells."""
        ...


@runtime_checkable
class Explainer(Protocol):
    """An annotator that can also say which rule or model made each part."""

    def explain(self, article: Article) -> Explanation:
        """Return what the article tells, with reasons."""
        ...


def annotator_names() -> tuple[str, ...]:
    """Return the names of the annotators that installed packages offer, sorted."""
    return tuple(sorted(entry_points(group=GROUP).names))


def load_annotator(name: str) -> Annotator:
    """Return a new annotator by the name of its entry point.

    Raises:
        ExtractError: no installed package offers an annotator of that name, or it does not start.
    """
    point = _find(name)
    try:
        annotator: Annotator = point.load()()
    except Exception as error:  # the code may be anyone's, and fail in any way
        raise ExtractError(f"annotator {name!r} does not start: {type(error).__name__}: {error}") from error
    return annotator


def annotate_all(articles: Iterable[Article], settings: Settings) -> Iterator[Result]:
    """Annotate a stream of articles in their order; one that fails is skipped with its reason.

    Raises:
        ExtractError: there is no such annotator, or a worker process died.
    """
    if settings.processes == 1:
        annotator = load_annotator(settings.annotator)
        yield from (annotate_or_skip(annotator, article) for article in articles)
        return
    _find(settings.annotator)
    pool = ProcessPoolExecutor(
        settings.processes, get_context("spawn"), initializer=_start_worker, initargs=(settings.annotator,)
    )
    try:
        yield from _annotate_in(pool, articles, settings.processes * AHEAD)
    except BrokenProcessPool as error:
        hint = "with --processes 1 the reason shows; too little memory is the usual one"
        raise ExtractError("a worker process died", hint=hint) from error
    finally:
        pool.shutdown(cancel_futures=True)


def annotate_or_skip(annotator: Annotator, article: Article) -> Result:
    """Annotate one article; whatever goes wrong in it is the reason that it is skipped."""
    try:
        return annotator.annotate(article)
    except Exception as error:  # noqa: BLE001 - an annotator may be anyone's; one article must not end the build
        return Skipped(article.id, "extract", f"{type(error).__name__}: {error}")


def explain_article(annotator: Annotator, article: Article) -> Explanation:
    """Return an article's annotation, with reasons where ``annotator`` gives any.

    Raises:
        ExtractError: the annotator fails on this article.
    """
    try:
        if isinstance(annotator, Explainer):
            return annotator.explain(article)
        return Explanation(annotator.annotate(article))
    except Exception as error:  # the code may be anyone's, and fail in any way
        raise ExtractError(f"{type(error).__name__}: {error}", where=article.id) from error


def _find(name: str) -> EntryPoint:
    found = entry_points(group=GROUP, name=name)
    if not found:
        raise ExtractError(f"no annotator is called {name!r}", hint=f"there are: {', '.join(annotator_names())}")
    return next(iter(found))


def _annotate_in(pool: ProcessPoolExecutor, articles: Iterable[Article], ahead: int) -> Iterator[Result]:
    """Keep at most ``ahead`` batches on their way, so that memory stays flat in the length of the input."""
    waiting: deque[Future[list[Result]]] = deque()
    for batch in _batches(articles):
        waiting.append(pool.submit(_annotate_batch, batch))
        if len(waiting) == ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    source = iter(items)
    yield from iter(lambda: list(islice(source, BATCH)), [])


_worker: list[Annotator] = []


def _start_worker(name: str) -> None:
    """Load the annotator once a process; a pool's worker has no other place for it."""
    # Ctrl-C reaches every process of the terminal; the parent alone ends the run.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker[:] = [load_annotator(name)]


def _annotate_batch(articles: list[Article]) -> list[Result]:
    return list(map(partial(annotate_or_skip, _worker[0]), articles))
