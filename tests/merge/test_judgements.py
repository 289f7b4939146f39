"""Judgements as records: read as written, in order, a person's winning; and where they contradict each other."""

from __future__ import annotations

import pytest

from kgbuild.errors import AnnotationError
from kgbuild.merge import By, Kind, Side, Verdict, from_json, in_order, judgement, to_json
from kgbuild.merge.contradictions import contradictions
from kgbuild.merge.judgements import one_for_all
from kgbuild.merge_folder import read_judgements, write_judgements

A, B, C, D = (Side(f"https://example.org/{name}", "قصف", f"doc-{name}", 2) for name in "abcd")


def person(left, right, verdict, **more):
    return judgement(left, right, verdict, By.PERSON, **more)


def test_what_is_written_is_read_the_same():
    ruled = judgement(B, A, Verdict.UNSURE, By.RULE, score=4.5, reasons=("same_day",))
    given = person(A, Side("https://example.org/z"), Verdict.SAME, kind=Kind.ENTITY, note="الاسم نفسه")
    for found in (ruled, given):
        assert from_json(to_json(found), "here") == found
    assert ruled.pair == (A.iri, B.iri)


def test_a_line_separator_in_a_note_ends_no_judgement(tmp_path):
    """U+2028, which spreadsheets write for a line break, made the file unreadable."""
    noted = person(A, B, Verdict.SAME, note="اليوم\u2028نفسه")
    write_judgements(tmp_path, [noted])
    assert read_judgements(tmp_path) == [noted]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"judgement": "perhaps"}, "perhaps"),
        ({"by": "me"}, "me"),
        ({"left": {"words": "قصف"}}, "iri"),
        ({"right": {"iri": 5}}, "iri is 5"),
        ({"right": to_json(person(A, B, Verdict.SAME))["left"]}, "itself"),
    ],
)
def test_a_broken_judgement_says_what_and_where(change, words):
    with pytest.raises(AnnotationError, match=words) as raised:
        from_json({**to_json(person(A, B, Verdict.SAME)), **change}, "judgements.jsonl:3")
    assert raised.value.where == "judgements.jsonl:3"


def test_a_persons_wins_then_the_later():
    ruled = judgement(A, B, Verdict.SAME, By.RULE, score=6.0)
    first, second = person(A, B, Verdict.UNSURE), person(B, A, Verdict.DIFFERENT)
    assert in_order([first, second, ruled]) == [second]
    assert in_order([ruled, first]) == [first]


def test_order_is_by_kind_and_iri():
    pairs = [person(C, D, Verdict.SAME), person(A, B, Verdict.SAME, kind=Kind.ENTITY), person(A, C, Verdict.SAME)]
    assert [(found.kind, found.pair[1]) for found in in_order(pairs)] == [
        (Kind.EVENT, C.iri), (Kind.EVENT, D.iri), (Kind.ENTITY, B.iri),
    ]  # fmt: skip


def test_a_chain_of_same_against_a_different_is_a_contradiction():
    chain = [person(A, B, Verdict.SAME), person(B, C, Verdict.SAME)]
    found = contradictions([*chain, person(A, C, Verdict.DIFFERENT), person(A, D, Verdict.DIFFERENT)])
    assert [(one.different.pair, one.chain) for one in found] == [((A.iri, C.iri), tuple(chain))]


def test_rules_contradict_nobody():
    ruled = [judgement(A, B, Verdict.SAME, By.RULE), judgement(B, C, Verdict.SAME, By.RULE)]
    assert not contradictions([*ruled, person(A, C, Verdict.DIFFERENT)])


def test_a_registered_entity_stands_for_unknown_ones():
    known, one, two = (Side(f"https://example.org/actor/{name}") for name in ("russia", "x-1", "x-2"))
    same = [person(one, two, Verdict.SAME, kind=Kind.ENTITY), person(two, known, Verdict.SAME, kind=Kind.ENTITY)]
    assert one_for_all(same) == {one.iri: known.iri, two.iri: known.iri}
