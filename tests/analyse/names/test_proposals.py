"""What a tagger holds possible beyond its best reading."""

from __future__ import annotations

import pytest

from kgbuild.analyse.names.proposals import Proposal, proposals, undescribed


class Tagger:
    """Answers as a tagger does, from a table: a token's tags with their probabilities."""

    def __init__(self, table):
        self.table = table

    def labels(self):
        return ["O", "B-Person", "I-Person", "B-Area", "I-Area"]

    def tag(self, features):
        assert len(features) == len(self.table)
        return [max(tags, key=tags.get) for tags in self.table]

    def marginal(self, tag, at):
        return self.table[at].get(tag, 0.0)


def found(*table):
    return list(proposals(Tagger(table), [[]] * len(table), [(0, len(table))]))


def test_a_sure_name_is_the_only_one():
    assert found({"O": 1.0}, {"B-Person": 0.99, "B-Area": 0.01}) == [Proposal(1, 2, "Person", 0.99, True)]


def test_another_type_and_another_end_are_proposed():
    items = found({"B-Person": 0.6, "B-Area": 0.4}, {"O": 0.7, "I-Person": 0.3})
    assert {(item.start, item.end, item.type): (round(item.score, 2), item.best) for item in items} == {
        (0, 1, "Area"): (0.4, False),
        (0, 1, "Person"): (0.6, True),
        (0, 2, "Person"): (0.3, False),
    }


def test_sentences_have_their_own_tokens():
    tagger = Tagger([{"B-Person": 0.99}])
    items = list(proposals(tagger, [[], []], [(0, 1), (1, 2)]))
    assert [item.start for item in items] == [0, 1]


def test_a_proposal_becomes_a_name():
    name = Proposal(2, 4, "Area", 0.5, True).candidate(0.123456)
    assert (name.start, name.end, name.type, name.confidence) == (2, 4, "Area", pytest.approx(0.1235))


def test_a_name_with_and_without_its_description_is_one_reading():
    """«مورك الاستراتيجية»: the town is called Morek, and both readings speak for it."""
    norms = ["منطقه", "مورك", "الاستراتيجيه", "امس"]
    found = [
        Proposal(1, 3, "Area", 0.5, True),
        Proposal(1, 2, "Area", 0.3, False),
        Proposal(1, 2, "Settlement", 0.2, False),
    ]
    assert undescribed(norms, found) == [
        Proposal(1, 2, "Area", 0.8, True),
        Proposal(1, 2, "Settlement", 0.2, False),
    ]
