"""``kgbuild reason``: what follows from a graph and the ontology, in a named graph of its own."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from kgbuild.cli.console import SHOWN, ExitCode, remarks, results
from kgbuild.settings import Reasoner
from kgbuild.store.names import INFERRED, N_QUADS

if TYPE_CHECKING:
    from kgbuild.reason.inference import Inference


def reason(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that build wrote.")],
    reasoner: Annotated[
        Reasoner, typer.Option(help="rl: rules of OWL 2 RL; hermit, pellet: OWL 2 DL, for small graphs, in Java.")
    ] = Reasoner.RL,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder for the inferences; the same folder if absent.")
    ] = None,
) -> None:
    """Infer types and relations from a graph and the ontology.

    Example: `kgbuild reason out --out out`

    Writes `inferred.nq`, which questions do not read: they follow the class hierarchy themselves. What contradicts the
    ontology is said, and nothing is inferred from it.

    Exit code: 0 written, 1 written but something contradicts the ontology, 2 the reasoner cannot run.
    """
    from kgbuild.reason.inference import infer
    from kgbuild.reason.reading import QuadFile
    from kgbuild.store.condition import base_of
    from kgbuild.store.replacing import write_quads

    inference = infer(QuadFile(folder / N_QUADS), reasoner, base=base_of(folder))
    target = (out or folder) / INFERRED
    write_quads(target, inference.quads)
    _say_contradictions(inference)
    results().print(f"{len(inference.quads):,} statements written to {target}", soft_wrap=True)
    if inference.contradictions:
        raise typer.Exit(ExitCode.INCOMPLETE)


def _say_contradictions(inference: Inference) -> None:
    """Say of each what it is, and which statements of which graphs make it so."""
    where = defaultdict(list)
    for quad in inference.left_out:
        where[quad.triple].append(f"  {quad.triple} in {quad.graph_name}")
    for problem in inference.contradictions[:SHOWN]:
        _say(f"Contradiction: {problem.thing} {problem.reason}; nothing is inferred from:")
        for line in chain.from_iterable(where[triple] for triple in problem.causes):
            _say(line)
    if len(inference.contradictions) > SHOWN:
        _say(f"Contradiction: … and {len(inference.contradictions) - SHOWN} more")


def _say(line: str) -> None:
    remarks().print(Text(line, style="yellow"), soft_wrap=True)
