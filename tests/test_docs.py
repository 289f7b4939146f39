"""The commands that the docs and the help show, run as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from kgbuild.cli.main import app

ROOT = Path(__file__).parents[1]
COMMANDS = typer.main.get_command(app).commands
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory, example_graph):
    """A folder with what a reader of the docs has: the examples, the tests, and ``out/`` as built."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("examples", "tests"):
        (folder / name).symlink_to(ROOT / name)
    # A copy: some commands write into the folder that they are given.
    shutil.copytree(example_graph, folder / "out")
    return folder


def run(commands: str, folder: Path) -> None:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "TERM": "dumb"}
    done = subprocess.run(["/bin/sh", "-ec", commands], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_example_of_a_command_runs(name, checkout):
    example = re.search(r"Example: `([^`]+)`", COMMANDS[name].help)
    assert example, "no example"
    # What the example writes goes beside what other tests read.
    run(example[1].replace("--out out", "--out again"), checkout)


def test_the_tutorial_runs(checkout):
    blocks = re.findall(r"```bash\n(.*?)```", (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    run("\n".join(blocks).replace("--out out", "--out again"), checkout)


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))])
def test_links_lead_somewhere(page):
    path = ROOT / page
    missing = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()]
    assert not missing
