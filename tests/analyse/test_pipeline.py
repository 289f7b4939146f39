"""The pipeline as a whole: it needs no network and no weights, and marks every layer."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgbuild.analyse.pipeline import COMPONENTS, analyse, load_pipeline
from kgbuild.docview import Layer, read_layer
from kgbuild.models import RULES_ALONE
from kgbuild.records import Article

TEXT = "قال وزير الدفاع السوري سامر الحلبي، الخميس، «إن خمسة جنود قتلوا في غارة على مدينة حمص»."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline(RULES_ALONE)


def test_the_components_run_in_the_order_in_which_they_need_each_other(nlp):
    assert tuple(nlp.pipe_names) == COMPONENTS


def test_every_layer_is_marked(nlp):
    doc = analyse(nlp, Article("a", TEXT, date="2024-11-30"))
    assert doc.text == TEXT
    assert [layer for layer in Layer if not read_layer(doc, layer)] == []


@pytest.mark.parametrize(("published", "value"), [("2024-11-30", "2024-11-28"), (None, None)])
def test_days_are_counted_from_the_publication(nlp, published, value):
    (time,) = read_layer(analyse(nlp, Article("a", TEXT, date=published)), Layer.TIMES)
    assert time.attrs["values"] == value


def test_one_article_leaves_nothing_for_the_next(nlp):
    before = analyse(nlp, Article("a", TEXT)).to_bytes()
    analyse(nlp, Article("b", TEXT, date="2020-01-01"))
    assert analyse(nlp, Article("a", TEXT)).to_bytes() == before


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "«", "abc 123", "و" * 500, "ا ب ت " * 300])
def test_any_text_is_analysed(nlp, text):
    assert analyse(nlp, Article("a", text)).text == text
