"""Which events become one, which do not, and what one happening says."""

from __future__ import annotations

import pytest

from kgbuild.labels import EventType, Role
from kgbuild.merge import By, Kind, Side, Verdict, judgement
from tests.merge.tellings import document, groups, merged


def test_two_reports_of_one_shelling_are_one_happening():
    one, two = document("a", {"agent": ["الجيش السوري"]}), document("b", {"agent": ["روسيا"], "target": ["تركيا"]})
    found = merged(one, two).happenings[0]
    assert found.type is EventType.SHELLING
    assert found.day == "2024-11-30"
    assert found.events == tuple(sorted((*one.events.values(), *two.events.values())))
    # The union of what both name; who says what stays at the events.
    assert {iri.rpartition("/")[2] for iri in found.roles[Role.AGENT]} == {"syrian-army", "russia"}
    assert [iri.rpartition("/")[2] for iri in found.roles[Role.TARGET]] == ["turkey"]


def test_differing_figures_stand_side_by_side():
    killing = {"type": "Killing", "agent": ["الجيش السوري"]}
    documents = [document(name, {**killing, "count": count}) for name, count in (("a", 12), ("b", 9), ("c", 12))]
    found = merged(*documents).happenings[0]
    assert found.counts == (9, 12)
    assert len(found.events) == 3


@pytest.mark.parametrize(
    "other",
    [
        {"place": ["مورك"]},
        {"time": "2024-11-25"},
        {"modality": "future"},
        {"type": "Meeting"},
        {"type": "Killing"},
    ],
    ids=["place", "day", "plan", "type", "consequence"],
)
def test_what_differs_in_place_day_modality_or_kind_stays_apart(other):
    army = {"agent": ["الجيش السوري"]}
    assert not merged(document("a", army), document("b", {**army, **other})).happenings


def test_figures_far_apart_are_not_of_one_happening():
    killing = {"type": "Killing", "place": ["حماة"]}
    near = [document("a", {**killing, "count": 20}), document("b", {**killing, "count": 25}, text=OTHER_WORDS)]
    far = [document("a", {**killing, "count": 20}), document("b", {**killing, "count": 90}, text=OTHER_WORDS)]
    assert merged(*near).happenings
    assert not merged(*far).happenings


OTHER_WORDS = "استهدف طيران مجهول أطراف حماة."


def test_strike_and_shelling_may_be_one_and_the_type_that_most_tell_stands():
    strikes = [document(name, {"type": "AirStrike", "agent": ["روسيا"]}) for name in "ab"]
    shelling = document("c", {"type": "Shelling", "agent": ["روسيا"]})
    found = merged(*strikes, shelling).happenings
    assert [one.type for one in found] == [EventType.AIR_STRIKE]
    assert len(found[0].events) == 3


def test_meetings_of_other_partners_are_other_meetings():
    meeting = {"type": "Meeting", "place": ["حماة"]}
    one = document("a", {**meeting, "agent": ["روسيا", "تركيا"]})
    two = document("b", {**meeting, "agent": ["روسيا", "إيران"]})
    swapped = document("c", {**meeting, "agent": ["تركيا"], "target": ["روسيا"]})
    assert groups(merged(one, two, swapped), one, two, swapped) == [{"a", "c"}]


def test_a_documents_own_events_stay_apart_unless_they_are_alike():
    # Both of a's may be b's: a was read as telling two, so b's joins the likelier one.
    twice = document("a", {"agent": ["الجيش السوري"]}, {"type": "AirStrike", "agent": ["الجيش السوري"]})
    once = document("b", {"agent": ["الجيش السوري"]})
    found = merged(twice, once)
    assert [len(one.events) for one in found.happenings] == [2]
    assert twice.events["v0"] in found.happenings[0].events


def test_an_event_without_a_day_is_of_the_days_before_publication():
    dated = document("a", {"agent": ["روسيا"], "target": ["تركيا"]})
    undated = document("b", {"agent": ["روسيا"], "target": ["تركيا"], "time": None}, date="2024-12-01")
    late = document("c", {"agent": ["روسيا"], "target": ["تركيا"], "time": None}, date="2024-12-09")
    assert groups(merged(dated, undated, late), dated, undated, late) == [{"a", "b"}]


def test_an_event_of_nobody_knows_when_is_left_out():
    lost = document("a", {"time": None}, date=None)
    found = merged(lost, document("b", {}))
    assert found.events == 1


