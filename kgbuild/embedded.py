"""The annotators that come with kgbuild: no network, no GPU, nothing to download."""

from __future__ import annotations

from contextlib import ExitStack

from spacy.tokens import Doc

from kgbuild.analyse.pipeline import analyse, load_pipeline
from kgbuild.extract.annotator import DocAnnotator
from kgbuild.models import RULES_ALONE, Models
from kgbuild.records import Annotation, Article, Explanation

# So many articles share what spaCy knows of their words; then it is let go, and memory does not grow with the corpus.
SHARING = 50


class EmbeddedAnnotator:
    """The default: rules propose, small learned models decide.

    Args:
        models: weights of the learned parts; those that are shipped by default.
    """

    def __init__(self, models: Models | None = None) -> None:
        chosen = models or Models()
        self._nlp = load_pipeline(chosen)
        self._annotate = DocAnnotator(chosen)
        self._zone = ExitStack()
        self._left = 0

    def annotate(self, article: Article) -> Annotation:
        """Return the entities, events with claims, and relations of ``article``."""
        return self._annotate(article, self._analysed(article))

    def explain(self, article: Article) -> Explanation:
        """Return what :meth:`annotate` does, with the rule or model that made each part."""
        return self._annotate.explain(article, self._analysed(article))

    def _analysed(self, article: Article) -> Doc:
        if not self._left:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._left = SHARING
        self._left -= 1
        return analyse(self._nlp, article)


class RuleAnnotator(EmbeddedAnnotator):
    """The rules alone, without a learned part: for comparison, and where every decision must be a stated rule."""

    def __init__(self) -> None:
        super().__init__(RULES_ALONE)
