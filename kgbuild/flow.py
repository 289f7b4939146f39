"""The conductor: files -> articles -> annotations -> knowledge -> RDF. Only this module knows the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kgbuild.annotators import annotate_all
from kgbuild.errors import KgbuildError
from kgbuild.graph import Run, knowledge_quads
from kgbuild.read import Notice
from kgbuild.records import Annotation, Article, Skipped
from kgbuild.resolve import resolve
from kgbuild.settings import Settings
from kgbuild.store import GraphWriter
from kgbuild.version import VERSION


@dataclass(slots=True)
class Summary:
    """What a run did: counts, and everything that was left out or converted, with reasons."""

    articles: int = 0
    entities: int = 0
    events: int = 0
    claims: int = 0
    relations: int = 0
    words: int = 0
    quads: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def count(self, annotation: Annotation) -> None:
        """Add one document to the counts."""
        self.articles += 1
        self.entities += len(annotation.entities)
        self.events += len(annotation.events)
        self.claims += sum(len(event.claims) for event in annotation.events)
        self.relations += len(annotation.relations)
        self.words += len(annotation.article.text.split())


def extract(items: Iterable[Article | Skipped | Notice], settings: Settings, summary: Summary) -> Iterator[Annotation]:
    """Annotate the articles of a stream; what was skipped or noticed on the way goes to ``summary``."""
    articles = (item for item in items if _keep(item, summary))
    for result in annotate_all(articles, settings):  # type: ignore[arg-type]  # _keep lets only articles through
        if isinstance(result, Skipped):
            summary.skipped.append(result)
        else:
            summary.count(result)
            yield result


def build_graph(annotations: Iterable[Annotation], out: Path, settings: Settings, summary: Summary) -> None:
    """Write the graph of ``annotations`` to the folder ``out``, complete or not at all.

    Raises:
        StoreError: the folder cannot be written; what was in it is untouched.
    """
    run = Run(VERSION, settings.annotator, settings.base)
    with GraphWriter(out, base=settings.base) as writer:
        for annotation in annotations:
            try:
                quads = list(knowledge_quads(resolve(annotation, base=settings.base), run))
            except KgbuildError as error:
                summary.skipped.append(Skipped(annotation.article.id, "graph", str(error)))
            else:
                writer.add(quads)
    summary.quads = writer.quads


def tap(items: Iterable[Annotation], look: Callable[[Annotation], None]) -> Iterator[Annotation]:
    """Pass ``items`` on and show each to ``look`` on its way."""
    for item in items:
        look(item)
        yield item


def _keep(item: Article | Skipped | Notice, summary: Summary) -> bool:
    if isinstance(item, Skipped):
        summary.skipped.append(item)
    elif isinstance(item, Notice):
        summary.notices.append(item)
    return isinstance(item, Article)
