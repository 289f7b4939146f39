"""Frames: which slot of a trigger fills which role of its event type."""

from __future__ import annotations

import pytest

from kgbuild.extract.frames import Frame, frames
from kgbuild.labels import EntityType, EventType, Role
from kgbuild.resources import data_rows


def test_every_event_type_has_a_frame():
    assert set(frames()) == {kind.value for kind in EventType}


def test_frames_name_roles_only():
    names = {name.rstrip("!") for frame in frames().values() for name in frame.slots.values()}
    assert names <= {role.value for role in Role} | {"-"}
    assert all(len(row) == 5 for row in data_rows("extract", "frames.tsv"))


@pytest.mark.parametrize(
    ("event", "slot", "entity", "role"),
    [
        # Section 2: the place taken, left, entered, approached; who lost it is the target.
        ("Seizure", "subject", "ArmedGroup", "agent"),
        ("Seizure", "علي", "Settlement", "place"),
        ("Seizure", "من", "MilitaryForce", "target"),
        ("Withdrawal", "من", "Facility", "place"),
        ("Withdrawal", "genitive", "MilitaryForce", "agent"),
        ("Entry", "الي", "Settlement", "place"),
        ("Advance", "نحو", "Settlement", "place"),
        # Section 6: a facility, unit or actor struck is the target, a town or area struck the place.
        ("AirStrike", "علي", "Facility", "target"),
        ("AirStrike", "علي", "Settlement", "place"),
        ("Shelling", "object", "Area", "place"),
        ("Attack", "object", "MilitaryForce", "target"),
        # A visit: a country is the target, a city the place.
        ("Visit", "الي", "Country", "target"),
        ("Visit", "object", "Settlement", "place"),
        # Both sides of a meeting, a call, a clash, an agreement.
        ("Meeting", "مع", "Person", "agent"),
        ("PhoneCall", "ب", "Person", "agent"),
        ("ArmedClash", "بين", "ArmedGroup", "agent"),
        ("Agreement", "بين", "State", "agent"),
        ("Ceasefire", "مع", "ArmedGroup", "agent"),
        # Displaced people are the target, the place left is the place.
        ("Displacement", "subject", "Population", "target"),
        ("Displacement", "من", "Settlement", "place"),
        # A resigner is the agent; whom a protest is against is the target.
        ("PoliticalChange", "subject", "Person", "agent"),
        ("Protest", "ضد", "GovernmentBody", "target"),
        ("Killing", "agentive", "ArmedGroup", "agent"),
        ("Killing", "genitive", "Population", "target"),
        ("Support", "ل", "State", "target"),
        ("Demand", "object", "State", "target"),
        # None.
        ("Killing", "subject", "Settlement", None),
        ("Accusation", "ب", "State", None),
        ("Seizure", "unknown", "Settlement", None),
        ("Meeting", "في", "Person", None),
    ],
)
def test_roles(event, slot, entity, role):
    assert frames()[event].role(slot, EntityType(entity)) == (Role(role) if role else None)


def test_an_operation_is_never_another_role():
    assert frames()["Attack"].role("object", EntityType.OPERATION) is Role.OPERATION


@pytest.mark.parametrize(("written", "role"), [("target", Role.PLACE), ("target!", Role.TARGET)])
def test_a_country_is_a_place_where_the_frame_does_not_insist(written, role):
    assert Frame({"object": written}).role("object", EntityType.COUNTRY) is role
    # Of places, only countries act as if they were someone.
    assert Frame({"object": written}).role("object", EntityType.SETTLEMENT) is Role.PLACE
