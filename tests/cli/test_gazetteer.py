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
