"""``kgbuild merge`` and ``kgbuild review``: files beside the graph, decisions that stay, and errors in one line."""

from __future__ import annotations

import csv
import json

import pytest

from tests.cli.conftest import RECORD


def record(name, **event):
    """A document that tells the same shelling as the others, unless told otherwise."""
    return {**RECORD, "id": name, "publisher": f"وكالة {name}", "events": [{**RECORD["events"][0], **event}]}


@pytest.fixture
def built(kgbuild, tmp_path):
    """Two that are one happening, and one of the next day by another word, of which the rules are unsure."""
    unsure = {**record("c", time="2024-12-01", agent=[], trigger="قصف"), "text": "قصف في حماة، كما أعلن الجيش السوري."}
    documents = [record("a"), record("b"), unsure]
    source = tmp_path / "records.jsonl"
    source.write_text("".join(json.dumps(found, ensure_ascii=False) + "\n" for found in documents), encoding="utf-8")
    out = tmp_path / "out"
    assert kgbuild("build", "--annotations", source, "--out", out).exit_code == 0
    return out


def test_build_merges_on_request(kgbuild, built, tmp_path):
    kgbuild("merge", built)
    merged = (built / "merged.nq").read_bytes()
    source = tmp_path / "records.jsonl"
    result = kgbuild("build", "--annotations", source, "--out", tmp_path / "other", "--merge")
    assert "2 tell 1 happenings together" in result.output
    assert (tmp_path / "other" / "merged.nq").read_bytes() == merged


def test_merging_wants_the_gazetteer_that_the_graph_was_built_with(kgbuild, built, tmp_path):
    table = tmp_path / "places.tsv"
    table.write_text("id\tar\tlat\tlon\n1\tقرية النور\t35.1\t36.7\n", encoding="utf-8")
    own = tmp_path / "own.sqlite"
    assert kgbuild("gazetteer", "import", table, "--gazetteer", own).exit_code == 0
    result = kgbuild("merge", built, "--gazetteer", own)
    assert result.exit_code == 2
    assert "was built with another gazetteer" in result.output


