"""Train the two stages of the tagger of names."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite
from spacy.language import Language

from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.component import other_marks, rule_names
from kgbuild.analyse.names.features import OUTSIDE, bio_tags, token_features
from kgbuild.analyse.names.proposals import proposals, undescribed
from kgbuild.analyse.names.rescoring import NAME, NONE, second_stage
from kgbuild.analyse.names.span_features import SpanFeatures
from kgbuild.analyse.names.tagger import Tagger
from kgbuild.analyse.pipeline import load_pipeline
from kgbuild.docview import DocView, view
from kgbuild.models import RULES_ALONE
from training.crf_weights import rounded
from training.gold import Record, analysed, gold_spans, weight_of
from training.linear import fit_linear

# Chosen on one half of the gold by what was learned from the other; to stop early is worth more than both penalties.
PARAMETERS = {"c1": 0.4, "c2": 0.3, "max_iterations": 60, "feature.minfreq": 2}
# The second stage learns from what taggers of the other folds make of a document.
FOLDS = 3
ENOUGH = 100


@dataclass(frozen=True, slots=True)
class Lesson:
    """A gold document as the tagger learns it."""

    seen: DocView
    marks: list[str]
    rules: list[Candidate]
    features: list[list[str]]
    spans: list[tuple[int, int, str]]
    weight: int


def train_names(records: Iterable[Record], target: Path, *, folds: int = FOLDS) -> None:
    """Write the tagger trained on ``records`` to ``target`` and the second stage beside it."""
    nlp = load_pipeline(RULES_ALONE)
    lessons = [_lesson(nlp, record) for record in records]
    _train_tagger(lessons, target)
    _train_second_stage(lessons, second_stage(target), folds)


def _train_second_stage(lessons: Sequence[Lesson], target: Path, folds: int) -> None:
    examples, labels, weights = [], [], []
    with TemporaryDirectory() as folder:
        for fold in range(folds):
            path = Path(folder) / f"{fold}.crfsuite.gz"
            _train_tagger([lesson for n, lesson in enumerate(lessons) if n % folds != fold], path)
            tagger = Tagger(path)
            for lesson in lessons[fold::folds]:
                found = undescribed(lesson.seen.norms, proposals(tagger, lesson.features, lesson.seen.sentences))
                gold = set(lesson.spans)
                features = SpanFeatures(lesson.seen, lesson.marks, found, lesson.rules)
                examples += [features.of(item) for item in found]
                labels += [NAME if (item.start, item.end, item.type) in gold else NONE for item in found]
                weights += [lesson.weight] * len(found)
    # A handful of documents teaches the second stage nothing; then the tagger decides alone.
    if min(labels.count(NAME), labels.count(NONE)) >= ENOUGH:
        fit_linear(examples, labels, target, strength=0.05, weights=weights)


def _lesson(nlp: Language, record: Record) -> Lesson:
    doc = analysed(nlp, record)
    seen, marks = view(doc), other_marks(doc)
    rules = rule_names(doc, seen)
    spans = [(first, last, entity["type"]) for first, last, entity in gold_spans(record, seen)]
    return Lesson(seen, marks, rules, token_features(seen, rules, marks), spans, weight_of(record))


def _train_tagger(lessons: Sequence[Lesson], target: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for lesson in lessons:
        tags = [OUTSIDE] * len(lesson.seen.norms)
        for first, last, kind in lesson.spans:
            tags[first:last] = bio_tags(kind, last - first)
        for start, end in lesson.seen.sentences * lesson.weight:
            trainer.append(lesson.features[start:end], tags[start:end])
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "names.crfsuite"
        trainer.train(str(plain))
        target.write_bytes(gzip.compress(rounded(plain.read_bytes()), mtime=0))
