"""``kgbuild gazetteer``: import and find, in words and exit codes."""

from __future__ import annotations

import json

import pytest

from kgbuild.gazetteer import ENVIRONMENT

TABLE = "id\tar\ten\tcountry\tgovernorate\tlat\tlon\nk1\tكفر الجرن\tKafr al-Jurn\tSY\tإدلب\t35.91\t36.65\n"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The user's gazetteer, which no test may look for in the real home."""
    path = tmp_path / "own.sqlite"
    monkeypatch.setenv(ENVIRONMENT, str(path))
    return path


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "villages.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_what_was_imported_is_found_with_its_source(kgbuild, own, table):
    result = kgbuild("gazetteer", "import", table)
    assert result.exit_code == 0, result.output
    assert "1 places imported; 1 in" in result.stdout
    found = kgbuild("gazetteer", "find", "كفرالجرن", "--format", "json")
    assert json.loads(found.stdout) == [
        {
            "type": "Settlement", "name": "كفر الجرن", "english": "Kafr al-Jurn", "within": "إدلب، سوريا",
            "position": "35.910 36.650", "people": None, "source": "villages.tsv", "id": "own-k1",
        }
    ]  # fmt: skip


def test_built_in_places_are_found_without_a_gazetteer(kgbuild, own):
    result = kgbuild("gazetteer", "find", "طرابلس", "--format", "json")
    rows = json.loads(result.stdout)
    assert {(row["type"], row["within"].rpartition("، ")[2]) for row in rows} >= {
        ("Settlement", "لبنان"),
        ("Settlement", "ليبيا"),
    }
    assert {row["source"] for row in rows} == {"built in"}


def test_unknown_name(kgbuild, own):
    result = kgbuild("gazetteer", "find", "شخبوطستان")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no place is called" in result.stderr


def test_bad_lines_are_said_and_the_rest_imported(kgbuild, own, table):
    with table.open("a", encoding="utf-8") as stream:
        stream.write("k2\tكفر\t\tSY\t\tnorth\t36\n")
    result = kgbuild("gazetteer", "import", table)
    assert result.exit_code == 1
    assert f"{table.name}:3: no position: latitude 'north'" in " ".join(result.stderr.split())
    assert "1 places imported" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import", "none.tsv"], "none.tsv: cannot be read: No such file"),
        (["find", "حماة", "--gazetteer", "none.sqlite"], "none.sqlite: there is no gazetteer"),
    ],
)
def test_errors_are_one_line(kgbuild, own, arguments, words):
    result = kgbuild("gazetteer", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not own.exists()


@pytest.fixture
def village(tmp_path):
    """A record of annotations that names a village of the table."""
    text = "قصف الجيش السوري بلدة كفر الجرن في محافظة إدلب."
    record = {
        "id": "a-1", "title": "", "date": "2024-11-30", "publisher": "وكالة", "text": text,
        "entities": [
            {"id": "e1", "type": "MilitaryForce", "name": "الجيش السوري", "mentions": ["الجيش السوري"]},
            {"id": "e2", "type": "Settlement", "name": "كفر الجرن", "mentions": ["كفر الجرن"]},
        ],
        "events": [
            {
                "id": "v1", "type": "Shelling", "trigger": "قصف", "sentence": 0, "agent": ["e1"], "target": [],
                "place": ["e2"], "operation": [], "time": "2024-11-30", "count": None, "modality": "actual",
                "claims": [{"source": None, "stance": "asserts"}],
            }
        ],
        "relations": [],
    }  # fmt: skip
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_build_links_to_the_gazetteer_and_says_which(kgbuild, own, table, village, monkeypatch):
    tmp_path = own.parent
    kgbuild("gazetteer", "import", table)
    built = kgbuild("build", "--annotations", village, "--out", tmp_path / "with", "-q")
    assert built.exit_code == 0, built.output
    report = json.loads((tmp_path / "with" / "report.json").read_text(encoding="utf-8"))
    quads = (tmp_path / "with" / "graph.nq").read_text(encoding="utf-8")
    digest = report["gazetteer"].removeprefix("sha256:")
    assert "place/own-k1>" in quads
    assert f"gazetteer/{digest[:16]}>" in quads
    assert kgbuild("validate", tmp_path / "with").exit_code == 0

    monkeypatch.delenv(ENVIRONMENT)
    kgbuild("build", "--annotations", village, "--out", tmp_path / "without", "-q")
    report = json.loads((tmp_path / "without" / "report.json").read_text(encoding="utf-8"))
    assert "gazetteer" not in report
    assert "own-k1" not in (tmp_path / "without" / "graph.nq").read_text(encoding="utf-8")


def test_build_with_a_gazetteer_is_the_same_bytes_in_several_processes(kgbuild, own, table, tmp_path):
    kgbuild("gazetteer", "import", table)
    news = tmp_path / "news.txt"
    news.write_text("قصف الجيش السوري بلدة كفر الجرن في محافظة إدلب السبت.\n", encoding="utf-8")
    for processes in (1, 2):
        built = kgbuild("build", news, "--out", tmp_path / str(processes), "-q", "--processes", processes)
        assert built.exit_code == 0, built.output
    one, two = ((tmp_path / name / "graph.nq").read_bytes() for name in ("1", "2"))
    assert one == two
    assert b"place/own-k1>" in one


def test_build_with_a_missing_gazetteer_writes_nothing(kgbuild, own, village, tmp_path):
    built = kgbuild("build", "--annotations", village, "--out", tmp_path / "o", "--gazetteer", tmp_path / "none.sqlite")
    assert built.exit_code == 2
    assert "there is no gazetteer" in built.stderr
    assert not (tmp_path / "o").exists()
