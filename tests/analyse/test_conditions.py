"""The condition language of triggers.tsv, and that the lexicon keeps to it."""

from __future__ import annotations

import pytest

from kgbuild.analyse.conditions import BINDING, WEAK, WINDOWS, Condition, Context, Sense, classes_of, senses
from kgbuild.analyse.morphology import Reading
from kgbuild.folding import fold
from kgbuild.labels import EventType
from kgbuild.resources import data_rows

NOUN = Reading("هجوم", "n", "singular")
DEFINITE = Reading("هجوم", "n", "singular", definite=True)
PASSIVE = Reading("صوب/IV", "v", "perfect-passive", "3ms")


def context(before: int = 0, after: int = 0, word: str = "على", name: str = "army") -> Context:
    """A token at 12 of 30, with one word of a class ``before`` or ``after`` it."""
    at = 12
    place = at - before if before else at + after
    norms = [fold(word) if index == place else "س" for index in range(30)]
    return Context(norms, [frozenset({name}) if index == place else frozenset() for index in range(30)], at)


@pytest.mark.parametrize(
    ("kind", "before", "after"), [("obj", 0, 4), ("adj", 0, 2), ("prev", 3, 0), ("near", 10, 0), ("near", 0, 10)]
)
def test_how_far_a_condition_looks(kind, before, after):
    condition = Condition(kind, frozenset({"army", "fighter"}), negated=False)
    assert condition.holds(context(before, after), NOUN)
    assert not condition.holds(context(before and before + 1, after and after + 1), NOUN)


def test_a_word_says_nothing_about_itself():
    assert not Condition("near", frozenset({"army"}), negated=False).holds(context(), NOUN)


@pytest.mark.parametrize("kind", ["obj", "adj"])
def test_what_stands_before_is_no_object(kind):
    assert not Condition(kind, frozenset({"army"}), negated=False).holds(context(before=1), NOUN)


def test_a_preposition_follows_within_seven_tokens():
    condition = Condition("prep", frozenset({"علي"}), negated=False)
    assert condition.holds(context(after=7), NOUN)
    assert not condition.holds(context(after=8), NOUN)
    assert not condition.holds(context(before=1), NOUN)


@pytest.mark.parametrize(
    ("kind", "reading", "holds"),
    [
        ("def", DEFINITE, True),
        ("def", NOUN, False),
        ("indef", NOUN, True),
        ("pass", PASSIVE, True),
        ("pass", NOUN, False),
    ],
)
def test_conditions_on_the_form(kind, reading, holds):
    assert Condition(kind, frozenset(), negated=False).holds(context(), reading) == holds


def test_negation_turns_a_condition():
    values = frozenset({"army"})
    assert Condition("near", values, negated=True).holds(context(name="soft", after=1), NOUN)
    assert not Condition("near", values, negated=True).holds(context(after=1), NOUN)


def test_a_sense_needs_all_of_its_conditions():
    near, definite = Condition("near", frozenset({"army"}), negated=False), Condition("def", frozenset(), negated=False)
    assert Sense("Attack", (near, definite)).fits(context(after=1), DEFINITE)
    assert not Sense("Attack", (near, definite)).fits(context(after=1), NOUN)
    assert Sense("Attack", ()).fits(context(), NOUN)


def test_only_binding_conditions_make_a_sense_impossible():
    definite = (Condition("def", frozenset(), negated=False),)
    assert Sense("Attack", definite).may_tell(context(), NOUN)
    assert not Sense("Attack", definite, binding=True).may_tell(context(), NOUN)
    assert Sense("Attack", definite, binding=True).may_tell(context(), DEFINITE)


def test_an_unknown_condition_is_an_error():
    with pytest.raises(ValueError, match="sometimes"):
        Condition("sometimes", frozenset(), negated=False).holds(context(), NOUN)


@pytest.mark.parametrize(
    ("word", "name"),
    [("الجيش", "army"), ("جيشها", "army"), ("المسلحون", "fighter"), ("مدينته", "place_word"), ("سيطرتها", "control")],
)
def test_classes_of_inflected_words(word, name):
    assert name in classes_of(fold(word))


def test_a_word_without_class():
    assert classes_of(fold("برتقالة")) == frozenset()


def test_senses_stand_in_the_order_of_the_lexicon():
    lemma = "دعو/X"
    rows = [row[0] for row in data_rows("analyse", "triggers.tsv") if row[1:3] == ("v", lemma)]
    assert [sense.type for sense in senses()[lemma, "v"]] == rows


# The lexicon

CONDITIONS = sorted({term for row in data_rows("analyse", "triggers.tsv") for term in "".join(row[3:]).split()})
CLASSES = {name for name, _ in data_rows("analyse", "trigger_classes.tsv")}


def test_every_type_of_the_lexicon_is_one():
    assert {row[0] for row in data_rows("analyse", "triggers.tsv")} <= {kind.value for kind in EventType} | {"-"}


def test_every_condition_of_the_lexicon_is_known():
    kinds = {term.lstrip("!").partition("=")[0] for term in CONDITIONS}
    assert kinds <= {*WINDOWS, "prep", "pass", "def", "indef", BINDING, WEAK}


def test_every_class_that_the_lexicon_names_is_there():
    named = [term.lstrip("!").partition("=") for term in CONDITIONS]
    assert {name for kind, _, values in named if kind in WINDOWS for name in values.split(",")} <= CLASSES
