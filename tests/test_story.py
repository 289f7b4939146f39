"""Twelve days of invented news, from text through the whole pipeline: who held which place on which day, says who."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from kgbuild.ask.library import find_question
from kgbuild.ask.run import run_query
from kgbuild.ask.union import union_of
from kgbuild.derive import derive
from kgbuild.store import load_store

STORY = Path(__file__).parent / "gold" / "story"
DAYS = range(1, 13)
Cell = tuple[str, int]


def key() -> dict[Cell, set[tuple[str, str]]]:
    cells: dict[Cell, set[tuple[str, str]]] = defaultdict(set)
    for line in (STORY / "key.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            place, first, last, holder, voice = line.split("\t")
            for number in range(int(first), int(last) + 1):
                cells[place, number].add((holder, voice))
    return cells


KEY = key()
PLACES = sorted({place for place, _ in KEY})


@pytest.fixture(scope="module")
def store(story_graph):
    loaded = load_store(story_graph)
    loaded.extend(derive(union_of(loaded)))
    return union_of(loaded)


def on(store, place: str, number: int) -> set[tuple[str, str]]:
    table = run_query(store, find_question("control"), {"place": place, "day": f"2025-03-{number:02}"})
    holder, voice = table.columns.index("controller_name"), table.columns.index("according_to")
    return {(row[holder], row[voice]) for row in table.rows}


@pytest.mark.parametrize(("place", "number"), list(product(PLACES, DAYS)))
def test_the_timeline_is_that_of_the_key(store, place, number):
    assert on(store, place, number) == KEY.get((place, number), set())


def test_only_the_place_with_two_holders_is_contested(store):
    table = run_query(store, find_question("control"), {"day": "2025-03-12"})
    place, status = table.columns.index("place_name"), table.columns.index("status")
    assert {row[place] for row in table.rows if row[status] == "contested"} == {"مورك"}


def test_the_front_line_moves_as_told(store):
    table = run_query(store, find_question("control-changes"), {"place": "سراقب"})
    columns = [table.columns.index(name) for name in ("date", "gained_by", "lost_by")]
    assert [tuple(row[column] for column in columns) for row in table.rows] == [
        ("2025-03-01", "الجيش السوري", None),
        ("2025-03-04", "هيئة تحرير الشام", "الجيش السوري"),
        ("2025-03-12", "الجيش السوري", "هيئة تحرير الشام"),
    ]
