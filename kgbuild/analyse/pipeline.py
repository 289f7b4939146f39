"""The spaCy pipeline: which components run, in which order."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kgbuild.analyse.names.component
import kgbuild.analyse.numbers
import kgbuild.analyse.speech
import kgbuild.analyse.times
import kgbuild.analyse.triggers  # noqa: F401  (importing registers the components)
from kgbuild.analyse.tokenizer import ArabicTokenizer
from kgbuild.records import Article

COMPONENTS = ("kgb_numbers", "kgb_times", "kgb_names", "kgb_triggers", "kgb_speech")


def load_pipeline() -> Language:
    """Return the pipeline on ``spacy.blank("ar")``; loads in about a second and needs no network."""
    nlp = spacy.blank("ar")
    nlp.tokenizer = ArabicTokenizer(nlp.vocab)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def analyse(nlp: Language, article: Article) -> Doc:
    """Return ``article``'s text with every layer marked."""
    doc = nlp.make_doc(article.text)
    if article.date:
        doc.user_data["date"] = article.date
    return nlp(doc)
