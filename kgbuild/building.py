"""Annotations into a workspace: which of them are new there, their graphs, and the account of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pyoxigraph import Quad

from kgbuild.errors import AnnotationError, KgbuildError, ReasonError, StoreError
from kgbuild.gazetteer import Gazetteer
from kgbuild.graph import Run, knowledge_quads
from kgbuild.read import Notice, annotation_from_json
from kgbuild.records import Annotation, Article, Skipped
from kgbuild.resolve import KnownPlaces, resolve
from kgbuild.settings import Settings
from kgbuild.store import Entry, Workspace, annotation_fingerprint, article_fingerprint, entry_of
from kgbuild.store.condition import read_condition
from kgbuild.store.names import ANNOTATIONS
from kgbuild.summary import Summary
from kgbuild.version import VERSION


class Building:
    """One build into a workspace, from opening it to writing it.

    Args:
        out: the folder.
        settings: of the run.
        summary: its account, which is filled.
    """

    def __init__(self, out: Path, settings: Settings, summary: Summary) -> None:
        self._out = out
        self._settings = settings
        self._summary = summary
        self._recalled: list[str] = []

    def __enter__(self) -> Self:
        """Open the workspace.

        Raises:
            KgbuildError: there is no such gazetteer, the folder was built with one and none is given, or it cannot be
                made or read.
        """
        # A gazetteer that is none is told before hours of extraction.
        self._places = known_places(self._settings)
        self._refuse_without_gazetteer()
        made_with = {"base": self._settings.base, "version": VERSION, "gazetteer": self._places.digest}
        self._held = Workspace(self._out, made_with, anew=self._settings.anew)
        self._held.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the workspace."""
        self._held.__exit__(kind, error, trace)

    def unknown_articles(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Pass on the articles that have to be extracted: not in the graph as they are, nor in the journal."""
        for article in articles:
            fingerprint = self.of_article(article)
            if self._is_new(article, fingerprint):
                if fingerprint in self._held.journal:
                    self._recalled.append(fingerprint)
                else:
                    yield article

    def unknown_annotations(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        """Pass on the annotations that are not in the graph as they are."""
        for annotation in annotations:
            if self._is_new(annotation.article, self.of_annotation(annotation)):
                yield annotation

    def of_article(self, article: Article) -> str:
        """Return the fingerprint of what is extracted from an article."""
        return article_fingerprint(article, self._settings.annotator, VERSION)

    def of_annotation(self, annotation: Annotation) -> str:
        """Return the fingerprint of an annotation that was given."""
        return annotation_fingerprint(annotation, self._settings.annotator)

    def add(self, annotations: Iterable[Annotation], fingerprint: Callable[[Annotation], str]) -> None:
        """Add annotations, those of this run's articles that the journal has, and what has to be made again.

        Raises:
            StoreError: the disk is full or cannot be written.
            AnnotationError: a line of the workspace's annotations is none.
        """
        annotator = self._settings.annotator
        for annotation in annotations:
            self._put(annotation, fingerprint(annotation), annotator)
        for recalled in self._recalled:
            annotation = annotation_from_json(json.loads(self._held.journal.line(recalled)))
            self._put(annotation, recalled, annotator, noted=True)
        if self._held.stale:
            for entry, line in self._held.lines():
                self._put_again(entry, line)

    def finish(self) -> None:
        """Write the workspace.

        Raises:
            KgbuildError: the run brought nothing; or the folder cannot be written.
        """
        summary = self._summary
        if not (summary.added or summary.replaced or summary.unchanged):
            raise _nothing(summary)
        self._held.commit(self._report)

    def _refuse_without_gazetteer(self) -> None:
        """Without the gazetteer that it was built with, a folder's places would lose their links."""
        given = self._places.digest or self._settings.anew
        if not given and read_condition(self._out).made_with.get("gazetteer"):
            hint = "give one with --gazetteer, or begin with --anew"
            raise StoreError("was built with a gazetteer", where=str(self._out), hint=hint)

    def _is_new(self, article: Article, fingerprint: str) -> bool:
        if twin := self._held.twin(article):
            self._summary.notices.append(Notice(article.id, f"left out: it has the address of {twin!r}"))
            return False
        if self._held.has(article.id, fingerprint):
            self._summary.unchanged += 1
            return False
        return True

    def _put(self, annotation: Annotation, fingerprint: str, annotator: str, *, noted: bool = False) -> None:
        known = self._held.find(annotation.article.id) or self._held.find(annotation.article.url or "")
        if self._placed(annotation, entry_of(annotation, fingerprint, annotator), noted=noted):
            if known is None:
                self._summary.added += 1
            else:
                self._summary.replaced += 1

    def _put_again(self, entry: Entry | None, line: str) -> None:
        """Make the graph of a document of the workspace again, from its annotation as it stands there now."""
        try:
            annotation = annotation_from_json(json.loads(line))
        except AnnotationError as error:
            raise AnnotationError(error.what, where=str(self._out / ANNOTATIONS), hint=error.hint) from error
        annotator = entry.annotator if entry else self._settings.annotator
        fingerprint = entry.fingerprint if entry else self.of_annotation(annotation)
        self._placed(annotation, entry_of(annotation, fingerprint, annotator))

    def _placed(self, annotation: Annotation, entry: Entry, *, noted: bool = False) -> bool:
        """Put a document into the workspace, and return whether its graph could be made."""
        settings = self._settings
        run = Run(VERSION, entry.annotator, settings.base, self._places.digest)
        try:
            quads = knowledge_quads(resolve(annotation, base=settings.base, places=self._places), run)
            if settings.check:
                _keep_shapes(quads)
        except KgbuildError as error:
            self._summary.skipped.append(Skipped(annotation.article.id, "graph", str(error)))
            return False
        # Outside the try: an error here is the disk's, and ends the build.
        self._held.put(annotation, quads, entry, noted=noted)
        return True

    def _report(self, entries: Collection[Entry]) -> dict[str, Any]:
        return report_of(entries, self._summary, self._places.digest)


def report_of(entries: Collection[Entry], summary: Summary, gazetteer: str | None) -> dict[str, Any]:
    """Return what ``report.json`` holds, and set the summary's counts to those of the documents in the graph."""
    summary.take_stock(entries)
    places = {"gazetteer": f"sha256:{gazetteer}"} if gazetteer else {}
    annotators = ", ".join(sorted({entry.annotator for entry in entries}))
    return {"version": VERSION, "annotator": annotators, **places, **summary.as_dict()}


def known_places(settings: Settings) -> KnownPlaces:
    """Return the places that a run links to.

    Raises:
        GazetteerError: there is no such gazetteer, or it is none.
    """
    return KnownPlaces(Gazetteer(settings.gazetteer) if settings.gazetteer else None)


def _keep_shapes(quads: Sequence[Quad]) -> None:
    """Refuse a document whose graph breaks the shapes.

    Raises:
        ReasonError: it does; with the first breach.
    """
    from kgbuild.reason import validate_document  # noqa: PLC0415 - takes a second, which a build without check saves

    breaches = validate_document(quads).breaches
    if breaches:
        raise ReasonError(f"its graph breaks the shapes {len(breaches)} times, first: {breaches[0].in_words}")


def _nothing(summary: Summary) -> KgbuildError:
    first = summary.skipped[0] if summary.skipped else None
    hint = f"{first.where}: {first.reason}" if first else None
    return KgbuildError(f"nothing could be built; inputs skipped: {len(summary.skipped)}", hint=hint)
