"""``kgbuild reason``: what follows from a graph and the ontology, in a named graph of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgbuild.cli.console import results
from kgbuild.iris import BASE
from kgbuild.settings import Reasoner
from kgbuild.store.writer import INFERRED, N_QUADS


def reason(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that build wrote.")],
    reasoner: Annotated[
        Reasoner, typer.Option(help="rl: rules of OWL 2 RL; hermit, pellet: OWL 2 DL, for small graphs, in Java.")
    ] = Reasoner.RL,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder for the inferences; the same folder if absent.")
    ] = None,
    base: Annotated[str, typer.Option(help="Namespace of the data's IRIs.")] = BASE,
) -> None:
    """Infer types and relations from a graph and the ontology.

    Example: `kgbuild reason out --out out`

    Writes `inferred.nq`, which questions do not read: they follow the class hierarchy themselves. Exit code: 0 written,
    2 the graph contradicts the ontology, or the reasoner cannot run.
    """
    from kgbuild.reason.inference import infer
    from kgbuild.store import load_store
    from kgbuild.store.replacing import write_quads

    quads = infer(load_store(folder / N_QUADS), reasoner, base=base)
    target = (out or folder) / INFERRED
    write_quads(target, quads)
    results().print(f"{len(quads):,} statements written to {target}", soft_wrap=True)
