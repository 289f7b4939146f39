"""Annotators: whatever turns an article into an annotation; the embedded one, and others by entry point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from importlib.metadata import entry_points
from itertools import islice
from multiprocessing import get_context
from typing import Protocol, TypeVar

from kgbuild.analyse.pipeline import analyse, load_pipeline
from kgbuild.errors import ExtractError
from kgbuild.extract.annotator import annotate
from kgbuild.records import Annotation, Article, Skipped
from kgbuild.settings import Settings

GROUP = "kgbuild.annotators"
# Articles a worker gets at once: enough to hide the cost of passing them, few enough to keep the order flowing.
BATCH = 16

Item = TypeVar("Item")


class Annotator(Protocol):
    """What an entry point of the group ``kgbuild.annotators`` makes when it is called without arguments."""

    def annotate(self, article: Article) -> Annotation:
        """Return what the article tells."""
        ...


class RuleAnnotator:
    """The embedded annotator: no network, no GPU, no model to download."""

    def __init__(self) -> None:
        self._nlp = load_pipeline()

    def annotate(self, article: Article) -> Annotation:
        """Return the entities, events with claims, and relations of ``article``."""
        return annotate(article, analyse(self._nlp, article))


def load_annotator(name: str) -> Annotator:
    """Return a new annotator by the name of its entry point.

    Raises:
        ExtractError: no installed package offers an annotator of that name.
    """
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        raise ExtractError(f"no annotator is called {name!r}", hint=f"there are: {', '.join(sorted(found))}")
    annotator: Annotator = found[name].load()()
    return annotator


def annotate_all(articles: Iterable[Article], settings: Settings) -> Iterator[Annotation | Skipped]:
    """Annotate a stream of articles in their order; one that fails is skipped with its reason."""
    if settings.processes == 1:
        annotator = load_annotator(settings.annotator)
        yield from (annotate_or_skip(annotator, article) for article in articles)
        return
    context = get_context("spawn")
    with context.Pool(settings.processes, _start_worker, (settings.annotator,)) as pool:
        for batch in pool.imap(_annotate_batch, _batches(articles)):
            yield from batch


def annotate_or_skip(annotator: Annotator, article: Article) -> Annotation | Skipped:
    """Annotate one article; whatever goes wrong in it is the reason that it is skipped."""
    try:
        return annotator.annotate(article)
    except Exception as error:  # noqa: BLE001 - an annotator may be anyone's; one article must not end the build
        return Skipped(article.id, "extract", f"{type(error).__name__}: {error}")


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    source = iter(items)
    yield from iter(lambda: list(islice(source, BATCH)), [])


_worker: list[Annotator] = []


def _start_worker(name: str) -> None:
    """Load the annotator once a process; a pool's worker has no other place for it."""
    _worker[:] = [load_annotator(name)]


def _annotate_batch(articles: list[Article]) -> list[Annotation | Skipped]:
    return list(map(partial(annotate_or_skip, _worker[0]), articles))
