"""The nodes that tellings speak of, by number, with what they lie in or belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.records import Node

# A quarter, its town, district, governorate and country: more steps would be a circle.
_STEPS = 8
_OFFICIAL = (EntityType.STATE, EntityType.GOVERNMENT_BODY, EntityType.MILITARY_FORCE)


@lru_cache(maxsize=10_000)
def _folded_words(label: str) -> frozenset[str]:
    return frozenset(fold(label).split())


class World:
    """Numbers for IRIs, so that a telling is a few small integers.

    Args:
        same: IRI -> the IRI that stands for it, of nodes that a person judged to be one.
    """

    def __init__(self, same: Mapping[str, str] | None = None) -> None:
        self._same = same or {}
        self._numbers: dict[str, int] = {}
        self._iris: list[str] = []
        self._nodes: dict[int, tuple[EntityType, str, str | None]] = {}
        self._within: dict[int, int] = {}
        self._said: dict[int, int] = {}
        self._above: dict[int, frozenset[int]] = {}

    def number(self, iri: str) -> int:
        """Return the number of the node called ``iri``, or of the one that it was judged to be the same as."""
        iri = self._same.get(iri, iri)
        if iri not in self._numbers:
            self._numbers[iri] = len(self._iris)
            self._iris.append(iri)
        return self._numbers[iri]

    def iri(self, number: int) -> str:
        """Return the IRI of a numbered node."""
        return self._iris[number]

    def meet(self, nodes: Iterable[Node]) -> None:
        """Take the nodes of a document; what is known of a node already stays."""
        for node in nodes:
            number = self.number(node.iri)
            if number in self._nodes:
                continue
            label = next((name.text for name in node.names if name.preferred and name.language == "ar"), "")
            self._nodes[number] = (node.type, label, node.country)
            if node.within:
                self._within[number] = self.number(node.within)

    def type(self, number: int) -> EntityType | None:
        """Return a node's type; ``None`` where no document described it."""
        known = self._nodes.get(number)
        return known[0] if known else None

    def label(self, number: int) -> str:
        """Return a node's Arabic label, empty where no document described it."""
        known = self._nodes.get(number)
        return known[1] if known else ""

    def names(self, number: int) -> frozenset[str]:
        """Return the words of a node's Arabic label, folded."""
        return _folded_words(self.label(number))

    def above(self, number: int) -> frozenset[int]:
        """Return what a node lies in or belongs to, step by step, without itself.

        Ask only after all documents are known: answers are kept.
        """
        if number not in self._above:
            found: list[int] = []
            step = self._outer(number)
            while step is not None and step not in (number, *found) and len(found) < _STEPS:
                found.append(step)
                step = self._outer(step)
            self._above[number] = frozenset(found)
        return self._above[number]

    def _outer(self, number: int) -> int | None:
        return self._within.get(number, self._said.get(number))

    def is_place(self, number: int) -> bool:
        """Whether a node is a place."""
        kind = self.type(number)
        return kind is not None and kind.is_place

    def is_broad(self, number: int) -> bool:
        """Whether a place is as large as a country or a governorate, so that much happens in it on one day."""
        return self.type(number) in (EntityType.COUNTRY, EntityType.GOVERNORATE)

    def lies_in(self, part: str, whole: str) -> None:
        """Learn by IRIs what a document says lies in what; what register and gazetteer know goes before."""
        inner, outer = self.number(part), self.number(whole)
        known = self._said.get(inner)
        # Whichever document comes first, the same one of two is believed.
        if inner != outer and (known is None or self.iri(outer) < self.iri(known)):
            self._said[inner] = outer

    def country(self, number: int) -> str | None:
        """Return the ISO code of a node's country, where known."""
        known = self._nodes.get(number)
        return known[2] if known else None

    def is_known(self, number: int) -> bool:
        """Whether a node is the registry's or a gazetteer's; what neither knows is called ``x-`` and a hash."""
        return not self.iri(number).rpartition("/")[2].startswith("x-")

    def serves_state(self, number: int) -> bool:
        """Whether an actor is a state or acts for one."""
        return self.type(number) in _OFFICIAL

    def is_crowd(self, number: int) -> bool:
        """Whether an actor is people in general, such as «مدنيون»."""
        return self.type(number) is EntityType.POPULATION
