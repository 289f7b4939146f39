"""Selectors find their stretch of the text again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kgbuild.graph.mentions import mention_triples, sentence_triples
from kgbuild.graph.source import Source

OA = "http://www.w3.org/ns/oa#"


def _selectors(triples):
    found = defaultdict(dict)
    for subject, predicate, value in triples:
        if predicate.value.startswith(OA) and subject.value.endswith(("/position", "/quote")):
            found[subject.value][predicate.value.removeprefix(OA)] = value.value
    return found


def test_quote_and_position_select_the_same_text(knowledge, run):
    text = knowledge.annotation.article.text
    selectors = _selectors(mention_triples(Source(knowledge, run)))
    assert len(selectors) == 2 * 9  # seven names and two triggers
    for name, position in selectors.items():
        if name.endswith("/position"):
            quote = selectors[name.removesuffix("position") + "quote"]
            start, end = int(position["start"]), int(position["end"])
            assert text[start:end] == quote["exact"]
            assert text[max(0, start - 32) : start] == quote["prefix"]
            assert text[end : end + 32] == quote["suffix"]


def test_sentences_without_evidence_are_left_out(knowledge, run):
    article = replace(knowledge.annotation.article, text=knowledge.annotation.article.text + "\nجملة بلا شيء.")
    source = Source(replace(knowledge, annotation=replace(knowledge.annotation, article=article)), run)
    texts = [value.value for _, predicate, value in sentence_triples(source) if predicate.value.endswith("#text")]
    assert len(source.spans) == 4
    assert texts == [article.text[start:end] for start, end in source.spans[:3]]
