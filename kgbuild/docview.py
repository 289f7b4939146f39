"""What `analyse` leaves on a spaCy ``Doc`` and `extract` reads: the contract between the two rooms.

Results travel in ``doc.spans`` (labels and plain attributes survive ``to_bytes``,
``DocBin`` and multi-process pipes; objects in ``doc._`` do not). Each group's
``attrs`` hold lists parallel to its spans.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from kgbuild.sentences import split_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Layer(str, Enum):
    """Keys of ``doc.spans``, in the order in which the pipeline writes them."""

    NUMBERS = "numbers"
    TIMES = "times"
    NAMES = "names"
    TITLES = "titles"
    NISBAS = "nisbas"
    TRIGGERS = "triggers"
    SPEECH = "speech"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class Marked:
    """One span of a layer: token offsets (``end`` exclusive), label and attributes."""

    start: int
    end: int
    label: str
    attrs: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DocView:
    """A document as plain lists, which Python reads much faster than spaCy's objects.

    Attributes:
        words: surface of each token.
        norms: folded form of each token.
        offsets: code-point offset of each token in the text.
        sentences: ``(first, last + 1)`` token of each of the guidelines' sentences.
    """

    text: str
    words: list[str]
    norms: list[str]
    offsets: list[int]
    sentences: list[tuple[int, int]]

    def sentence_of(self, token: int) -> int:
        """Return the index of the sentence that holds ``token``."""
        return max(bisect_right(self.sentences, (token, len(self.words) + 1)) - 1, 0)

    def span_text(self, start: int, end: int) -> tuple[str, int, int]:
        """Return surface and code-point offsets of the tokens ``start`` to ``end``."""
        first = self.offsets[start]
        last = self.offsets[end - 1] + len(self.words[end - 1])
        return self.text[first:last], first, last


def view(doc: Doc) -> DocView:
    """Read ``doc`` once into plain lists."""
    # Columns of numbers: making a Token for each word, as ``doc.text`` does too, costs more than reading them.
    strings = doc.vocab.strings
    orths, lower, offsets, spaces = doc.to_array(["ORTH", "NORM", "IDX", "SPACY"]).T.tolist()
    words, norms = [strings[key] for key in orths], [strings[key] for key in lower]
    text = "".join([f"{word} " if space else word for word, space in zip(words, spaces, strict=True)])
    sentences = []
    for start, end in split_sentences(text):
        first = bisect_right(offsets, start - 1) if start else 0
        last = bisect_right(offsets, end - 1)
        sentences.append((first, last))
    return DocView(text, words, norms, offsets, sentences)


def write_layer(doc: Doc, layer: Layer, marked: Sequence[Marked], *, fields: Iterable[str] = ()) -> None:
    """Replace a layer of ``doc``; ``fields`` names the attributes to keep, each as a parallel list."""
    from spacy.tokens import Span, SpanGroup

    spans = [Span(doc, item.start, item.end, label=item.label) for item in marked]
    attrs = {name: [item.attrs.get(name) for item in marked] for name in fields}
    doc.spans[layer.value] = SpanGroup(doc, name=layer.value, spans=spans, attrs=attrs)


def read_layer(doc: Doc, layer: Layer) -> list[Marked]:
    """Return the spans of a layer in text order; empty where the layer was not written."""
    if layer.value not in doc.spans:
        return []
    group = doc.spans[layer.value]
    columns = {name: values for name, values in group.attrs.items() if isinstance(values, list)}
    marked = []
    for index, span in enumerate(group):
        attrs = {name: values[index] for name, values in columns.items()}
        marked.append(Marked(span.start, span.end, span.label_, attrs))
    return sorted(marked, key=lambda item: (item.start, -item.end))
