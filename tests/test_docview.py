"""The contract between analyse and extract: plain lists of tokens, and layers that survive spaCy's own passing on."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kgbuild.analyse.tokenizer import ArabicTokenizer
from kgbuild.docview import Layer, Marked, read_layer, view, write_layer
from kgbuild.sentences import split_sentences

TEXTS = [
    "وصل الوفد. غادر بعد ساعة! هل عاد؟ لا.",
    "عنوان قصير\nوصل الوفد إلى العاصمة.\n\nوغادر بعد ساعة",
    "  فراغ  في أول النص.  وآخره.  ",
    "بلغت النسبة 3.5 في المئة. وقال د. سامر إنها ترتفع",
    "",
]


@pytest.fixture(scope="module")
def tokenizer() -> ArabicTokenizer:
    return ArabicTokenizer(Vocab())


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_in_tokens_are_the_guidelines_sentences(text, tokenizer):
    seen = view(tokenizer(text))
    found = [seen.span_text(start, end)[0].strip() for start, end in seen.sentences]
    assert found == [text[start:end].strip() for start, end in split_sentences(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_has_no_token_of_another(text, tokenizer):
    seen = view(tokenizer(text))
    for (first, last), (start, end) in zip(seen.sentences, split_sentences(text), strict=True):
        assert all(start <= offset < end for offset in seen.offsets[first:last])


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_of_a_sentence_knows_it(text, tokenizer):
    seen = view(tokenizer(text))
    for index, (start, end) in enumerate(seen.sentences):
        assert {seen.sentence_of(token) for token in range(start, end)} == {index}


def test_the_surface_of_tokens_is_the_texts(tokenizer):
    text = "وبحسب  الوزارة، عادوا."
    seen = view(tokenizer(text))
    for token in range(len(seen.words)):
        surface, start, end = seen.span_text(token, token + 1)
        assert (surface, text[start:end]) == (seen.words[token], surface)
    assert seen.span_text(0, len(seen.words)) == (text, 0, len(text))


def test_norms_are_folded(tokenizer):
    assert view(tokenizer("إدلبُ")).norms == ["ادلب"]


def doc_of(*words: str) -> Doc:
    return Doc(Vocab(), words=list(words))


def test_a_layer_is_read_as_written_in_text_order_longest_first():
    doc = doc_of("وزارة", "الدفاع", "في", "دمشق")
    marked = [
        Marked(3, 4, "Settlement", {"key": "damascus"}),
        Marked(0, 1, "GovernmentBody", {"key": None}),
        Marked(0, 2, "GovernmentBody", {"key": None}),
    ]
    write_layer(doc, Layer.NAMES, marked, fields=("key",))
    assert read_layer(doc, Layer.NAMES) == [marked[2], marked[1], marked[0]]


def test_only_named_attributes_are_kept():
    doc = doc_of("غارة")
    write_layer(doc, Layer.TRIGGERS, [Marked(0, 1, "AirStrike", {"pos": "n", "draft": 1})], fields=("pos", "suffix"))
    assert read_layer(doc, Layer.TRIGGERS)[0].attrs == {"pos": "n", "suffix": None}


def test_writing_again_replaces():
    doc = doc_of("قال", "سامر")
    write_layer(doc, Layer.SPEECH, [Marked(0, 1, "verb", {})])
    write_layer(doc, Layer.SPEECH, [])
    assert read_layer(doc, Layer.SPEECH) == []


def test_a_layer_that_was_not_written_is_empty():
    assert read_layer(doc_of("نص"), Layer.TIMES) == []


def test_layers_survive_bytes():
    doc = doc_of("مقتل", "خمسة")
    marked = [Marked(1, 2, "cardinal", {"values": 5, "classes": ["number", "victim"]})]
    write_layer(doc, Layer.NUMBERS, marked, fields=("values", "classes"))
    again = Doc(Vocab()).from_bytes(doc.to_bytes())
    assert read_layer(again, Layer.NUMBERS) == marked
