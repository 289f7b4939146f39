"""The program ``kgbuild``: its commands, and what becomes of their errors."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kgbuild.cli import (
    ask,
    build,
    derive,
    evaluate,
    explain,
    extract,
    gazetteer,
    merge,
    query,
    reason,
    remove,
    review,
    validate,
)
from kgbuild.cli.console import ExitCode, say_error, speak_utf8
from kgbuild.errors import KgbuildError


class Commands(TyperGroup):
    """The group of all commands: an error that is foreseen is one line, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program in UTF-8, help and usage errors included."""
        speak_utf8()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Run the command and turn what it raises into an exit code."""
        try:
            return super().invoke(ctx)
        except KgbuildError as error:
            say_error(error)
            raise typer.Exit(ExitCode.FAILED) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(ExitCode.INTERRUPTED) from error
        except BrokenPipeError as error:
            # The reader (head, less) has gone: the rest goes nowhere, also what is flushed at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.INCOMPLETE) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(build.build)
app.command()(remove.remove)
app.command()(extract.extract)
app.command()(explain.explain)
app.command()(merge.merge)
app.command()(review.review)
app.command()(derive.derive)
app.command()(reason.reason)
app.command()(query.query)
app.command()(ask.ask)
app.command()(evaluate.evaluate)
app.command()(validate.validate)
app.add_typer(gazetteer.app, name="gazetteer")


def _show_version(wanted: bool) -> None:
    if wanted:
        from kgbuild.version import VERSION

        typer.echo(f"kgbuild {VERSION}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Arabic news into an event knowledge graph: who did what, to whom, where, when, and who says so.

    Start with: `kgbuild build examples --out out`, then `kgbuild query --list`.
    """
