"""The conductor: files -> articles -> annotations -> knowledge -> RDF. Only this module knows the order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from pyoxigraph import Quad

from kgbuild.annotators import annotate_all
from kgbuild.errors import KgbuildError, ReasonError
from kgbuild.gazetteer import Gazetteer
from kgbuild.graph import Run, knowledge_quads
from kgbuild.read import Notice
from kgbuild.records import Annotation, Article, Skipped
from kgbuild.resolve import KnownPlaces, resolve
from kgbuild.settings import Settings
from kgbuild.store import GraphWriter
from kgbuild.store.annotations import write_annotations
from kgbuild.store.description import DATASET, write_description
from kgbuild.store.disk import disk_errors
from kgbuild.summary import Summary
from kgbuild.version import VERSION

ANNOTATIONS, REPORT = "annotations.jsonl", "report.json"

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
    """Write the folder ``out``: ``annotations.jsonl``, the graph in three formats, ``dataset.ttl``, ``report.json``.

    It is written complete or not at all, and with flat memory.

    Raises:
        KgbuildError: there is nothing to write, or the folder cannot be written; what was in it is untouched.
    """
    # A gazetteer that is none is told before hours of extraction.
    places = known_places(settings)
    stream = iter(annotations)
    # Before anything is made on the disk.
    first = next(stream, None)
    if first is None:
        raise _nothing(summary)
    with disk_errors(out):
        out.mkdir(parents=True, exist_ok=True)
        drafts = TemporaryDirectory(prefix=".build-", dir=out)
    with drafts as folder:
        with GraphWriter(out, base=settings.base) as writer:
            added = _add_all(chain([first], stream), writer, settings, places, summary)
            write_annotations(Path(folder, ANNOTATIONS), added)
            if not summary.articles:
                raise _nothing(summary)
        summary.quads = writer.quads
        write_description(out, Path(folder, DATASET), base=settings.base)
        report = {"version": VERSION, "annotator": settings.annotator, **_gazetteer(places), **summary.as_dict()}
        with disk_errors(out):
            Path(folder, REPORT).write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            for name in (ANNOTATIONS, DATASET, REPORT):
                Path(folder, name).replace(out / name)


def tap(items: Iterable[Item], look: Callable[[Item], None]) -> Iterator[Item]:
    """Pass ``items`` on and show each to ``look`` on its way."""
    for item in items:
        look(item)
        yield item


def known_places(settings: Settings) -> KnownPlaces:
    """Return the places that a run links to.

    Raises:
        GazetteerError: there is no such gazetteer, or it is none.
    """
    return KnownPlaces(Gazetteer(settings.gazetteer) if settings.gazetteer else None)


def _add_all(
    annotations: Iterable[Annotation], writer: GraphWriter, settings: Settings, places: KnownPlaces, summary: Summary
) -> Iterator[Annotation]:
    """Add each annotation to the graph and pass on those that could be."""
    run = Run(VERSION, settings.annotator, settings.base, places.digest)
    for annotation in annotations:
        try:
            quads = knowledge_quads(resolve(annotation, base=settings.base, places=places), run)
            if settings.check:
                _keep_shapes(quads)
        except KgbuildError as error:
            summary.skipped.append(Skipped(annotation.article.id, "graph", str(error)))
            continue
        # Outside the try: an error here is the disk's, and ends the build.
        writer.add(quads)
        summary.count(annotation)
        yield annotation


def _keep_shapes(quads: Sequence[Quad]) -> None:
    """Refuse a document whose graph breaks the shapes.

    Raises:
        ReasonError: it does; with the first breach.
    """
    from kgbuild.reason import validate_document  # noqa: PLC0415 - takes a second, which a build without check saves

    breaches = validate_document(quads).breaches
    if breaches:
        raise ReasonError(f"its graph breaks the shapes {len(breaches)} times, first: {breaches[0].in_words}")


def _gazetteer(places: KnownPlaces) -> dict[str, str]:
    """Return what the report says of the user's gazetteer, where there is one."""
    return {"gazetteer": f"sha256:{places.digest}"} if places.digest else {}


def _nothing(summary: Summary) -> KgbuildError:
    first = summary.skipped[0] if summary.skipped else None
    hint = f"{first.where}: {first.reason}" if first else None
    return KgbuildError(f"nothing could be built; inputs skipped: {len(summary.skipped)}", hint=hint)
