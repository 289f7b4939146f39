"""The annotators that come with kgbuild, on sentences written for these tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

import pytest

from kgbuild import embedded
from kgbuild.annotators import annotator_names
from kgbuild.embedded import EmbeddedAnnotator, RuleAnnotator
from kgbuild.evaluate import check
from kgbuild.labels import EventType, Modality, Role, Stance
from kgbuild.models import RULES_ALONE
from kgbuild.records import Annotation, Article, Event
from kgbuild.store.annotations import annotation_to_json

SEIZURE = "سيطرت الفصائل المسلحة على مدينة خان شيخون في ريف إدلب الجنوبي، السبت."
DENIAL = "نفت وزارة الدفاع السورية انسحاب الجيش السوري من مدينة حماة."
STRIKE = "قال المرصد السوري لحقوق الإنسان إن غارة جوية على بلدة معرة مصرين أدت إلى مقتل خمسة مدنيين."
VISIT = "وصل الرئيس الفرنسي إيمانويل ماكرون إلى بيروت في زيارة رسمية يوم 12 تشرين الثاني."
PLAN = "قد تنسحب القوات الروسية من قاعدة حميميم. ولم تسيطر الفصائل المسلحة على مدينة حلب."
ANNOTATORS = (RuleAnnotator, EmbeddedAnnotator)
PUBLISHED = "2024-11-30"


@cache
def annotator(kind: type[EmbeddedAnnotator]) -> EmbeddedAnnotator:
    return kind()


@cache
def annotate(kind: type[EmbeddedAnnotator], text: str, published: str | None = PUBLISHED) -> Annotation:
    return annotator(kind).annotate(Article("a", text, date=published))


def only(found: Annotation, kind: EventType) -> Event:
    """The first event of a type; a follow-up noun may make a second one."""
    events = [event for event in found.events if event.type is kind]
    assert events, [event.type.value for event in found.events]
    return events[0]


def names(found: Annotation, ids: tuple[str | None, ...]) -> list[str | None]:
    name_of = {entity.id: entity.name for entity in found.entities}
    return [name_of[one] if one else None for one in ids]


@pytest.fixture(params=ANNOTATORS, ids=lambda kind: kind.__name__)
def kind(request) -> type[EmbeddedAnnotator]:
    return request.param


def test_a_seizure(kind):
    found = annotate(kind, SEIZURE)
    event = only(found, EventType.SEIZURE)
    assert names(found, event.agent) == ["الفصائل المسلحة"]
    assert names(found, event.place) == ["خان شيخون"]
    assert (event.trigger.text, event.time, event.modality) == ("سيطرت", PUBLISHED, Modality.ACTUAL)
    assert [(claim.source, claim.stance) for claim in event.claims] == [(None, Stance.ASSERTS)]


def test_a_denial(kind):
    found = annotate(kind, DENIAL)
    event = only(found, EventType.WITHDRAWAL)
    assert names(found, event.place) == ["حماة"]
    assert "الجيش السوري" in names(found, event.agent)
    claims = [(names(found, (claim.source,))[0], claim.stance) for claim in event.claims]
    assert ("وزارة الدفاع السورية", Stance.DENIES) in claims


def test_an_air_strike_with_who_says_so(kind):
    found = annotate(kind, STRIKE)
    strike, killing = only(found, EventType.AIR_STRIKE), only(found, EventType.KILLING)
    assert killing.count == 5
    for event in (strike, killing):
        sources = names(found, tuple(claim.source for claim in event.claims))
        assert sources == ["المرصد السوري لحقوق الإنسان"]
    assert "معرة مصرين" in names(found, strike.place + strike.target)


def test_a_visit_with_its_date(kind):
    found = annotate(kind, VISIT)
    event = only(found, EventType.VISIT)
    assert names(found, event.agent) == ["إيمانويل ماكرون"]
    assert names(found, event.place) == ["بيروت"]
    assert event.time == "2024-11-12"


def test_what_may_happen_and_what_did_not(kind):
    found = annotate(kind, PLAN)
    assert only(found, EventType.WITHDRAWAL).modality is Modality.HYPOTHETICAL


def test_the_rules_hear_a_negation():
    found = annotate(RuleAnnotator, PLAN)
    assert [claim.stance for claim in only(found, EventType.SEIZURE).claims] == [Stance.DENIES]


def test_a_word_within_a_name_tells_nothing():
    found = annotate(RuleAnnotator, "عقدت هيئة تحرير الشام اجتماعا مع وجهاء مدينة خان شيخون.")
    assert [event.type for event in found.events] == [EventType.MEETING]


@pytest.mark.parametrize("text", [SEIZURE, DENIAL, STRIKE, VISIT, PLAN, "", " ", "نص.\n\nآخر", "abc «", SEIZURE * 20])
def test_annotations_keep_to_the_format(kind, text):
    found = annotate(kind, text)
    assert check([annotation_to_json(found)]) == []
    mentions = [mention for entity in found.entities for mention in entity.mentions]
    mentions += [mention for event in found.events for mention in (event.trigger, *event.mentions)]
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_without_a_date_no_day_is_guessed(kind):
    found = annotate(kind, SEIZURE, None)
    assert [event.time for event in found.events] == [None for _ in found.events]
    assert found.events


def test_one_article_leaves_nothing_for_the_next(kind):
    fresh = kind()
    fresh.annotate(Article("b", DENIAL, date="2020-01-01"))
    assert fresh.annotate(Article("a", SEIZURE, date=PUBLISHED)) == annotate(kind, SEIZURE)


def test_the_rules_need_no_weights(monkeypatch):
    monkeypatch.setattr(embedded, "Models", lambda: pytest.fail("the rules asked for weights"))
    found = RuleAnnotator().annotate(Article("a", SEIZURE, date=PUBLISHED))
    assert only(found, EventType.SEIZURE).trigger.text == "سيطرت"
    assert EmbeddedAnnotator(RULES_ALONE).annotate(Article("a", SEIZURE, date=PUBLISHED)) == found


def test_they_are_found_by_entry_point():
    assert {"embedded", "rules"} <= set(annotator_names())


PROGRAM = """
import json, sys
from kgbuild.embedded import {kind}
from kgbuild.records import Article
from kgbuild.store.annotations import annotation_to_json
texts = json.load(sys.stdin)
annotator = {kind}()
articles = [Article(str(number), text, date="2024-11-30") for number, text in enumerate(texts)]
found = [annotation_to_json(annotator.annotate(article)) for article in articles]
sys.stdout.write(json.dumps(found))
"""


def test_same_text_same_annotation_in_any_process(kind):
    texts = json.dumps([SEIZURE, DENIAL, STRIKE, VISIT, PLAN])
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM.format(kind=kind.__name__)],
            input=texts,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]


def test_only_a_model_says_how_likely_a_filler_is():
    sure = only(annotate(EmbeddedAnnotator, SEIZURE), EventType.SEIZURE)
    assert set(sure.role_confidence[Role.AGENT]) == set(sure.agent)
    assert set(sure.role_confidence[Role.PLACE]) == set(sure.place)
    assert all(0.3 < share <= 1 for fillers in sure.role_confidence.values() for share in fillers.values())
    assert only(annotate(RuleAnnotator, SEIZURE), EventType.SEIZURE).role_confidence == {}


def test_an_explanation_is_the_annotation_with_reasons(kind):
    found = annotator(kind).explain(Article("a", SEIZURE, date=PUBLISHED))
    assert found.annotation == annotate(kind, SEIZURE)
    learned = kind is EmbeddedAnnotator
    assert all(("model" in reason) == learned for reason in found.names.values())
    assert all(("event model" in reasons.trigger) == learned for reasons in found.events.values())


def test_who_denies_a_seizure_is_not_the_one_that_seizes() -> None:
    """Regression: the subject of the verb of saying was made the agent of the noun that it speaks of."""
    found = annotate(EmbeddedAnnotator, "نفى الجيش السوداني سيطرة قوات الدعم السريع على مدينة الفاشر.")
    seizure = only(found, EventType.SEIZURE)
    assert names(found, seizure.agent) == ["قوات الدعم السريع"]
    assert [(names(found, (claim.source,)), claim.stance) for claim in seizure.claims] == [
        (["الجيش السوداني"], Stance.DENIES)
    ]


def test_the_vocabulary_does_not_grow_with_the_corpus(monkeypatch):
    pipeline = embedded.load_pipeline(RULES_ALONE)
    monkeypatch.setattr(embedded, "load_pipeline", lambda _: pipeline)
    annotator, sizes = RuleAnnotator(), []
    for number in range(2 * embedded.SHARING + 1):
        annotator.annotate(Article(str(number), f"وصل الوفد{'ا' * (number % embedded.SHARING)} إلى المدينة."))
        sizes.append(len(pipeline.vocab.strings))
    assert sizes[embedded.SHARING] == sizes[2 * embedded.SHARING] < sizes[embedded.SHARING - 1]
