"""Write the pages that come from the code: the questions, the commands, and the outputs that the README shows.

Run it after a change of queries/, of a command, or of what extraction finds; ``--check`` only says whether the pages
are up to date.
"""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typer.main

from kgbuild.ask.library import list_questions
from kgbuild.ask.reference import reference_page
from kgbuild.cli.main import app

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
# A block of commands, the comment that says that its output follows, and that output.
_SHOWN = re.compile(r"```bash\n(?P<commands>[^`]*)```\n\n(?P<mark><!-- The output [^\n]*-->)\n```text\n[^`]*```")
_HEAD = """\
# Commands

<!-- Written by scripts/write_docs.py from the commands themselves; do not edit by hand. -->

Results go to standard output, everything about the run to standard error. Exit codes: 0 all is well; 1 something
was skipped, or is wrong in what was checked; 2 nothing could be done; 130 interrupted (nothing half-written is left).
"""


def pages() -> dict[Path, str]:
    """Return the generated pages."""
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # it is a group
    sections = [_command(name, command) for name, command in commands.items()]
    return {
        DOCS / "queries.md": reference_page(list_questions()),
        DOCS / "cli.md": "\n".join([_HEAD, *sections]),
        ROOT / "README.md": _readme(),
    }


def _readme() -> str:
    """Run the README's commands, as its reader would, and put what they print below them."""
    return _SHOWN.sub(_with_output, (ROOT / "README.md").read_text(encoding="utf-8"))


def _with_output(block: re.Match[str]) -> str:
    commands = block["commands"]
    environment = os.environ | {"COLUMNS": "100", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    with TemporaryDirectory() as folder:
        (Path(folder) / "tests").symlink_to(ROOT / "tests")
        ran = subprocess.run(  # noqa: S603 - the README is this project's own
            ["/bin/sh", "-ec", commands], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    if ran.returncode:
        raise SystemExit(f"README.md: the commands fail: {commands}\n{ran.stderr}")
    output = "\n".join(line.rstrip() for line in ran.stdout.strip("\n").splitlines())
    return f"```bash\n{commands}```\n\n{block['mark']}\n```text\n{output}\n```"


def _command(name: str, command: Any) -> str:
    if inner := getattr(command, "commands", {}):
        return "\n".join(_command(f"{name} {part}", found) for part, found in inner.items())
    rows = [_row(parameter) for parameter in command.params if parameter.name != "help"]
    table = ["| | meaning | default |", "| --- | --- | --- |", *rows]
    return "\n".join([f"## kgbuild {name}", "", inspect.cleandoc(command.help), "", *table, ""])


def _row(parameter: Any) -> str:
    names = parameter.opts if parameter.param_type_name == "option" else [parameter.metavar or parameter.name.upper()]
    shown = ", ".join(f"`{name}`" for name in names).replace("|", "\\|")
    # Neither a switch nor an option without value has a default worth telling.
    default = "" if parameter.default in (None, False) or callable(parameter.default) else f"`{parameter.default}`"
    return f"| {shown} | {parameter.help} | {default} |"


def main() -> int:
    """Write the pages, or say which are out of date; return the exit code."""
    written = pages()
    stale = [page for page, text in written.items() if not page.is_file() or page.read_text(encoding="utf-8") != text]
    for page in stale:
        if "--check" in sys.argv[1:]:
            print(f"{page.relative_to(ROOT)} is out of date: run python scripts/write_docs.py")
        else:
            page.write_text(written[page], encoding="utf-8")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    raise SystemExit(main())
