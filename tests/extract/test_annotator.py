"""An analysed document in, its annotation out: the parts of extraction in their order."""

from __future__ import annotations

import pytest

from kgbuild.errors import ExtractError
from kgbuild.evaluate import check
from kgbuild.extract.annotator import DocAnnotator
from kgbuild.labels import EntityType, EventType, Modality, RelationType, Stance
from kgbuild.models import RULES_ALONE, Models
from kgbuild.records import Annotation, Article, Claim, Mention
from kgbuild.store.annotations import annotation_to_json

TEXT = (
    "أعلنت الوزارة ، السبت ، أن الفصائل هاجمت خان شيخون ب محافظة إدلب . "
    "و أسفر الهجوم عن مقتل خمسة جنود . قد ينسحب الجيش من خان شيخون"
)


@pytest.fixture
def annotation(doc) -> Annotation:
    made = doc(
        TEXT,
        names={
            "الوزارة": "GovernmentBody", "الفصائل": "ArmedGroup", "خان شيخون": "Settlement", "إدلب": "Governorate",
            "الجيش": "MilitaryForce",
        },
        triggers={
            "هاجمت": "v Attack", "الهجوم": "n Attack", "مقتل": "n Killing", "ينسحب": "v Withdrawal imperfect",
        },
        speech={"أعلنت": "verb assert"},
        times={"السبت": "2024-11-30"},
        numbers={"خمسة": 5},
    )  # fmt: skip
    return DocAnnotator(RULES_ALONE)(Article("a", made.text, date="2024-11-30"), made)


def test_the_annotation_keeps_to_the_format(annotation):
    assert check([annotation_to_json(annotation)]) == []


def test_offsets_are_the_texts(annotation):
    text = annotation.article.text
    mentions = [mention for entity in annotation.entities for mention in entity.mentions]
    mentions += [mention for event in annotation.events for mention in (event.trigger, *event.mentions)]
    assert len(mentions) == 10
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_entities_come_in_order_of_first_mention(annotation):
    assert [(entity.id, entity.name, len(entity.mentions)) for entity in annotation.entities] == [
        ("e1", "الوزارة", 1), ("e2", "الفصائل", 1), ("e3", "خان شيخون", 2), ("e4", "إدلب", 1), ("e5", "الجيش", 1),
    ]  # fmt: skip
    assert annotation.entities[2].type is EntityType.SETTLEMENT


def test_an_event_gathers_what_each_part_finds(annotation):
    attack = annotation.events[0]
    assert (attack.id, attack.type, attack.trigger.text, attack.sentence) == ("v1", EventType.ATTACK, "هاجمت", 0)
    assert (attack.agent, attack.place, attack.time) == (("e2",), ("e3",), "2024-11-30")
    assert attack.time_text == Mention("السبت", TEXT.index("السبت"), TEXT.index("السبت") + 5)
    assert Claim("e1", Stance.ASSERTS) in attack.claims


def test_a_definite_noun_takes_the_event_up_again(annotation):
    assert [event.type for event in annotation.events] == [EventType.ATTACK, EventType.KILLING, EventType.WITHDRAWAL]
    assert [event.id for event in annotation.events] == ["v1", "v2", "v3"]
    assert [mention.text for mention in annotation.events[0].mentions] == ["الهجوم"]


def test_counts_and_modality(annotation):
    assert [event.count for event in annotation.events] == [None, 5, None]
    assert [event.modality for event in annotation.events] == [Modality.ACTUAL, Modality.ACTUAL, Modality.HYPOTHETICAL]


def test_relations_are_between_the_entities(annotation):
    assert [(r.type, r.subject, r.object) for r in annotation.relations] == [(RelationType.LOCATED_IN, "e3", "e4")]


def test_a_text_that_tells_nothing(doc):
    article = Article("a", "عاد الهدوء")
    assert DocAnnotator(RULES_ALONE)(article, doc("عاد الهدوء")) == Annotation(article)


def test_weights_that_are_not_there_are_an_error(tmp_path):
    with pytest.raises(ExtractError, match=r"events\.tsv"):
        DocAnnotator(Models(tmp_path))
