"""``kgbuild derive``: what follows from a graph, in named graphs of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgbuild.cli.console import results
from kgbuild.store.names import DERIVED, TURTLE


def derive(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that build wrote.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder for the derived graphs; the same folder if absent.")
    ] = None,
) -> None:
    """Derive who controlled which place, the status of events, ranges of casualties, and days of positions.

    Example: `kgbuild derive out --out out`

    Writes `derived.nq`, which `kgbuild query` reads with the graph; a build that changes the graph removes it.
    """
    from kgbuild.derive import derive as derived
    from kgbuild.store import load_union
    from kgbuild.store.condition import base_of
    from kgbuild.store.replacing import write_quads

    # Only what documents say: what was derived before is no premise.
    quads = derived(load_union(folder / TURTLE), base=base_of(folder))
    target = (out or folder) / DERIVED
    write_quads(target, quads)
    results().print(f"{len(quads):,} statements written to {target}", soft_wrap=True)
