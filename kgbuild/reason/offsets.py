"""Do the offsets of a graph's evidence cut out the words that it quotes?

SHACL Core compares no texts by position, so this is a small program: a sentence is as long as its text, a mention lies
within its sentence, and its offsets cut its quotation out of the sentence. Offsets are Unicode code points of the
document's unnormalised text, as :class:`str` counts them (``docs/rdf-model.md``). What is missing or of the wrong type
is left to the shapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import RDF, Graph, Literal, Namespace
from rdflib.term import Node

from kgbuild.iris import KGB
from kgbuild.reason.breach import Breach, written

_KGB, _OA = Namespace(KGB), Namespace("http://www.w3.org/ns/oa#")
_SHAPES = "https://w3id.org/kgbuild/shapes#"
LENGTH, QUOTATION = f"{_SHAPES}sentenceLength", f"{_SHAPES}mentionQuotation"
_MESSAGES: Mapping[str, Mapping[str, str]] = {
    LENGTH: {
        "en": "A sentence is as long as its offsets say.",
        "ar": "طول نص الجملة هو ما بين بدايتها ونهايتها.",
    },
    QUOTATION: {
        "en": "The offsets of a mention cut its quotation out of its sentence.",
        "ar": "موضع الذكر في جملته هو موضع النص المقتبس.",
    },
}


def offset_breaches(data: Graph, language: str) -> Iterator[Breach]:
    """Yield each sentence and mention whose offsets and words do not agree."""
    for sentence in data.subjects(RDF.type, _KGB.Sentence):
        span, text = _span(data, sentence), data.value(sentence, _KGB.text)
        if span and text is not None and span[1] - span[0] != len(str(text)):
            yield _breach(LENGTH, sentence, text, language)
    for mention in data.subjects(RDF.type, _KGB.Mention):
        quotation = next(_selected(data, mention, _OA.exact), None)
        if quotation is not None and not _cuts_out(data, mention, str(quotation)):
            yield _breach(QUOTATION, mention, quotation, language)


def _cuts_out(data: Graph, mention: Node, quotation: str) -> bool:
    """Whether the offsets find the quotation in the sentence, as far as the graph has all that is needed."""
    sentence, span = data.value(mention, _KGB.inSentence), _span(data, mention)
    if sentence is None or span is None:
        return True
    around, text = _span(data, sentence), data.value(sentence, _KGB.text)
    if around is None or text is None:
        return True
    start, end = span[0] - around[0], span[1] - around[0]
    return start >= 0 and str(text)[start:end] == quotation


def _span(data: Graph, node: Node) -> tuple[int, int] | None:
    starts, ends = (list(_selected(data, node, predicate)) for predicate in (_OA.start, _OA.end))
    offsets = [bound.value for bound in (*starts, *ends) if isinstance(bound, Literal)]
    if len(starts) != 1 or len(ends) != 1 or not all(isinstance(offset, int) for offset in offsets):
        return None
    return offsets[0], offsets[1]


def _selected(data: Graph, node: Node, predicate: Node) -> Iterator[Node]:
    for selector in data.objects(node, _OA.hasSelector):
        yield from data.objects(selector, predicate)


def _breach(shape: str, node: Node, value: Node, language: str) -> Breach:
    messages = _MESSAGES[shape]
    return Breach(written(node) or "", None, written(value), messages.get(language, messages["en"]), shape)
