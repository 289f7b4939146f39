"""What an attack led to is dated as the attack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgbuild.extract.causes import with_times_of_causes
from kgbuild.labels import EventType, Modality
from kgbuild.records import Event, Mention

TEXT = "قصف الجيش مورك الخميس . وأسفر القصف عن مقتل مدنيين"
TRIGGERS = {"قصف": "v Shelling", "القصف": "n Shelling", "مقتل": "n Killing"}
SHELLING = Event(
    "v1", EventType.SHELLING, Mention("قصف", 0, 3), 0, time="2024-11-28", time_text=Mention("الخميس", 15, 21)
)
KILLING = Event("v2", EventType.KILLING, Mention("مقتل", 39, 43), 1)


@pytest.fixture
def told(scene):
    """A scene in which «القصف» follows up what was told before, and tells nothing itself."""
    made = scene(TEXT, triggers=TRIGGERS)
    made.triggers = [mark for mark in made.candidates if not mark.attrs["definite"]]
    return made


def test_an_effect_has_the_time_of_the_cause_beside_it(told):
    cause, effect = with_times_of_causes(told, [SHELLING, KILLING])
    assert cause == SHELLING
    assert (effect.time, effect.time_text) == (SHELLING.time, SHELLING.time_text)


def test_a_time_of_its_own_stays(told):
    dated = replace(KILLING, time="2024-11-29")
    assert with_times_of_causes(told, [SHELLING, dated]) == [SHELLING, dated]


@pytest.mark.parametrize(
    "changes",
    [{"time": None}, {"modality": Modality.FUTURE}, {"sentence": 1}, {"type": EventType.BOMBING}],
    ids=str,
)
def test_another_happening_is_no_cause(told, changes):
    other = replace(SHELLING, **changes)
    assert with_times_of_causes(told, [other, KILLING]) == [other, KILLING]


def test_the_follow_up_has_to_be_definite(scene):
    made = scene(
        TEXT.replace("القصف", "قصفا"), triggers={"قصف": "v Shelling", "قصفا": "n Shelling", "مقتل": "n Killing"}
    )
    made.triggers = [made.candidates[0], made.candidates[2]]
    assert with_times_of_causes(made, [SHELLING, KILLING]) == [SHELLING, KILLING]


def test_what_the_article_tells_as_an_event_of_its_own_is_no_follow_up(told):
    told.triggers = told.candidates
    again = replace(SHELLING, id="v3", sentence=1, time=None)
    assert with_times_of_causes(told, [SHELLING, again, KILLING])[2] == KILLING
