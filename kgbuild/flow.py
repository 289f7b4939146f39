"""The conductor: files -> articles -> annotations -> knowledge -> RDF. Only this module knows the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from kgbuild.annotators import annotate_all
from kgbuild.building import Building, known_places, report_of
from kgbuild.errors import StoreError
from kgbuild.read import Notice
from kgbuild.records import Annotation, Article, Skipped
from kgbuild.settings import Settings
from kgbuild.store import Workspace
from kgbuild.summary import Summary

__all__ = ["build_from_articles", "build_graph", "extract_annotations", "known_places", "remove_documents", "tap"]

Item = TypeVar("Item")


def extract_annotations(
    items: Iterable[Article | Skipped | Notice], settings: Settings, summary: Summary
) -> Iterator[Annotation]:
    """Annotate the articles of a stream; what was skipped or noticed on the way goes to ``summary``.

    Raises:
        ExtractError: there is no such annotator, or it does not start.
    """
    return summary.sift(annotate_all(summary.sift(items), settings))


def build_graph(annotations: Iterable[Annotation], out: Path, settings: Settings, summary: Summary) -> None:
    """Add annotated documents to the folder ``out``: its graph in three formats, annotations, description, report.

    A document takes the place of the one with its id or address. The files are written together or not at all, with
    flat memory; not at all where nothing changes.

    Raises:
        KgbuildError: there is nothing to add, or the folder cannot be written; what was in it is untouched.
    """
    with Building(out, settings, summary) as build:
        build.add(build.unknown_annotations(annotations), build.of_annotation)
        build.finish()


def build_from_articles(
    articles: Iterable[Article | Skipped | Notice],
    out: Path,
    settings: Settings,
    summary: Summary,
    watch: Callable[[Iterator[Annotation]], Iterable[Annotation]] = iter,
) -> None:
    """Extract from articles and add them to the folder ``out``, as :func:`build_graph` does.

    Those that it holds already, as they are and by the same annotator, are not extracted again; nor those that an
    earlier run had extracted before it died.

    Args:
        articles: the articles, and what was skipped or noticed on the way to them.
        out: the folder.
        settings: of the run.
        summary: its account, which is filled.
        watch: is shown the annotations as they come, and gives them back.

    Raises:
        KgbuildError: as :func:`build_graph`; or there is no such annotator.
    """
    with Building(out, settings, summary) as build:
        unknown = build.unknown_articles(summary.sift(articles))
        annotations = watch(summary.sift(annotate_all(unknown, settings)))
        build.add(annotations, lambda annotation: build.of_article(annotation.article))
        build.finish()


def remove_documents(names: Sequence[str], out: Path) -> Summary:
    """Take documents out of the folder ``out`` and return the account of what is left.

    Args:
        names: their ids or addresses.
        out: the folder.

    Raises:
        StoreError: one of them is not there, the files are not as a build left them, or they cannot be written;
            what was in the folder is untouched.
    """
    summary = Summary()
    with Workspace(out) as held:
        if held.stale:
            raise StoreError("its files are not as the last build left them", where=str(out), hint="build it once more")
        for name in names:
            found = held.find(name)
            if found is None:
                raise StoreError(f"no document has the id or address {name!r}", where=str(out))
            held.remove(found)
        held.commit(lambda entries: report_of(entries, summary, held.settings.get("gazetteer")))
    return summary


def tap(items: Iterable[Item], look: Callable[[Item], None]) -> Iterator[Item]:
    """Pass ``items`` on and show each to ``look`` on its way."""
    for item in items:
        look(item)
        yield item
