"""Building on: the same again, more, changed, removed; stopped at any moment; two at once."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from kgbuild.embedded import EmbeddedAnnotator
from kgbuild.records import Annotation, Article
from tests.cli.conftest import PROGRAM

ROOT = Path(__file__).parents[2]
KILLS = 20


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def graph(folder: Path) -> dict[str, bytes]:
    """All but the report, which also tells of the input."""
    return {name: data for name, data in contents(folder).items() if name != "report.json"}


@pytest.fixture(scope="module")
def articles() -> list[str]:
    return (ROOT / "tests" / "gold" / "story" / "articles.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)


@pytest.fixture
def news(tmp_path, articles):
    """A function that writes articles to a file."""

    def write(name: str, *chosen: str) -> Path:
        path = tmp_path / name
        path.write_text("".join(chosen or articles), encoding="utf-8")
        return path

    return write


def test_the_same_again_changes_no_byte(kgbuild, news, tmp_path):
    out = tmp_path / "out"
    assert kgbuild("build", news("all.jsonl"), "--out", out).exit_code == 0
    before = contents(out)
    result = kgbuild("build", news("all.jsonl"), "--out", out)
    assert result.exit_code == 0
    assert f"unchanged {len(before['annotations.jsonl'].splitlines())}" in " ".join(result.output.split())
    assert contents(out) == before


def test_added_changed_and_removed_articles(kgbuild, news, articles, tmp_path):
    first, second, third, *_ = articles
    changed = json.dumps(json.loads(second) | {"text": json.loads(third)["text"]}, ensure_ascii=False) + "\n"
    out, at_once = tmp_path / "out", tmp_path / "at-once"
    kgbuild("build", news("a.jsonl", first, second), "--out", out)
    result = kgbuild("build", news("b.jsonl", changed, third), "--out", out)
    assert "new 1 changed 1 unchanged 0" in " ".join(result.output.split())
    assert kgbuild("remove", out, json.loads(first)["id"]).exit_code == 0
    kgbuild("build", news("c.jsonl", changed, third), "--out", at_once)
    assert contents(out) == contents(at_once)


def test_the_texts_of_the_others_are_not_read_again(kgbuild, news, articles, tmp_path, monkeypatch):
    first, second, *_ = articles
    out = tmp_path / "out"
    kgbuild("build", news("a.jsonl", first), "--out", out)
    seen = []
    monkeypatch.setattr("kgbuild.embedded.EmbeddedAnnotator.annotate", lambda _, article: seen.append(article.id))
    kgbuild("build", news("b.jsonl", first, second), "--out", out)
    assert seen == [json.loads(second)["id"]]


def test_a_correction_in_the_folder_is_in_the_graph_after_the_next_build(kgbuild, news, articles, tmp_path):
    out = tmp_path / "out"
    kgbuild("build", news("a.jsonl", articles[0]), "--out", out)
    file = out / "annotations.jsonl"
    record = json.loads(file.read_text(encoding="utf-8"))
    assert record["events"]
    file.write_text(json.dumps(record | {"events": []}, ensure_ascii=False) + "\n", encoding="utf-8")
    result = kgbuild("build", news("a.jsonl", articles[0]), "--out", out)
    assert result.exit_code == 0, result.output
    assert "events 0" in " ".join(result.output.split())
    assert b"kgb:Claim" not in (out / "graph.ttl").read_bytes()


def test_another_base_makes_all_graphs_again(kgbuild, news, articles, tmp_path):
    base = ("--base", "https://example.org/kg/")
    kgbuild("build", news("a.jsonl", articles[0]), "--out", tmp_path / "out")
    kgbuild("build", news("b.jsonl", articles[1]), "--out", tmp_path / "out", *base)
    kgbuild("build", news("c.jsonl", *articles[:2]), "--out", tmp_path / "at-once", *base)
    assert graph(tmp_path / "out") == graph(tmp_path / "at-once")


def test_the_namespace_of_a_folder_need_not_be_said_again(kgbuild, news, articles, tmp_path):
    base = ("--base", "https://example.org/kg/")
    kgbuild("build", news("a.jsonl", articles[0]), "--out", tmp_path / "out", *base)
    kgbuild("build", news("b.jsonl", articles[1]), "--out", tmp_path / "out")
    kgbuild("build", news("c.jsonl", *articles[:2]), "--out", tmp_path / "at-once", *base)
    assert graph(tmp_path / "out") == graph(tmp_path / "at-once")


def test_a_folder_with_a_gazetteer_wants_one_on_every_build(kgbuild, news, articles, tmp_path):
    table, own = tmp_path / "places.tsv", tmp_path / "own.sqlite"
    table.write_text("id\tar\tlat\tlon\n1\tقرية النور\t35.1\t36.7\n", encoding="utf-8")
    kgbuild("gazetteer", "import", table, "--gazetteer", own)
    kgbuild("build", news("a.jsonl", articles[0]), "--out", tmp_path / "out", "--gazetteer", own)
    before = contents(tmp_path / "out")
    result = kgbuild("build", news("b.jsonl", articles[1]), "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "was built with a gazetteer" in result.output
    assert contents(tmp_path / "out") == before
    assert kgbuild("build", news("b.jsonl", articles[1]), "--out", tmp_path / "out", "--anew").exit_code == 0


def test_an_unknown_article_cannot_be_removed(kgbuild, news, articles, tmp_path):
    out = tmp_path / "out"
    kgbuild("build", news("a.jsonl", articles[0]), "--out", out)
    before = contents(out)
    result = kgbuild("remove", out, json.loads(articles[0])["id"], "none")
    assert result.exit_code == 2
    assert "no document has the id or address 'none'" in result.output
    assert contents(out) == before


def test_what_goes_with_the_earlier_graph_is_said(kgbuild, news, articles, tmp_path):
    out = tmp_path / "out"
    kgbuild("build", news("a.jsonl", *articles[:2]), "--out", out, "--merge")
    again = kgbuild("build", news("a.jsonl", *articles[:2]), "--out", out)
    assert "gone" not in again.output
    result = kgbuild("remove", out, json.loads(articles[0])["id"])
    assert "gone with the earlier graph: merged.nq" in result.output
    assert not (out / "merged.nq").exists()


def test_remove_wants_a_folder_that_build_wrote(kgbuild, tmp_path):
    result = kgbuild("remove", tmp_path / "none", "a")
    assert result.exit_code == 2
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("kind", ["articles", "annotations"])
def test_killed_at_any_moment_a_build_is_completed_by_the_next(kgbuild, news, tmp_path, gold, kind):
    """SIGKILL at random moments, from the start of the program to its last renaming."""
    given = ("--annotations", str(gold)) if kind == "annotations" else (str(news("all.jsonl")), "--annotator", "rules")
    kgbuild("build", *given, "--out", tmp_path / "expected")
    expected = contents(tmp_path / "expected")
    command = [*PROGRAM, "build", *given, "--quiet", "--out"]
    begun = time.monotonic()
    subprocess.run([*command, str(tmp_path / "timed")], check=True)
    duration = time.monotonic() - begun
    moments = random.Random(len(expected["graph.nq"]))
    for _ in range(KILLS // 2):
        process = subprocess.Popen([*command, str(tmp_path / "out")])
        try:
            process.wait(moments.uniform(0.3, 1) * duration)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        # Between two kills the graph is that of before or that of after, never half of one.
        found = contents(tmp_path / "out") if (tmp_path / "out").exists() else {}
        assert {name: data for name, data in found.items() if expected[name] != data} == {}
    subprocess.run([*command, str(tmp_path / "out")], check=True)
    assert contents(tmp_path / "out") == expected
    state = tmp_path / "out" / ".kgbuild"
    assert {path.name for path in state.iterdir() if path.is_dir()} == set()
    assert not (state / "journal.jsonl").exists()


def test_what_was_extracted_before_the_kill_is_not_extracted_again(kgbuild, news, articles, tmp_path, monkeypatch):
    out = tmp_path / "out"
    copies = ((copy, number, line) for copy in range(20) for number, line in enumerate(articles))
    records = [json.loads(line) | {"id": f"{copy}-{number}"} for copy, number, line in copies]
    file = news("many.jsonl", *(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
    process = subprocess.Popen([*PROGRAM, "build", str(file), "--out", str(out), "--quiet"])
    journal = out / ".kgbuild" / "journal.jsonl"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (journal.exists() and journal.read_bytes().count(b"\n") > 1):
        time.sleep(0.01)
    process.kill()
    process.wait()
    kept = journal.read_bytes().count(b"\n")
    assert 1 < kept < len(records)
    seen = []

    def annotate(self: EmbeddedAnnotator, article: Article) -> Annotation:
        seen.append(article.id)
        return Annotation(article)

    monkeypatch.setattr(EmbeddedAnnotator, "annotate", annotate)
    assert kgbuild("build", file, "--out", out).exit_code == 0
    assert seen == [record["id"] for record in records[kept:]]
    assert len((out / "annotations.jsonl").read_bytes().splitlines()) == len(records)


def test_a_second_build_waits_for_the_first(kgbuild, news, articles, tmp_path):
    out = tmp_path / "out"
    first = subprocess.Popen([*PROGRAM, "build", "-", "--out", str(out), "--quiet"], stdin=subprocess.PIPE)
    assert first.stdin
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (out / ".kgbuild" / "journal.jsonl").exists():
        time.sleep(0.05)
    file = news("b.jsonl", articles[1])
    second = subprocess.Popen([*PROGRAM, "build", str(file), "--out", str(out)], stderr=subprocess.PIPE)
    assert second.stderr
    assert b"another program is at work in" in second.stderr.readline()
    first.communicate(articles[0].encode())
    second.communicate()
    assert (first.returncode, second.returncode) == (0, 0)
    kgbuild("build", news("c.jsonl", *articles[:2]), "--out", tmp_path / "at-once")
    assert graph(out) == graph(tmp_path / "at-once")


def test_an_interrupted_build_keeps_what_was_there(records, tmp_path, kgbuild):
    out = tmp_path / "out"
    kgbuild("build", "--annotations", records, "--out", out)
    before = contents(out)
    command = [*PROGRAM, "build", "-", "--out", str(out)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (out / ".kgbuild" / "draft").exists():
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 130
    assert contents(out) == before
