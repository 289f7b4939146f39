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
from kgbuild.models import NAMES, Models
from kgbuild.records import Article

COMPONENTS = ("kgb_times", "kgb_numbers", "kgb_triggers", "kgb_speech", "kgb_names")


def load_pipeline(models: Models) -> Language:
    """Return the pipeline on ``spacy.blank("ar")``; it needs no network.

    Args:
        models: weights of the learned parts, or :data:`kgbuild.models.RULES_ALONE`.
    """
    nlp = spacy.blank("ar")
    nlp.tokenizer = ArabicTokenizer(nlp.vocab)
    names = models.file(NAMES)
    for component in COMPONENTS:
        config = {"model": str(names) if names else None} if component == "kgb_names" else {}
        nlp.add_pipe(component, config=config)
    return nlp


def analyse(nlp: Language, article: Article) -> Doc:
    """Return ``article``'s text with every layer marked."""
    doc = nlp.make_doc(article.text)
    if article.date:
        doc.user_data["date"] = article.date
    return nlp(doc)
