"""The annotators that come with kgbuild: no network, no GPU, nothing to download."""

from __future__ import annotations

from kgbuild.analyse.pipeline import analyse, load_pipeline
from kgbuild.extract.annotator import DocAnnotator
from kgbuild.models import RULES_ALONE, Models
from kgbuild.records import Annotation, Article, Explanation


class EmbeddedAnnotator:
    """The default: rules propose, small learned models decide.

    Args:
        models: weights of the learned parts; those that are shipped by default.
    """

    def __init__(self, models: Models | None = None) -> None:
        chosen = models or Models()
        self._nlp = load_pipeline(chosen)
        self._annotate = DocAnnotator(chosen)

    def annotate(self, article: Article) -> Annotation:
        """Return the entities, events with claims, and relations of ``article``."""
        # The words of an article leave spaCy's vocabulary with it, so that memory does not grow with the corpus.
        with self._nlp.memory_zone():
            return self._annotate(article, analyse(self._nlp, article))

    def explain(self, article: Article) -> Explanation:
        """Return what :meth:`annotate` does, with the rule or model that made each part."""
        with self._nlp.memory_zone():
            return self._annotate.explain(article, analyse(self._nlp, article))


class RuleAnnotator(EmbeddedAnnotator):
    """The rules alone, without a learned part: for comparison, and where every decision must be a stated rule."""

    def __init__(self) -> None:
        super().__init__(RULES_ALONE)
