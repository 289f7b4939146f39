"""What each learned part is shown of a gold document."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn", reason="needs the extra `training`")

from kgbuild.labels import Role
from kgbuild.linear import load_linear
from kgbuild.models import EVENT_CONTEXT, EVENTS
from training import claims, events, modality, relations, roles, times
from training.events import gold_candidates
from training.linear import fit_linear
from training.roles import entity_pairs


@pytest.fixture
def fitted(monkeypatch):
    """Catch what would be fitted: pairs of features and label."""
    caught = []

    def catch(examples, labels, target, *, strength, weights):
        assert len(weights) == len(labels)
        caught.extend(zip(examples, labels, strict=True))

    for module in (claims, modality, relations, roles, times):
        monkeypatch.setattr(module, "fit_linear", catch)
    return caught


def test_each_gold_event_has_its_candidate(example):
    record, scene, _ = example
    found = gold_candidates(record, scene)
    told = {
        number: (scene.candidates[index].label, scene.view.words[scene.candidates[index].start])
        for number, index in found.items()
    }
    assert told == {0: ("Seizure", "سيطرت"), 1: ("Withdrawal", "انسحاب")}


def test_an_event_with_another_trigger_takes_the_rules_candidate_of_its_type(example):
    record, scene, _ = example
    record["events"][0]["trigger"] = "بسطت"
    assert gold_candidates(record, scene).keys() == {0, 1}
    record["events"][0]["sentence"] = 1
    assert gold_candidates(record, scene).keys() == {1}


def test_one_candidate_tells_one_event(example):
    record, scene, _ = example
    record["events"].append({**record["events"][0], "id": "v3"})
    found = gold_candidates(record, scene)
    assert len(set(found.values())) == len(found)


def test_found_entities_are_paired_with_gold_ones(example):
    record, _, entities = example
    pairs = entity_pairs(record, entities)
    name_of = {entity.id: entity.name for entity in entities}
    gold_name = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {name_of[found]: gold_name[gold] for found, gold in pairs.items()}.items() >= {
        ("مورك", "مورك"), ("الجيش السوري", "الجيش السوري"), ("وزارة الدفاع السورية", "وزارة الدفاع السورية"),
    }  # fmt: skip


def test_both_looks_at_events_are_shown_every_candidate(example, tmp_path, monkeypatch):
    _, scene, _ = example
    shown: dict[str, list[str]] = {}

    def fit(examples, labels, target, *, strength, weights):
        shown[str(target)] = list(labels)
        fit_linear(examples, labels, target, strength=strength, weights=weights)

    monkeypatch.setattr(events, "fit_linear", fit)
    examples = [example] * events.FOLDS
    events.train_events(examples, tmp_path)
    for name in (EVENTS, EVENT_CONTEXT):
        labels = shown[str(tmp_path / name)]
        assert len(labels) == len(scene.candidates) * len(examples)
        assert labels.count(events.EVENT) == 2 * len(examples)
        assert set(load_linear(tmp_path / name).classes) == {events.EVENT, events.NONE}


def test_the_second_look_learns_from_what_has_not_seen_the_document(example, tmp_path, monkeypatch):
    """Each of the folds' classifiers is fitted without the documents that it judges."""
    _, scene, _ = example
    sizes = []

    def fit(examples, labels, target, *, strength, weights):
        sizes.append(len(examples) // len(scene.candidates))
        fit_linear(examples, labels, target, strength=strength, weights=weights)

    monkeypatch.setattr(events, "fit_linear", fit)
    events.train_events([example] * 6, tmp_path)
    # All documents for the shipped one, then each fold without its own, then all for the second look.
    assert sizes == [6, 4, 4, 5, 5, 6]


def test_a_document_that_counts_twice_weighs_twice(example, tmp_path, monkeypatch):
    record, scene, entities = example
    weighed = []
    for module in (claims, modality, relations, roles, times):
        monkeypatch.setattr(module, "fit_linear", lambda *_, weights, **__: weighed.append(set(weights)))
    for module in (claims, modality, relations, roles, times):
        train = getattr(module, f"train_{module.__name__.rpartition('.')[2]}")
        train([({**record, "weight": 2}, scene, entities)], tmp_path / "x")
    assert weighed == [{2}] * 5


def test_roles_are_shown_every_name_of_the_sentence(example, fitted, tmp_path):
    roles.train_roles([example], tmp_path / "x")
    labels = [label for _, label in fitted]
    assert labels.count(Role.AGENT.value) == 2
    assert labels.count(Role.PLACE.value) == 2
    assert roles.NO_ROLE in labels


def test_claims_are_shown_everyone_who_may_speak(example, fitted, tmp_path):
    claims.train_claims([example], tmp_path / "x")
    article = [label for features, label in fitted if features[0].startswith("article|")]
    assert article == ["asserts", claims.SILENT]
    assert [label for _, label in fitted].count("denies") == 1


def test_modality_is_shown_every_event(example, fitted, tmp_path):
    modality.train_modality([example], tmp_path / "x")
    record, _, _ = example
    assert sorted(label for _, label in fitted) == sorted(event["modality"] for event in record["events"])


def test_times_are_shown_every_time_of_the_sentence(example, fitted, tmp_path):
    times.train_times([example], tmp_path / "x")
    assert [label for _, label in fitted] == [times.DATES]


def test_relations_are_shown_every_pair(example, fitted, tmp_path):
    relations.train_relations([example], tmp_path / "x")
    labels = [label for _, label in fitted]
    assert labels.count("locatedIn>") == 1
    assert labels.count(relations.UNRELATED) == len(labels) - 1 > 0
