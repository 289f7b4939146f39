"""``kgbuild validate``: is a graph, a file of annotations, or the ontology itself as it should be?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgbuild.cli.console import ExitCode, results
from kgbuild.labels import Label
from kgbuild.store.names import DERIVED, MERGED, N_QUADS


class Language(Label):
    """Language of the messages."""

    ENGLISH = "en"
    ARABIC = "ar"


def validate(
    path: Annotated[
        Path | None,
        typer.Argument(help="Folder that build wrote, RDF file, or annotation records (.jsonl); none: the ontology."),
    ] = None,
    language: Annotated[
        Language, typer.Option(help="Language of the messages about a graph: en or ar.")
    ] = Language.ENGLISH,
    limit: Annotated[int, typer.Option(min=1, help="How many breaches to show.")] = 20,
    fast: Annotated[
        bool, typer.Option("--fast", help="Run the shapes by the package shacl, for large graphs (kgbuild[fast]).")
    ] = False,
    reasoner: Annotated[
        bool, typer.Option("--reasoner", help="Check the ontology with the HermiT reasoner too (needs Java).")
    ] = False,
) -> None:
    """Check a graph against the SHACL shapes, annotations against their format, or the ontology.

    Example: `kgbuild validate out`

    Exit code: 0 all is well, 1 something is wrong, 2 it could not be checked.
    """
    if path is None:
        problems = _in_ontology(reasoner)
        subject = "the ontology"
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        problems = _in_annotations(path)
        subject = str(path)
    else:
        problems = _in_graph(path, language, fast)
        subject = str(path)
    console = results()
    for problem in problems[:limit]:
        console.print(problem, soft_wrap=True)
    if len(problems) > limit:
        console.print(f"… and {len(problems) - limit} more")
    console.print(f"{subject}: {len(problems)} problems" if problems else f"{subject}: nothing wrong", soft_wrap=True)
    if problems:
        raise typer.Exit(ExitCode.INCOMPLETE)


def _in_ontology(reasoner: bool) -> list[str]:
    from kgbuild.reason import check_ontology, find_pitfalls, profile_breaches, unsatisfiable_classes

    found = [*check_ontology(), *profile_breaches(), *find_pitfalls()]
    if reasoner:
        found += [f"{iri} can have no member" for iri in unsatisfiable_classes()]
    return found


def _in_annotations(path: Path) -> list[str]:
    from kgbuild.cli.records_file import read_records
    from kgbuild.evaluate import check

    return check(read_records(path))


def _in_graph(path: Path, language: Language, fast: bool) -> list[str]:
    from kgbuild.reason import validate_file

    beside = filter(Path.is_file, (path / MERGED, path / DERIVED))
    files = [path / N_QUADS, *beside] if path.is_dir() else [path]
    reports = [validate_file(file, language=language.value, fast=fast) for file in files]
    return [breach.in_words for report in reports for breach in report.breaches]
