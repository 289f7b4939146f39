"""What commands say: results on standard output, everything about the run on standard error."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import TextIO

from rich.console import Console
from rich.text import Text

from kgbuild.errors import KgbuildError
from kgbuild.summary import Summary

# Reasons shown on the terminal; all of them are in report.json.
SHOWN = 10


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    INCOMPLETE = 1
    FAILED = 2
    INTERRUPTED = 130


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: the product's words are Arabic."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def results() -> Console:
    """Return the console for results."""
    return _console(sys.stdout)


def remarks() -> Console:
    """Return the console for progress, warnings and errors."""
    return _console(sys.stderr)


def write(text: str) -> None:
    """Write a result as it stands, without a line break of its own."""
    sys.stdout.write(text)
    sys.stdout.flush()


def say_error(error: KgbuildError) -> None:
    """Say in one line what went wrong."""
    # A message may quote the input, line breaks included.
    remarks().print(Text(" ".join(f"Error: {error}".split()), style="red"), soft_wrap=True)


def say_left_out(summary: Summary) -> None:
    """Say what was skipped and converted, and why."""
    _say_some("Skipped", [f"{item.where}: {item.reason}" for item in summary.skipped], "yellow")
    _say_some("Note", [f"{item.where}: {item.reason}" for item in summary.notices], "dim")


def _say_some(word: str, reasons: Sequence[str], style: str) -> None:
    console = remarks()
    for reason in reasons[:SHOWN]:
        console.print(Text(" ".join(f"{word}: {reason}".split()), style=style), soft_wrap=True)
    if len(reasons) > SHOWN:
        console.print(Text(f"{word}: … and {len(reasons) - SHOWN} more", style=style))


def _console(stream: TextIO) -> Console:
    # No markup and no highlighting: words of the input may look like both.
    return Console(file=stream, markup=False, highlight=False, emoji=False)
