"""A document as the extract room works on it: tokens, marked layers, and lookups between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from kgbuild.docview import DocView, Layer, Marked, read_layer, view
from kgbuild.folding import fold
from kgbuild.resources import data_rows


@dataclass(slots=True)
class Scene:
    """Everything that `analyse` marked, in text order.

    Attributes:
        view: the tokens.
        names, titles, nisbas, times, numbers, speech, quotes: the layers.
        candidates: every type that a word of the trigger lexicon may tell.
        triggers: the candidates that tell an event: at first those that the rules chose.
        entity_of: index of a name in ``names`` -> id of its entity, filled by coreference.
    """

    view: DocView
    names: list[Marked]
    titles: list[Marked]
    nisbas: list[Marked]
    candidates: list[Marked]
    triggers: list[Marked]
    times: list[Marked]
    numbers: list[Marked]
    speech: list[Marked]
    quotes: list[Marked]
    entity_of: dict[int, str] = field(default_factory=dict)

    def within(self, marked: Sequence[Marked], start: int, end: int) -> list[Marked]:
        """Return the spans of a layer that begin in the tokens ``start`` to ``end``."""
        low = bisect_left(marked, start, key=lambda item: item.start)
        high = bisect_left(marked, end, key=lambda item: item.start)
        return list(marked[low:high])

    def names_within(self, start: int, end: int) -> list[int]:
        """Return the indices of the names that begin in the tokens ``start`` to ``end``."""
        low = bisect_left(self.names, start, key=lambda item: item.start)
        high = bisect_left(self.names, end, key=lambda item: item.start)
        return list(range(low, high))


def scene_of(doc: Doc) -> Scene:
    """Read an analysed ``doc`` into a scene."""
    candidates = read_layer(doc, Layer.TRIGGERS)
    return Scene(
        view=view(doc),
        names=read_layer(doc, Layer.NAMES),
        titles=read_layer(doc, Layer.TITLES),
        nisbas=read_layer(doc, Layer.NISBAS),
        candidates=candidates,
        triggers=[mark for mark in candidates if mark.attrs["chosen"]],
        times=read_layer(doc, Layer.TIMES),
        numbers=read_layer(doc, Layer.NUMBERS),
        speech=read_layer(doc, Layer.SPEECH),
        quotes=read_layer(doc, Layer.QUOTES),
    )


def is_follow_up(mark: Marked) -> bool:
    """Whether a candidate may speak of an event that was told before: a definite noun («الهجوم»)."""
    return mark.attrs["pos"] == "n" and bool(mark.attrs["definite"])


@cache
def words(group: str) -> frozenset[str]:
    """Return a group of ``syntax.tsv``, folded."""
    rows = data_rows("analyse", "syntax.tsv")
    return frozenset(fold(word) or word for name, members in rows if name == group for word in members.split(" "))
