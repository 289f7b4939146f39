"""The label of an event, which people read in lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgbuild.graph.events import event_triples
from kgbuild.graph.source import Source


@pytest.mark.parametrize(
    ("roles", "label"),
    [
        ({"place": ("town", "village", "country"), "target": ("ministry",)}, "سيطرت: الوردية، الزيتونة"),
        ({"place": ("town",), "target": ("ministry",)}, "سيطرت: الوردية، وزارة الدفاع"),
        ({"place": (), "target": ("ministry",)}, "سيطرت: وزارة الدفاع"),
        ({"place": (), "target": ()}, "سيطرت"),
        ({"place": ("town", "town"), "target": ("village",)}, "سيطرت: الوردية، الزيتونة"),
    ],
)
def test_label_names_at_most_two_places_or_targets(knowledge, run, roles, label):
    event = replace(knowledge.annotation.events[0], **roles)
    changed = replace(knowledge, annotation=replace(knowledge.annotation, events=(event,)))
    labels = [value for _, predicate, value in event_triples(Source(changed, run)) if predicate.value.endswith("label")]
    assert [(found.value, found.language) for found in labels] == [(label, "ar")]
