"""Gold documents: read, halved, and laid over the pipeline's tokens."""

from __future__ import annotations

import json

import pytest

from kgbuild.docview import view
from training.gold import analysed, gold_spans, half_of, read_gold


def spans(record, nlp) -> list[tuple[str, str]]:
    seen = view(analysed(nlp, record))
    return [(seen.span_text(first, last)[0], entity["id"]) for first, last, entity in gold_spans(record, seen)]


def test_files_are_read_in_order(tmp_path):
    for name, ids in (("b.jsonl", ["3"]), ("a.jsonl", ["1", "2"])):
        (tmp_path / name).write_text("".join(json.dumps({"id": one}) + "\n" for one in ids) + "\n", encoding="utf-8")
    found = read_gold([tmp_path / "b.jsonl", tmp_path / "a.jsonl"])
    assert [record["id"] for record in found] == ["3", "1", "2"]


def test_a_line_separator_within_a_text_ends_no_record(tmp_path):
    """U+2028 in an article cut its record in two."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "1", "text": "وصل\u2028الوفد"}, ensure_ascii=False) + "\n", encoding="utf-8")
    assert [record["text"] for record in read_gold([path])] == ["وصل\u2028الوفد"]


def test_halves_are_fixed_and_of_about_one_size():
    halves = [half_of({"id": f"d{number}"}) for number in range(200)]
    assert halves == [half_of({"id": f"d{number}"}) for number in range(200)]
    assert 80 <= sum(halves) <= 120


def test_the_shipped_gold_has_two_halves(gold):
    sizes = [half_of(record) for record in read_gold([gold])]
    assert min(sizes.count(0), sizes.count(1)) > len(sizes) // 4


def test_every_mention_is_laid_over_all_its_places(record, rules):
    assert spans(record, rules) == [
        ("الفصائل المسلحة", "e1"), ("مورك", "e2"), ("ريف حماة", "e3"), ("وزارة الدفاع السورية", "e4"),
        ("الجيش السوري", "e5"), ("مورك", "e2"), ("روسيا", "e6"), ("روسيا", "e7"),
    ]  # fmt: skip


def test_a_longer_mention_covers_a_shorter_one(record, rules):
    record["entities"].append({"id": "e9", "type": "Settlement", "name": "حماة", "mentions": ["حماة"]})
    assert ("حماة", "e9") not in spans(record, rules)
    assert ("ريف حماة", "e3") in spans(record, rules)


@pytest.mark.parametrize("surface", ["ورك", "مور", "غير موجود"])
def test_what_is_no_run_of_tokens_is_left_out(surface, record, rules):
    record["entities"] = [{"id": "e9", "type": "Settlement", "name": surface, "mentions": [surface]}]
    assert spans(record, rules) == []
