"""One happening told twice is one event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgbuild.extract.merging import REACH, merge_events
from kgbuild.labels import EventType, Role, Stance
from kgbuild.records import Claim, Event, Mention

FIRST = Event("v1", EventType.ATTACK, Mention("هاجمت", 0, 5), 0, agent=("e1",), place=("e2",), time="2024-11-30")


def later(**changes: object) -> Event:
    """A second telling that names as much as the first."""
    return replace(FIRST, **{"id": "v2", "trigger": Mention("الهجوم", 40, 46), "sentence": 1, **changes})


def test_two_roles_in_common_make_one_event():
    (event,) = merge_events([FIRST, later()], set())
    assert (event.id, event.trigger, event.sentence) == (FIRST.id, FIRST.trigger, FIRST.sentence)
    assert event.mentions == (Mention("الهجوم", 40, 46),)


@pytest.mark.parametrize(
    "changes",
    [
        {"type": EventType.SHELLING},
        {"agent": ("e9",)},
        {"place": ("e9",)},
        {"time": "2024-11-29"},
        {"agent": ()},
        {"sentence": REACH + 1},
    ],
    ids=str,
)
def test_what_differs_stays_apart(changes):
    assert len(merge_events([FIRST, later(**changes)], set())) == 2


def test_counts_that_differ_are_of_two_events():
    first, second = replace(FIRST, count=3), later(count=5)
    assert len(merge_events([first, second], set())) == 2
    assert len(merge_events([first, later(count=3)], set())) == 1


def test_a_definite_noun_takes_up_what_it_does_not_contradict():
    bare = later(agent=(), place=())
    assert len(merge_events([FIRST, bare], {"v2"})) == 1
    assert len(merge_events([FIRST, bare], set())) == 2
    assert len(merge_events([FIRST, later(agent=("e9",), place=())], {"v2"})) == 2


def test_a_definite_noun_takes_up_the_last_event_that_fits():
    second = later(id="v2", place=("e3",))
    third = later(id="v3", sentence=2, agent=(), place=())
    merged = merge_events([FIRST, second, third], {"v3"})
    assert [len(event.mentions) for event in merged] == [0, 1]


def test_the_union_of_what_both_tell():
    merged = merge_events(
        [
            replace(FIRST, target=(), time="2024-11"),
            later(target=("e5",), place=("e2", "e3"), time="2024-11-30", count=4),
        ],
        set(),
    )
    (event,) = merged
    assert (event.agent, event.target, event.place, event.count) == (("e1",), ("e5",), ("e2", "e3"), 4)


def test_each_source_claims_once_in_order_of_telling():
    asserted, denied = Claim("e1", Stance.ASSERTS), Claim("e6", Stance.DENIES)
    first, second = replace(FIRST, claims=(asserted,)), later(claims=(denied, asserted))
    (event,) = merge_events([first, second], set())
    assert event.claims == (asserted, denied)


def test_a_filler_is_as_sure_as_its_clearer_telling():
    first = replace(FIRST, role_confidence={Role.AGENT: {"e1": 0.4}, Role.PLACE: {"e2": 0.9}})
    second = later(target=("e5",), role_confidence={Role.AGENT: {"e1": 0.7}, Role.TARGET: {"e5": 0.5}})
    (event,) = merge_events([first, second], set())
    assert event.role_confidence == {Role.AGENT: {"e1": 0.7}, Role.PLACE: {"e2": 0.9}, Role.TARGET: {"e5": 0.5}}


def test_no_events():
    assert merge_events([], set()) == []