def test_first_and_last_report_and_publishers():
    days = {"a": "2024-11-30", "b": "2024-12-01", "c": "2024-12-03"}
    documents = [
        document(name, {"agent": ["روسيا"], "target": ["تركيا"]}, date=day, publisher="الشرق" if name != "c" else None)
        for name, day in days.items()
    ]
    found = merged(*documents).happenings[0]
    assert (found.first_report, found.last_report) == ("2024-11-30", "2024-12-03")
    # Two items of one publisher are one, and who is not known is not counted.
    assert found.publishers == 1


def test_a_copy_counts_once():
    words = "قصف الجيش السوري مدينة حماة وقال شهود إن القذائف سقطت قرب المشفى الوطني فجرا واندلعت حرائق كبيرة."
    own = "أكدت مصادر محلية متطابقة تعرض أحياء حماة الشرقية إلى نيران مدفعية كثيفة أشعلت مستودعات ومحال تجارية."
    copied = [document(name, {}, text=words) for name in "ab"]
    independent = document("c", {"trigger": "نيران"}, text=own)
    assert merged(*copied).happenings[0].publishers == 1
    assert merged(*copied, independent).happenings[0].publishers == 2


def test_order_of_documents_changes_nothing():
    documents = [document(name, {"agent": ["روسيا"]}) for name in "abcd"]
    assert merged(*documents) == merged(*reversed(documents))


# Judgements


def side(knowledge):
    return Side(knowledge.events["v0"])


def test_each_join_is_explained():
    one, two, three = (document(name, {"agent": ["روسيا"]}) for name in "abc")
    found = merged(one, two, three).judgements
    assert [(item.verdict, item.by) for item in found] == [(Verdict.SAME, By.RULE)] * 2
    assert {"same_type", "same_day", "same_place", "agents_shared"} <= set(found[0].reasons)
    assert found[0].left.document in {"a", "b", "c"}


def test_a_persons_different_keeps_apart_what_the_rules_join():
    one, two = (document(name, {"agent": ["روسيا"]}) for name in "ab")
    apart = judgement(side(one), side(two), Verdict.DIFFERENT, By.PERSON, note="الأولى صباحا")
    found = merged(one, two, given=[apart])
    assert not found.happenings
    assert found.judgements == (apart,)


def test_a_persons_same_joins_what_the_rules_do_not():
    one, two = document("a", {}), document("b", {"place": ["مورك"], "time": "2024-11-20"})
    assert not merged(one, two).happenings
    same = judgement(side(one), side(two), Verdict.SAME, By.PERSON)
    assert groups(merged(one, two, given=[same]), one, two) == [{"a", "b"}]


def test_a_difference_between_two_keeps_a_third_from_joining_them_and_is_a_conflict():
    one, two, three = (document(name, {"agent": ["روسيا"]}) for name in "abc")
    apart = judgement(side(one), side(two), Verdict.DIFFERENT, By.PERSON)
    found = merged(one, two, three, given=[apart])
    assert [len(happening.events) for happening in found.happenings] == [2]
    assert found.conflicts[0].different == apart.pair
    # Between these two nothing is open any more.
    assert [item.verdict for item in found.judgements if item.by is By.RULE] == [Verdict.SAME]


def test_entities_that_a_person_judged_the_same_are_one_in_merging():
    one = document("a", {"type": "Visit", "place": [], "agent": ["روسيا"], "target": ["تركيا"]})
    words = "قصف تركيا أمس بعد روسيا وإيران."
    two = document("b", {"type": "Visit", "place": [], "agent": ["إيران"], "target": ["تركيا"]}, text=words)
    assert not merged(one, two).happenings
    actors = [Side(one.nodes["روسيا"].iri), Side(one.nodes["إيران"].iri)]
    same = judgement(*actors, Verdict.SAME, By.PERSON, kind=Kind.ENTITY)
    assert groups(merged(one, two, given=[same]), one, two) == [{"a", "b"}]


def test_what_is_judged_of_events_that_are_gone_stays():
    gone = judgement(Side("x:1"), Side("x:2"), Verdict.SAME, By.PERSON)
    assert merged(document("a", {}), given=[gone]).judgements == (gone,)


def test_a_difference_by_rule_that_keeps_happenings_apart_is_told_with_its_reasons():
    first = {"time": "2024-11-28", "target": ["تركيا"], "count": 3}
    last = {"time": "2024-11-30", "target": ["إيران"], "count": 90}
    events = {"a": first, "b": {"time": None, "target": ["تركيا", "إيران"]}, "c": last}
    found = merged(*(document(name, {"agent": ["روسيا"], **event}) for name, event in events.items()))
    (apart,) = (item for item in found.judgements if item.verdict is Verdict.DIFFERENT)
    assert {apart.left.document, apart.right.document} == {"a", "c"}
    assert apart.by is By.RULE
    assert {"other_day", "targets_differ", "count_far"} <= set(apart.reasons)
