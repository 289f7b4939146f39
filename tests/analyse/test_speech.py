"""What reports: verbs, attributions, participles; and what stands in quotation marks."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from kgbuild.analyse.speech import MAX_QUOTE, find_quotes, mark_speech
from kgbuild.analyse.tokenizer import ArabicTokenizer
from kgbuild.docview import Layer, read_layer


@pytest.fixture(scope="module")
def tokenizer() -> ArabicTokenizer:
    return ArabicTokenizer(Vocab())


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("وقالت الوزارة إن الطريق مغلق", [("قالت", "verb", "assert")]),
        ("نفت الوزارة ذلك", [("نفت", "verb", "deny")]),
        ("ينفي الناطق ذلك", [("ينفي", "verb", "deny")]),
        ("وأضاف الطبيب", [("أضاف", "verb", "add")]),
        ("أكد الوزير عودته، مشيرا إلى أنه بخير", [("أكد", "verb", "assert"), ("مشيرا", "participle", "assert")]),
        ("عاد الوفد بحسب المرصد", [("بحسب", "source", "assert")]),
        ("عاد الوفد وفقا لما ذكرت الوكالة", [("وفقا لما ذكرت", "source", "assert")]),
        ("هذا حلم على حد تعبيره", [("على حد تعبيره", "self", "assert")]),
        ("لا صحة لما نشر", [("لا صحة لما", "phrase", "deny")]),
        ("عاد الوفد إلى الفندق", []),
    ],
)
def test_reports(text, reports, tokenizer):
    doc = mark_speech(tokenizer(text))
    found = [(doc[m.start : m.end].text, m.label, m.attrs["kind"]) for m in read_layer(doc, Layer.SPEECH)]
    assert found[: len(reports)] == reports
    assert bool(found) == bool(reports)


@pytest.mark.parametrize("text", ["نفى الناطق ذلك", "كشف الوزير عن ذلك", "نقل المرصد ذلك", "تعهد الوزير بذلك"])
def test_a_verb_that_is_spelled_like_a_noun(text, tokenizer):
    doc = mark_speech(tokenizer(text))
    assert [mark.label for mark in read_layer(doc, Layer.SPEECH)] == ["verb"]


def test_no_report_runs_over_a_sentence(tokenizer):
    whole, broken = (mark_speech(tokenizer(text)) for text in ("السور على حد قوله", "السور على حد. قوله"))
    assert {mark.label for mark in read_layer(whole, Layer.SPEECH)} == {"self"}
    assert "self" not in {mark.label for mark in read_layer(broken, Layer.SPEECH)}


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("قال « نعم نعم » و صمت", ["نعم نعم"]),
        ("قال “ نعم ” ثم “ لا ”", ["نعم", "لا"]),
        ("قال ” نعم “", ["نعم"]),
        ('قال " نعم " و " لا "', ["نعم", "لا"]),
        ("قال « نعم “ مهلا ” نعم » و صمت", ["نعم “ مهلا ” نعم"]),
        ("قال « »", []),
        ("قال « نعم", []),
        ("قال » نعم «", []),
    ],
)
def test_quotes(words, quotes):
    tokens = words.split(" ")
    assert [" ".join(tokens[mark.start : mark.end]) for mark in find_quotes(tokens)] == quotes


def test_a_stray_sign_does_not_quote_the_rest_of_the_text():
    far = ["«", *["كلمة"] * (MAX_QUOTE + 1), "»", "«", "نعم", "»"]
    assert [far[mark.start : mark.end] for mark in find_quotes(far)] == [["نعم"]]
