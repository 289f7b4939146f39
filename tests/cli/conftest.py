"""Running commands in this process, and as a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kgbuild.cli.main import app

PROGRAM = [sys.executable, "-c", "from kgbuild.cli.main import app; app()"]

RECORD = {
    "id": "a-1",
    "title": "قصف حماة",
    "date": "2024-11-30",
    "publisher": "وكالة",
    "text": "قصف الجيش السوري مدينة حماة السبت.",
    "entities": [
        {"id": "e1", "type": "MilitaryForce", "name": "الجيش السوري", "mentions": ["الجيش السوري"]},
        {"id": "e2", "type": "Settlement", "name": "حماة", "mentions": ["حماة"]},
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


@pytest.fixture
def kgbuild() -> Callable[..., Any]:
    """Run a command in this process."""
    # Wide, so that no message is broken into lines.
    runner = CliRunner(env={"COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1"})
    return lambda *args, **options: runner.invoke(app, [str(arg) for arg in args], **options)


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command as a program of its own."""

    def run(*args: object, env: dict[str, str] | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [*PROGRAM, *map(str, args)]
        return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **(env or {})}, check=False)

    return run


@pytest.fixture
def record() -> dict[str, Any]:
    """An annotation record that is as it should be."""
    return json.loads(json.dumps(RECORD))


@pytest.fixture
def records(tmp_path: Path, record: dict[str, Any]) -> Path:
    """A file with one good and one bad record."""
    bad = {**record, "id": "a-2", "events": [{**record["events"][0], "modality": "maybe"}]}
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in (record, bad)), encoding="utf-8")
    return path
