"""``kgbuild remove``: articles out of a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgbuild.cli.build import derived_in, say_gone, table_of
from kgbuild.cli.console import results
from kgbuild.cli.inputs import Quiet


def remove(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that build wrote.")],
    names: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids or addresses of the articles.")],
    quiet: Quiet = False,
) -> None:
    """Take articles out of a graph, with all that they alone say; the others are not read again.

    Example: `kgbuild remove out afrin-2018-03-04`

    If one of them is not in the graph, nothing is taken out. What `merge`, `derive` and `reason` made of it goes.
    """
    from kgbuild.flow import remove_documents

    beside = derived_in(folder)
    summary = remove_documents(names, folder)
    if not quiet:
        results().print(table_of(summary))
        say_gone(beside)
