"""The external merge sort gives what sorting in memory gives."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgbuild.store import sorting
from kgbuild.store.sorting import LineSorter

LINES = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=8))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(lines=LINES)
def test_lines_come_back_sorted_and_once(tmp_path_factory, lines):
    sorter = LineSorter(tmp_path_factory.mktemp("runs"), budget=20)
    for line in lines:
        sorter.add(f"{line}\n")
    assert list(sorter) == sorted({f"{line}\n" for line in lines})


@pytest.mark.parametrize("fan_in", [2, 3, 64])
def test_many_runs_are_merged_in_passes(tmp_path, monkeypatch, fan_in):
    monkeypatch.setattr(sorting, "_FAN_IN", fan_in)
    numbers = list(range(1000)) * 2
    random.Random(3).shuffle(numbers)
    sorter = LineSorter(tmp_path, budget=100)
    for number in numbers:
        sorter.add(f"{number}\n")
    assert len(list(tmp_path.iterdir())) > 64
    assert list(sorter) == sorted({f"{number}\n" for number in numbers})
    assert len(list(tmp_path.iterdir())) <= fan_in


def test_nothing_is_written_where_memory_suffices(tmp_path):
    sorter = LineSorter(tmp_path)
    sorter.add("ب\n")
    sorter.add("ا\n")
    assert list(sorter) == ["ا\n", "ب\n"]
    assert not list(tmp_path.iterdir())
