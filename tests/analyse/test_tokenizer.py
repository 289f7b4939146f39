"""Tokens are exact stretches of the text, whatever the text."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from kgbuild.analyse.tokenizer import ArabicTokenizer, is_fused, norm

TOKENIZER = ArabicTokenizer(Vocab())


def words(text: str) -> list[str]:
    return [token.text for token in TOKENIZER(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وسيطرت الفصائل على المدينة، وبحسب", "و سيطرت الفصائل على المدينة ، و ب حسب"),
        ("(الجيش) «سانا» “x” …", "( الجيش ) « سانا » “ x ” …"),
        ("؟!؛:-/", "؟ ! ؛ : - /"),
        ("12:30 1,000 ٣٥ ٣٫٥ 3.5 30/11", "12:30 1,000 ٣٥ ٣٫٥ 3.5 30 / 11"),
        ("BBC M5 S-400 5G 12km 10%", "BBC M5 S-400 5G 12km 10 %"),
        ("#تامر_عبدالمنعم @user", "# تامر _ عبدالمنعم @ user"),
        ("https://example.org/a?b=1. www.example.org، ", "https://example.org/a?b=1 . www.example.org ،"),
        ("x.y@example.org.", "x.y@example.org ."),
        ("أ.ف.ب د.أحمد د. أحمد", "أ.ف.ب د . أحمد د . أحمد"),
        ("لـ«سانا» بـ20 iPhoneو", "لـ « سانا » بـ 20 iPhone و"),
        ("\u200fسوريا\u200f", "\u200f سوريا \u200f"),
        ("سوريا٬لبنان٪", "سوريا ٬ لبنان ٪"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert words(text) == expected.split(" ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أ ب", [("أ", " "), ("ب", "")]),
        ("أ  ب", [("أ", " "), (" ", ""), ("ب", "")]),
        ("أ\n\nب ", [("أ", ""), ("\n\n", ""), ("ب", " ")]),
        (" أ \n ب", [(" ", ""), ("أ", " "), ("\n ", ""), ("ب", "")]),
        ("", []),
    ],
)
def test_white_space_follows_spacy(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(token.text, token.whitespace_) for token in TOKENIZER(text)] == expected


ANY_SIGN = st.characters(exclude_categories=["Cs"])
LIKELY_SIGN = st.sampled_from("وبلالجيشَـ،.\u200f12aB-_@:/")


@given(st.text(alphabet=st.one_of(LIKELY_SIGN, st.sampled_from("  \n\t\u00a0"), ANY_SIGN)))
def test_the_text_is_kept(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_norm_is_the_folded_form() -> None:
    doc = TOKENIZER("وأعلنت للجيش «إدلب» لليبيا وَقْف")
    assert [token.norm_ for token in doc] == ["و", "اعلنت", "الجيش", "«", "ادلب", "»", "ل", "ليبيا", "وقف"]


def test_norm_of_lexemes_that_were_there_before() -> None:
    vocab = spacy.blank("ar").vocab
    assert vocab["إدلب"].norm_ == "إدلب"
    assert ArabicTokenizer(vocab)("إدلب")[0].norm_ == "ادلب"


@pytest.mark.parametrize(("text", "fused"), [("للجيش", True), ("لبنان", False), ("ل", False), ("الله", False)])
def test_is_fused(text: str, fused: bool) -> None:
    assert is_fused(text) is fused


def test_norm_is_never_empty() -> None:
    assert norm('"') == '"'
    assert norm("ـ") == "ـ"


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("ar", config={"nlp": {"tokenizer": {"@tokenizers": "kgbuild.ArabicTokenizer.v1"}}})


def test_a_config_names_it(nlp: Language) -> None:
    assert isinstance(nlp.tokenizer, ArabicTokenizer)
    assert [doc.text for doc in nlp.pipe(["وقال", "في  حلب"])] == ["وقال", "في  حلب"]


def test_pipeline_survives_bytes_and_disk(nlp: Language, tmp_path: Path) -> None:
    copy = spacy.blank("ar", config={"nlp": {"tokenizer": {"@tokenizers": "kgbuild.ArabicTokenizer.v1"}}})
    copy.from_bytes(nlp.to_bytes())
    nlp.to_disk(tmp_path / "model")
    for loaded in (copy, spacy.load(tmp_path / "model")):
        assert [(token.text, token.norm_) for token in loaded("وإدلب")] == [("و", "و"), ("إدلب", "ادلب")]


def test_pickles() -> None:
    copy = pickle.loads(pickle.dumps(TOKENIZER))
    assert [token.norm_ for token in copy("للجيش، وأعلن")] == ["الجيش", "،", "و", "اعلن"]


def test_docs_survive_serialisation() -> None:
    doc = TOKENIZER("وقال  الجيش\n")
    bytes_copy = Doc(ArabicTokenizer(Vocab()).vocab).from_bytes(doc.to_bytes())
    (bin_copy,) = DocBin(docs=[doc]).get_docs(ArabicTokenizer(Vocab()).vocab)
    assert bytes_copy.text == bin_copy.text == doc.text
    assert [t.norm_ for t in bin_copy] == [t.norm_ for t in doc]
