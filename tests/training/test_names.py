"""The tagger of names learns from gold mentions, and its file is read by the pipeline."""

from __future__ import annotations

from kgbuild.analyse.pipeline import load_pipeline
from kgbuild.docview import Layer, read_layer
from kgbuild.models import NAMES, Models
from training.gold import analysed
from training.names import train_names


def test_a_name_that_the_rules_do_not_know_is_learned(record, rules, tmp_path):
    unknown = "زرزورية"
    documents = [
        record
        | {
            "id": f"d{number}",
            "text": f"هاجم {number} مسلحين {unknown} مساء. وعاد الهدوء إلى {unknown} صباحا.",
            "entities": [{"id": "e1", "type": "Settlement", "name": unknown, "mentions": [unknown]}],
        }
        for number in range(3, 15)
    ]
    train_names(documents, tmp_path / NAMES)
    doc = analysed(load_pipeline(Models(tmp_path)), documents[0])
    names = [(doc[mark.start : mark.end].text, mark.label) for mark in read_layer(doc, Layer.NAMES)]
    assert names == [(unknown, "Settlement")] * 2
    by_rule = analysed(rules, documents[0])
    assert unknown not in [by_rule[mark.start : mark.end].text for mark in read_layer(by_rule, Layer.NAMES)]
