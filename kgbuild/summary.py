"""What a run did: counts, and everything that was left out or converted, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from kgbuild.read import Notice
from kgbuild.records import Annotation, Article, Skipped
from kgbuild.store import Entry

Item = TypeVar("Item")
UNDATED = "no publication date: days like «أمس» stay unresolved (--date gives one)"


@dataclass(slots=True)
class Summary:
    """The account of one run, filled while its stream flows.

    Attributes:
        articles: articles in the result; of a build, all that the graph holds, as in the counts that follow.
        entities, events, claims, relations: how many of each, counted within each article.
        words: blank-separated words of the articles.
        quads: distinct statements in the graph, known when it is complete.
        added, replaced, unchanged: articles of this run that are new in the graph, that took the place of an earlier
            version, and that it held already.
        skipped: inputs that are not in the result.
        notices: inputs that were converted, or partly ignored.
    """

    articles: int = 0
    entities: int = 0
    events: int = 0
    claims: int = 0
    relations: int = 0
    words: int = 0
    quads: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def count(self, annotation: Annotation) -> None:
        """Add one article to the counts."""
        self.articles += 1
        self.entities += len(annotation.entities)
        self.events += len(annotation.events)
        self.claims += sum(len(event.claims) for event in annotation.events)
        self.relations += len(annotation.relations)
        self.words += len(annotation.article.text.split())

    def take_stock(self, entries: Iterable[Entry]) -> None:
        """Set the counts to those of a graph that holds these documents."""
        for name in ("articles", "entities", "events", "claims", "relations", "words", "quads"):
            setattr(self, name, 0)
        for entry in entries:
            self.articles += 1
            self.entities += entry.entities
            self.events += entry.events
            self.claims += entry.claims
            self.relations += entry.relations
            self.words += entry.words
            self.quads += entry.stretch.quads

    def sift(self, items: Iterable[Item | Skipped | Notice]) -> Iterator[Item]:
        """Pass on what is neither skipped nor a notice, and keep those."""
        for item in items:
            if isinstance(item, Skipped):
                self.skipped.append(item)
            elif isinstance(item, Notice):
                self.notices.append(item)
            else:
                if isinstance(item, Article) and item.date is None:
                    self.notices.append(Notice(item.id, UNDATED))
                yield item

    def as_dict(self) -> dict[str, Any]:
        """Return the account as plain values, as ``report.json`` holds it: the same for the same graph and input."""
        return {name: value for name, value in asdict(self).items() if name not in {"added", "replaced", "unchanged"}}
