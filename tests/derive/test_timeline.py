"""States of control from changes at one place."""

from __future__ import annotations

from kgbuild.derive.timeline import Change, states_of


def change(day, kind, actor, told="", denied=""):
    return Change(
        day,
        kind,
        actor,
        {voice: {f"told-{day}-{voice}"} for voice in told},
        {voice: {f"no-{voice}"} for voice in denied},
    )


def rows(*changes):
    return {(state.holder, state.voice, state.start, state.end) for state in states_of(changes)}


def test_a_take_ends_what_others_held():
    assert rows(change("1", "take", "x", "a"), change("3", "take", "y", "b")) == {
        ("x", "a", "1", "3"),
        ("y", "b", "3", ""),
    }


def test_who_denies_a_take_stands_by_the_holder_of_before():
    assert rows(change("1", "take", "x", "a"), change("3", "take", "y", "b", denied="c")) == {
        ("x", "a", "1", "3"),
        ("x", "c", "3", ""),
        ("y", "b", "3", ""),
    }


def test_what_a_denier_held_to_be_true_goes_on():
    assert ("x", "a", "1", "") in rows(change("1", "take", "x", "a"), change("3", "take", "y", "b", denied="a"))


def test_two_takes_of_one_day_by_two_voices_stand_side_by_side():
    assert rows(change("1", "take", "x", "a"), change("1", "take", "y", "b")) == {
        ("x", "a", "1", ""),
        ("y", "b", "1", ""),
    }


def test_a_withdrawal_leaves_nobody():
    assert rows(change("1", "take", "x", "a"), change("3", "leave", "x", "b")) == {("x", "a", "1", "3")}


def test_a_denied_withdrawal_ends_nothing_and_says_who_is_there():
    assert rows(change("1", "take", "x", "a"), change("3", "leave", "x", denied="c")) == {
        ("x", "a", "1", ""),
        ("x", "c", "3", ""),
    }


def test_a_take_that_is_only_denied_opens_and_ends_nothing():
    assert rows(change("1", "take", "x", "a"), change("3", "take", "y", denied="c")) == {("x", "a", "1", "")}


def test_an_entry_is_a_take_where_nobody_is():
    left = change("1", "take", "x", "a"), change("3", "leave", "x", "a")
    assert ("y", "b", "3", "") in rows(*left, change("3", "entry", "y", "b"))
    assert rows(change("1", "take", "x", "a"), change("3", "entry", "y", "b")) == {("x", "a", "1", "")}


def test_a_state_knows_whose_claims_it_rests_on():
    (state,) = (
        state
        for state in states_of([change("1", "take", "x", "a", denied="d"), change("3", "take", "y", "b")])
        if state.holder == "x"
    )
    assert (state.claims, state.disputed_by, state.ended_by) == ({"told-1-a"}, {"no-d"}, {"told-3-b"})