def judged(folder):
    lines = (folder / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    return [(found["judgement"], found["by"]) for found in map(json.loads, lines)]


def test_files_are_written_the_same_each_time_and_keep_the_shapes(kgbuild, built):
    first = kgbuild("merge", built)
    assert first.exit_code == 0
    assert "3 events looked at; 2 tell 1 happenings together" in first.output
    written = {name: (built / name).read_bytes() for name in ("merged.nq", "judgements.jsonl")}
    assert kgbuild("merge", built).exit_code == 0
    assert {name: (built / name).read_bytes() for name in written} == written
    assert kgbuild("validate", built).exit_code == 0
    assert sorted(judged(built)) == [("same", "rule"), ("unsure", "rule")]


def test_a_merged_event_of_one_event_breaks_the_shapes(kgbuild, built):
    kgbuild("merge", built)
    lines = (built / "merged.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    derived = [line for line in lines if "wasDerivedFrom" in line]
    (built / "merged.nq").write_text("".join(line for line in lines if line != derived[0]), encoding="utf-8")
    result = kgbuild("validate", built)
    assert result.exit_code == 1
    assert "two or more events" in result.output


@pytest.mark.parametrize(("answer", "tell"), [("s", 3), ("d", 2), ("u", 2)])
def test_a_decision_wins_on_every_later_run(kgbuild, built, answer, tell):
    kgbuild("merge", built)
    shown = kgbuild("review", built, input=f"what\n{answer}\n")
    assert shown.exit_code == 0
    for part in (
        "قصف في حماة، كما أعلن الجيش السوري.",
        "وكالة c",
        "المكان نفسه",
        "the same place",
        "'what' is no answer",
    ):
        assert part in shown.output
    for _ in range(2):
        assert f"{tell} tell 1 happenings together" in kgbuild("merge", built).output
    assert "nothing is unsure" in kgbuild("review", built, input="").output


@pytest.mark.parametrize("answer", ["", "\n", "q\n"])
def test_what_is_left_for_later_is_asked_again(kgbuild, built, answer):
    kgbuild("merge", built)
    before = (built / "judgements.jsonl").read_bytes()
    assert kgbuild("review", built, input=answer).exit_code == 0
    assert (built / "judgements.jsonl").read_bytes() == before


def test_csv_goes_out_and_in(kgbuild, built, tmp_path):
    kgbuild("merge", built)
    table = tmp_path / "unsure.csv"
    assert "1 pairs" in kgbuild("review", built, "--export", table, "--excel").output
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert {rows[0]["left_sentence"], rows[0]["right_sentence"]} >= {"قصف في حماة، كما أعلن الجيش السوري."}
    rows[0] |= {"decision": "Same", "note": "اليوم التالي"}
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        # As a spreadsheet with a decimal comma writes it.
        writer = csv.DictWriter(file, list(rows[0])[::-1], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    assert "1 decisions written" in kgbuild("review", built, "--import", table).output
    assert "3 tell 1 happenings together" in kgbuild("merge", built).output
    assert ("same", "person") in judged(built)
    assert "اليوم التالي" in (built / "judgements.jsonl").read_text(encoding="utf-8")


HEAD = "decision,kind,left,right\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "perhaps,event,x:1,x:2\n", "2: decision is 'perhaps'"),
        (HEAD + "same,event,x:1,x:2\nsame,event,x:1,x:1\n", "3: nothing is judged against itself"),
        (HEAD + "same,thing,x:1,x:2\n", "'thing'"),
        (HEAD + "same,event,x:1,\n", "no right"),
        ("decision,left\n", "no column kind, right"),
        ("", "no column"),
    ],
)
def test_a_bad_table_is_one_line_and_changes_nothing(kgbuild, built, tmp_path, text, words):
    kgbuild("merge", built)
    before = (built / "judgements.jsonl").read_bytes()
    table = tmp_path / "bad.csv"
    table.write_text(text, encoding="utf-8")
    result = kgbuild("review", built, "--import", table)
    assert result.exit_code == 2
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert (built / "judgements.jsonl").read_bytes() == before


def test_decisions_that_contradict_each_other_are_told(kgbuild, built, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text(HEAD + "same,event,x:1,x:2\nsame,event,x:2,x:3\ndifferent,event,x:1,x:3\n", encoding="utf-8")
    result = kgbuild("review", built, "--import", table)
    assert result.exit_code == 1
    assert "Conflict: x:1 ≠ x:3, but x:1 = x:2; x:2 = x:3" in result.output


def test_a_new_graph_takes_the_merged_one_away_and_leaves_the_decisions(kgbuild, built, records):
    kgbuild("merge", built)
    kgbuild("review", built, input="d\n")
    kgbuild("build", "--annotations", records, "--out", built)
    assert not (built / "merged.nq").exists()
    assert ("different", "person") in judged(built)


def test_a_broken_line_of_judgements_is_named(kgbuild, built):
    (built / "judgements.jsonl").write_text("\n{}\n", encoding="utf-8")
    result = kgbuild("merge", built)
    assert result.exit_code == 2
    assert "judgements.jsonl:2: a judgement has no 'left'" in result.output


@pytest.mark.parametrize(("command", "hint"), [("merge", "kgbuild build"), ("review", "kgbuild merge")])
def test_a_folder_without_what_is_needed_is_one_line(kgbuild, tmp_path, command, hint):
    result = kgbuild(command, tmp_path)
    assert result.exit_code == 2
    assert hint in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_the_clusters_of_a_key_are_scored(kgbuild, tmp_path):
    articles = [
        {"id": name, "date": "2024-11-30", "text": "قصف الجيش السوري مدينة حماة اليوم السبت.", "publisher": name}
        for name in ("a", "b")
    ]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(found) + "\n" for found in articles), encoding="utf-8")
    key = tmp_path / "key.tsv"
    key.write_text("# key\na\t0\tقصف\tone\nb\t0\tقصف\tone\nb\t9\tلا\ttwo\n", encoding="utf-8")
    result = kgbuild("evaluate", tmp_path / "news.jsonl", "--clusters", key, "--json")
    assert json.loads(result.output)["b_cubed"] == {"p": 1.0, "r": 0.6667, "f1": 0.8, "gold": 3}
    key.write_text("a\tfirst\tقصف\tone\n", encoding="utf-8")
    broken = kgbuild("evaluate", tmp_path / "news.jsonl", "--clusters", key)
    assert broken.exit_code == 2
    assert "key.tsv:1: no row of a key" in broken.output
