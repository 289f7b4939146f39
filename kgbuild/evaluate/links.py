"""Which things of the world entities are linked to, against a key made by hand.

A key is JSON Lines, an entity a line: ``document``, ``entity``, ``name``, and ``link``, the path of the right node
(``actor/syria``, ``place/aleppo-gn170063``) or null where kgbuild's own data have no such thing. An area that is told
by what it is a part of has ``within``, that node's path, and ``direction`` where its name tells one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kgbuild.iris import BASE
from kgbuild.labels import EntityType
from kgbuild.records import Knowledge, Node

# A path of a known thing, or what an area is a part of and on which side.
Link = str | tuple[str, str | None]
ALL = "all"


@dataclass(frozen=True, slots=True)
class LinkScore:
    """Counts of entities.

    Attributes:
        made: those that are linked.
        linkable: those that the key links.
        right: those that are linked as the key says.
    """

    made: int
    linkable: int
    right: int

    @property
    def accuracy(self) -> float:
        """The share of the links made that are right; 1 where none is made."""
        return self.right / self.made if self.made else 1.0

    @property
    def coverage(self) -> float:
        """The share of the linkable entities that are linked rightly; 1 where there are none."""
        return self.right / self.linkable if self.linkable else 1.0


@dataclass(frozen=True, slots=True)
class LinkReport:
    """How good the links are.

    Attributes:
        scores: entity type -> counts, with all types together under ``all``.
        errors: what was wrong or missed, in words, in the order of the documents.
    """

    scores: Mapping[str, LinkScore]
    errors: tuple[str, ...]


def score_links(key: Iterable[Mapping[str, Any]], found: Iterable[Knowledge], base: str = BASE) -> LinkReport:
    """Compare the nodes of resolved documents with a key; entities that the key lacks are left out."""
    wanted = {(row["document"], row["entity"]): _wanted(row) for row in key}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    errors = []
    for knowledge in found:
        document = knowledge.annotation.article.id
        for entity in knowledge.annotation.entities:
            if (document, entity.id) not in wanted:
                continue
            made, right = _made(knowledge.nodes[entity.id], base), wanted[document, entity.id]
            for kind in (entity.type.value, ALL):
                for index, true in enumerate((made is not None, right is not None, made == right is not None)):
                    counts[kind][index] += true
            if made != right:
                errors.append(f"{document} {entity.id} {entity.type.value} {entity.name}: {made}, should be {right}")
    return LinkReport({kind: LinkScore(*counts[kind]) for kind in sorted(counts)}, tuple(errors))


def _wanted(row: Mapping[str, Any]) -> Link | None:
    if "within" in row:
        return row["within"], row.get("direction")
    link: str | None = row["link"]
    return link


def _made(node: Node, base: str) -> Link | None:
    """Return what a node is linked to: a name of its own, hashed, is no link unless it says what it is a part of."""
    path = node.iri.removeprefix(base)
    if "/x-" not in path:
        return path
    if node.type is EntityType.AREA and node.within:
        return node.within.removeprefix(base), node.direction
    return None
