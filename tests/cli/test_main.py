"""The program as a whole: version, help, encodings, pipes."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer.main

from kgbuild.cli.main import app
from kgbuild.version import VERSION
from tests.cli.conftest import PROGRAM

COMMANDS = sorted(typer.main.get_command(app).commands)


def test_version(kgbuild):
    assert kgbuild("--version").output == f"kgbuild {VERSION}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(kgbuild, command):
    result = kgbuild(command, "--help")
    assert result.exit_code == 0
    assert f"Example: kgbuild {command} " in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_help(command):
    for parameter in typer.main.get_command(app).commands[command].params:
        assert getattr(parameter, "help", None), parameter.name


@pytest.mark.parametrize(
    "env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_arabic_is_utf8_in_any_locale(program, env):
    result = program("query", "--list", env=env)
    assert result.returncode == 0, result.stderr
    assert "السيطرة" in result.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(gold_graph):
    query = [*PROGRAM, "query", "events", "--data", str(gold_graph), "--format", "csv"]
    with subprocess.Popen(query, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == b""


def test_help_does_not_load_spacy():
    code = "import sys; from kgbuild.cli.main import app; sys.exit('spacy' in sys.modules or 'rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
