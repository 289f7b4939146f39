"""The terms that code uses are the labels' and the model's."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgbuild.graph import knowledge_quads, vocabulary
from kgbuild.iris import KGB
from kgbuild.labels import EntityType, EventType, Modality, Role, Stance

MODEL = Path(__file__).parents[2] / "docs" / "rdf-model.md"


@pytest.mark.parametrize("labels", [EntityType, EventType, Role, Stance, Modality])
def test_own_terms_include_every_label(labels):
    assert {KGB + label.value for label in labels} <= vocabulary.own_terms()


def test_own_terms_that_no_label_names_stand_in_the_model():
    labels = {KGB + label.value for kind in (EntityType, EventType) for label in kind}
    model = MODEL.read_text(encoding="utf-8")
    unknown = {term for term in vocabulary.own_terms() - labels if f"kgb:{term.removeprefix(KGB)}" not in model}
    assert not unknown


def test_graph_uses_no_other_terms(knowledge, run):
    quads = knowledge_quads(knowledge, run)
    used = {term.value for quad in quads for term in quad.triple if str(term).startswith(f"<{KGB}")}
    assert used
    assert used <= vocabulary.own_terms()
