"""The article that the project began with: what SPARQL has to answer from it (skipped where it is not at hand)."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kgbuild.ask.library import find_question
from kgbuild.ask.run import run_query
from kgbuild.flow import build_graph, extract_annotations
from kgbuild.read import ReadOptions, read_articles
from kgbuild.reason import validate_file
from kgbuild.settings import Settings
from kgbuild.store import load_store
from kgbuild.summary import Summary

SEED = Path(__file__).parents[2] / "shared" / "gold" / "seed.jsonl"
Row = dict[str, str | None]

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the article is not beside the project")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article's graph on disk."""
    out = tmp_path_factory.mktemp("seed")
    summary = Summary()
    articles = read_articles([SEED], options=ReadOptions())
    build_graph(extract_annotations(articles, Settings(), summary), out, Settings(), summary)
    return out


@pytest.fixture(scope="module")
def store(folder: Path) -> ox.Store:
    """The Turtle file, as a user loads it."""
    return load_store(folder / "graph.ttl")


def ask(store: ox.Store, name: str, **params: str) -> list[Row]:
    """Return the rows of a question; each has to carry its sentence."""
    table = run_query(store, find_question(name), params)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert all(row["sentence"] for row in rows)
    return rows


@pytest.mark.parametrize(
    "place",
    ["خان شيخون", "طيبة الإمام", "كفر زيتة", "كفرنبودة", "حلفايا", "اللطامنة", "جبل زين العابدين"],
)
def test_seizures_have_seizer_operation_and_day(store: ox.Store, place: str) -> None:
    rows = ask(store, "seizures", place=place, operation="رد العدوان")
    assert any("فصائل" in (row["agents"] or "") and row["date"] == "2024-11-30" for row in rows)


def test_morek_was_seized(store: ox.Store) -> None:
    assert any("فصائل" in (row["agents"] or "") for row in ask(store, "seizures", place="مورك"))


def test_the_ministry_denies_the_withdrawal_from_hama(store: ox.Store) -> None:
    rows = ask(store, "withdrawals", place="حماة")
    assert any("وزارة الدفاع السورية" in (row["denied_by"] or "") for row in rows)


def test_russian_strikes_are_the_russian_ministrys_claim(store: ox.Store) -> None:
    strikes = ask(store, "events", kind="AirStrike")
    assert any("وزارة الدفاع الروسية" in (row["asserted_by"] or "") for row in strikes)
    support = ask(store, "events", kind="Support", target="الجيش السوري")
    assert any("وزارة الدفاع الروسية" in (row["asserted_by"] or "") for row in support)


def test_visit_launch_calls_and_condemnation(store: ox.Store) -> None:
    visits = [row for row in ask(store, "diplomacy", first="بشار الأسد") if row["type"] == "Visit"]
    assert "2024-11-28" in {row["date"] for row in visits}
    calls = ask(store, "diplomacy", first="بشار الأسد", second="محمد شياع السوداني")
    assert "PhoneCall" in {row["type"] for row in calls}
    calls = ask(store, "diplomacy", first="عباس عراقجي", second="سيرجي لافروف")
    assert "PhoneCall" in {row["type"] for row in calls}
    launches = ask(store, "operation-launches", operation="رد العدوان")
    assert "2024-11-27" in {row["date"] for row in launches}
    accusations = ask(store, "sanctions-and-accusations")
    assert any("وزارة الخارجية الإيرانية" in (row["agents"] or "") for row in accusations)


def test_the_graph_conforms_to_the_shapes(folder: Path) -> None:
    assert validate_file(folder / "graph.nq").conforms
