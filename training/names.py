"""Train the tagger of names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from kgbuild.analyse.names.component import other_marks, rule_names
from kgbuild.analyse.names.features import OUTSIDE, bio_tags, token_features
from kgbuild.analyse.pipeline import load_pipeline
from kgbuild.docview import view
from kgbuild.models import RULES_ALONE
from training.gold import Record, analysed, gold_spans

# L1 keeps the file small; both were chosen on one half of the gold and confirmed on the other.
PARAMETERS = {"c1": 0.4, "c2": 0.05, "max_iterations": 100, "feature.minfreq": 2}


def train_names(records: Iterable[Record], target: Path) -> None:
    """Write the tagger trained on ``records`` to ``target``."""
    nlp = load_pipeline(RULES_ALONE)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for record in records:
        doc = analysed(nlp, record)
        seen = view(doc)
        features = token_features(seen, rule_names(doc, seen), other_marks(doc))
        tags = [OUTSIDE] * len(seen.norms)
        for first, last, entity in gold_spans(record, seen):
            tags[first:last] = bio_tags(entity["type"], last - first)
        for start, end in seen.sentences:
            trainer.append(features[start:end], tags[start:end])
    trainer.train(str(target))
