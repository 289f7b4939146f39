"""``kgbuild build``: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import time

import pytest

from tests.cli.conftest import PROGRAM

FILES = {"annotations.jsonl", "dataset.ttl", "graph.nq", "graph.trig", "graph.ttl", "report.json"}


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_gold_is_built_completely(kgbuild, gold, tmp_path):
    result = kgbuild("build", "--annotations", gold, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert set(contents(tmp_path / "out")) == FILES
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["articles"] == len(gold.read_text(encoding="utf-8").splitlines())
    assert report["events"] > 0 < report["quads"]
    assert f"{report['events']:,}" in result.output


def test_same_input_gives_the_same_bytes(kgbuild, gold_graph, gold, tmp_path):
    kgbuild("build", "--annotations", gold, "--out", tmp_path)
    assert contents(tmp_path) == contents(gold_graph)


def test_written_annotations_build_the_same_graph(kgbuild, gold_graph, tmp_path):
    kgbuild("build", "--annotations", gold_graph / "annotations.jsonl", "--out", tmp_path)
    assert contents(tmp_path) == contents(gold_graph)


def test_annotations_from_standard_input(program, gold, gold_graph, tmp_path):
    result = program("build", "--annotations", "-", "--out", tmp_path, stdin=gold.read_bytes())
    assert result.returncode == 0, result.stderr.decode()
    assert contents(tmp_path) == contents(gold_graph)


def test_a_bad_record_is_skipped_with_its_reason(kgbuild, records, tmp_path):
    result = kgbuild("build", "--annotations", records, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "no Modality is called 'maybe'" in result.output
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["articles"] == 1
    assert [(item["stage"], item["where"]) for item in report["skipped"]] == [("read", f"{records}:2")]


def test_a_document_stands_once_over_all_files(kgbuild, records, tmp_path):
    again = tmp_path / "again.jsonl"
    again.write_bytes(records.read_bytes())
    result = kgbuild("build", "--annotations", records, again, "--out", tmp_path / "out")
    assert "'a-1' stands already in" in result.output


def test_quiet_says_nothing(kgbuild, records, tmp_path):
    assert kgbuild("build", "--annotations", records, "--out", tmp_path / "out", "--quiet").output == ""


def test_nothing_to_build_leaves_no_folder(kgbuild, tmp_path):
    result = kgbuild("build", tmp_path / "none", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "no such file or folder" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--base", "http://example.org"), "must end in / or #"),
        (("--date", "30.11.2024"), "write it as 2024-11-30"),
        (("--annotator", "none"), "no annotator is called 'none' (there are: embedded, rules)"),
        (("--processes", "-1"), "Invalid value for '--processes'"),
        (("--processes", "2", "--annotator", "none"), "no annotator is called 'none'"),
    ],
)
def test_bad_options_say_what_would_work(kgbuild, tmp_path, options, reason):
    (tmp_path / "a.txt").write_text("قصف الجيش المدينة", encoding="utf-8")
    result = kgbuild("build", tmp_path / "a.txt", "--out", tmp_path / "out", *options)
    assert result.exit_code == 2
    assert reason in result.output
    assert not (tmp_path / "out").exists()


def test_folder_that_cannot_be_made(kgbuild, gold, tmp_path):
    (tmp_path / "file").touch()
    result = kgbuild("build", "--annotations", gold, "--out", tmp_path / "file" / "out")
    assert result.exit_code == 2
    assert "Error: " in result.output
    assert "Traceback" not in result.output


def test_interrupt_leaves_what_was_there(records, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "graph.ttl").write_text("before", encoding="utf-8")
    command = [*PROGRAM, "build", "--annotations", "-", "--out", str(out)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with process:
        assert process.stdin
        process.stdin.write(records.read_bytes())
        process.stdin.flush()
        # The input is still open: the build has begun and waits for more.
        deadline = time.monotonic() + 30
        while len(list(out.iterdir())) == 1 and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr
        assert b"Traceback" not in process.stderr.read()
    assert contents(out) == {"graph.ttl": b"before"}
