"""Gold documents written for these tests, and the rules' pipeline over them."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from kgbuild.analyse.pipeline import load_pipeline
from kgbuild.extract.coreference import find_entities
from kgbuild.extract.scene import scene_of
from kgbuild.models import RULES_ALONE
from training.gold import analysed

Record = dict[str, Any]

TEXT = (
    "سيطرت الفصائل المسلحة، السبت، على مدينة مورك في ريف حماة. "
    "ونفت وزارة الدفاع السورية انسحاب الجيش السوري من مدينة مورك، فيما قالت روسيا إن الوضع في روسيا هادئ."
)
ENTITIES = [
    ("e1", "ArmedGroup", "الفصائل المسلحة"), ("e2", "Settlement", "مورك"), ("e3", "Area", "ريف حماة"),
    ("e4", "GovernmentBody", "وزارة الدفاع السورية"), ("e5", "MilitaryForce", "الجيش السوري"),
    ("e6", "State", "روسيا"), ("e7", "Country", "روسيا"),
]  # fmt: skip


def event(identifier: str, kind: str, trigger: str, sentence: int, **known: Any) -> Record:
    empty: Record = {"agent": [], "target": [], "place": [], "operation": [], "time": None, "count": None}
    told = {"modality": "actual", "claims": [{"source": None, "stance": "asserts"}]}
    return {"id": identifier, "type": kind, "trigger": trigger, "sentence": sentence, **empty, **told, **known}


@pytest.fixture
def record() -> Record:
    """A gold document with two events, a denial and a containment."""
    denied = [{"source": "e4", "stance": "denies"}]
    return {
        "id": "t1",
        "title": "",
        "date": "2024-11-30",
        "publisher": "وكالة",
        "text": TEXT,
        "entities": [{"id": i, "type": kind, "name": name, "mentions": [name]} for i, kind, name in ENTITIES],
        "events": [
            event("v1", "Seizure", "سيطرت", 0, agent=["e1"], place=["e2"], time="2024-11-30"),
            event("v2", "Withdrawal", "انسحاب", 1, agent=["e5"], place=["e2"], claims=denied),
        ],
        "relations": [{"type": "locatedIn", "subject": "e2", "object": "e3"}],
    }


@pytest.fixture(scope="session")
def rules() -> Language:
    """The pipeline without learned parts."""
    return load_pipeline(RULES_ALONE)


@pytest.fixture
def example(record, rules):
    """The document with its scene and entities, as training sees it."""
    scene = scene_of(analysed(rules, record))
    return record, scene, find_entities(scene)
