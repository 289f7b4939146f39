"""What the commands that ask a graph share: their options, and who answers."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgbuild.ask.language import Language, named_in
from kgbuild.ask.question import names_graphs
from kgbuild.ask.table import Format
from kgbuild.cli.console import remarks
from kgbuild.errors import StoreError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kgbuild.ask.question import Question
    from kgbuild.ask.table import Table

    Answerer = Callable[[Question, dict[str, str]], Table]

USER, PASSWORD = "KGBUILD_ENDPOINT_USER", "KGBUILD_ENDPOINT_PASSWORD"
OUT, PATIENCE = Path("out"), 60

Data = Annotated[Path, typer.Option("--data", "-d", help="Folder that build wrote, or an RDF file.")]
EndpointUrl = Annotated[
    str | None, typer.Option(metavar="URL", help=f"Ask a SPARQL endpoint instead; ${USER} and ${PASSWORD} log in.")
]
Timeout = Annotated[int, typer.Option(min=1, metavar="SECONDS", help="How long to wait for an endpoint.")]
Form = Annotated[
    Format, typer.Option("--format", "-f", help="How to write the answer: table, csv, json; turtle for a graph.")
]


def in_language(answer: Answerer, language: Language) -> Answerer:
    """Return what answers a question with the names that things have in ``language``."""
    return lambda question, params: answer(named_in(question, language), params)


def answerer(data: Path, endpoint: str | None, timeout: int) -> Answerer:
    """Return what answers a question: a SPARQL endpoint where one is given, else the graph in ``data``.

    Raises:
        StoreError: there is no graph in ``data``.
    """
    if endpoint:
        from kgbuild.ask.endpoint import Endpoint, run_on_endpoint

        service = Endpoint(endpoint, timeout=timeout, user=os.environ.get(USER), password=os.environ.get(PASSWORD))
        return partial(run_on_endpoint, service)
    from kgbuild.ask.run import run_query

    if not data.exists():
        raise StoreError("there is no graph here", where=str(data), hint="build one: kgbuild build examples --out out")
    store = cache(partial(_store, data))
    return lambda question, params: run_query(store(names_graphs(question.text)), question, params)


def _store(data: Path, apart: bool) -> ox.Store:
    """Load the graph, with its documents apart only for a query that speaks of named graphs."""
    from kgbuild.ask.union import union_of
    from kgbuild.store import load_store, load_union

    return union_of(load_store(data)) if apart else load_union(data)


def say_not_derived(question: Question, answer: Table, data: Path, endpoint: str | None) -> None:
    """Say why a question about what follows from a graph has no answer in a folder where nothing was derived."""
    from kgbuild.store.names import DERIVED, MERGED

    if answer.rows or endpoint or not data.is_dir():
        return
    for term, file, command in (("kgb:ControlState", DERIVED, "derive"), ("kgb:MergedEvent", MERGED, "merge")):
        if term in question.text and not (data / file).exists():
            remarks().print(f"that is not in the documents but follows: kgbuild {command} {data}", soft_wrap=True)
