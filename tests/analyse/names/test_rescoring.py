"""The second look decides between the possible names of a document."""

from __future__ import annotations

from pathlib import Path

from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.proposals import Proposal
from kgbuild.analyse.names.rescoring import NAME, NONE, rescored, second_stage
from kgbuild.analyse.names.span_features import SpanFeatures
from kgbuild.linear import LinearModel

LONG = Proposal(1, 3, "Person", 0.6, True)
SHORT = Proposal(1, 2, "Person", 0.3, False)
AGAIN = Proposal(4, 5, "Person", 0.2, False)


def features(seen, *found):
    text = seen("زار محمد ثابت و محمد ثابت")
    return SpanFeatures(text, ["triggers:Visit", *[""] * 5], found, [Candidate(1, 3, "Person", "given-name")])


def test_the_surest_of_overlapping_names_is_taken(seen):
    found = [LONG, SHORT, AGAIN]
    weights = {"length2": (-2.0, 2.0), "best0": (1.0, -1.0)}
    names = rescored(LinearModel((NONE, NAME), weights), features(seen, *found), found)
    assert [(name.start, name.end) for name in names] == [(1, 3)]
    assert 0.9 < names[0].confidence < 1


def test_a_doubtful_name_is_left_out(seen):
    assert rescored(LinearModel((NONE, NAME), {"best1": (1.0, 0.0)}), features(seen, LONG), [LONG]) == []


def test_a_name_of_open_type_is_one_of_its_likeliest_type(seen):
    """Regression: «منطقة مورك», an area or a town, was no name, because each type by itself was too unlikely."""
    found = [Proposal(1, 2, "Area", 0.5, True), Proposal(1, 2, "Settlement", 0.5, False)]
    unsure = {"t=Area": (0.6, 0.0), "t=Settlement": (0.8, 0.0)}
    names = rescored(LinearModel((NONE, NAME), unsure), features(seen, *found), found)
    assert [(name.start, name.end, name.type) for name in names] == [(1, 2, "Area")]
    assert names[0].confidence < 0.36
    assert rescored(LinearModel((NONE, NAME), unsure), features(seen, found[0]), found[:1]) == []


def test_what_the_second_look_sees(seen):
    view = features(seen, LONG, SHORT, AGAIN)
    whole = set(view.of(LONG))
    assert {"best1", "rule=same", "t=Person", "length2", "Person|form=محمد ثابت", "Person|left=triggers:Visit"} <= whole
    part = set(view.of(AGAIN))
    # The same word stands elsewhere as a possible name, and in a longer one.
    assert {"again3", "part6", "times2"} <= part
    assert "part0" not in part
    assert "again-" in whole


def test_the_members_of_a_list_are_governed_by_what_governs_the_first(seen):
    """«الفارين من سوريا والعراق»: the second country too is where they come from, and no government that acts."""
    first = Proposal(2, 3, "Country", 0.9, True)
    second, third = Proposal(4, 5, "Country", 0.6, True), Proposal(7, 8, "Country", 0.5, True)
    text = seen("الفارين من سوريا و العراق ، و اليمن")
    view = SpanFeatures(text, [""] * 8, [first, second, third], [])
    for name in (first, second, third):
        assert {"Country|governed=من", "Country|governed=الفارين من", "Country|governed-stem=فاري:1"} <= set(
            view.of(name)
        )
    assert "Country|governed0=من" in view.of(first)
    assert "Country|governed2=من" in view.of(third)


def test_a_list_does_not_reach_over_what_is_no_name(seen):
    name = Proposal(3, 4, "Country", 0.6, True)
    view = SpanFeatures(seen("من البيت و العراق"), [""] * 4, [name], [])
    assert "Country|governed=و" in view.of(name)


def test_the_second_stage_lies_beside_the_tagger():
    assert second_stage(Path("weights/names.crfsuite.gz")) == Path("weights/names.tsv.gz")
