"""``kgbuild query``: ask the graph a shipped question, or one of your own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table as Grid

from kgbuild.ask.question import Audience, names_graphs
from kgbuild.ask.table import Format, render
from kgbuild.cli.console import remarks, results, write
from kgbuild.errors import StoreError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kgbuild.ask.question import Question
    from kgbuild.ask.table import Table

    Answerer = Callable[[Question, dict[str, str]], Table]

# As wide as the longest name, so that the tables of the groups stand under each other.
NAME_WIDTH = 25
USER, PASSWORD = "KGBUILD_ENDPOINT_USER", "KGBUILD_ENDPOINT_PASSWORD"


def query(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE.rq", help="A shipped question, or a SPARQL file of yours.")
    ] = None,
    data: Annotated[Path, typer.Option("--data", "-d", help="Folder that build wrote, or an RDF file.")] = Path("out"),
    endpoint: Annotated[
        str | None, typer.Option(metavar="URL", help=f"Ask a SPARQL endpoint instead; ${USER} and ${PASSWORD} log in.")
    ] = None,
    timeout: Annotated[int, typer.Option(min=1, metavar="SECONDS", help="How long to wait for an endpoint.")] = 60,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A value for the question; repeatable."),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="How to write the answer: table, csv, json; turtle for a graph.")
    ] = Format.TABLE,
    excel: Annotated[bool, typer.Option("--excel", help="Mark CSV so that Excel reads the Arabic right.")] = False,
    list_all: Annotated[bool, typer.Option("--list", help="List the shipped questions.")] = False,
    audience: Annotated[
        Audience | None, typer.Option(help="List for one audience: analyst, journalist, humanitarian, historian.")
    ] = None,
    about: Annotated[
        bool, typer.Option("--about", help="Show what a question asks, its parameters and columns.")
    ] = False,
) -> None:
    """Ask the graph a question: by its name, or by a SPARQL file.

    Example: `kgbuild query seizures --param place=حلب`

    `kgbuild query --list` shows the questions, `kgbuild query seizures --about` the parameters of one.
    """
    from kgbuild.ask.library import find_question, list_questions

    if list_all or audience:
        _list(question for question in list_questions() if audience in (None, question.audience))
        return
    if name is None:
        raise typer.BadParameter("give the name of a question or a .rq file; --list shows the questions")
    if excel and form is not Format.CSV:
        raise typer.BadParameter("--excel goes with --format csv")
    question = find_question(name)
    if about:
        _describe(question)
        return
    params = dict(_pair(text) for text in param or ())
    answer = answerer(data, endpoint, timeout)(question, params)
    say_not_derived(question, answer, data, endpoint)
    write(render(answer, form, width=results().width, excel=excel))


def say_not_derived(question: Question, answer: Table, data: Path, endpoint: str | None) -> None:
    """Say why a question about control has no answer in a folder where nothing was derived."""
    from kgbuild.store.writer import DERIVED

    asks_derived = "kgb:ControlState" in question.text
    if not answer.rows and asks_derived and not endpoint and data.is_dir() and not (data / DERIVED).exists():
        remarks().print(f"control of places is derived; do that first: kgbuild derive {data}", soft_wrap=True)


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


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"--param {text}: write it as key=value")
    return key.strip(), value


def _list(questions: Iterable[Question]) -> None:
    asked = sorted(questions, key=lambda question: question.name)
    for audience in Audience:
        members = [question for question in asked if question.audience is audience]
        if members:
            results().print(_table_of(audience, members))


def _table_of(audience: Audience, questions: list[Question]) -> Grid:
    title = f"{audience.heading} · {audience.heading_ar}"
    table = Grid(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("name", no_wrap=True, overflow="ignore", min_width=NAME_WIDTH)
    for column in ("question", "السؤال"):
        table.add_column(column)
    for question in questions:
        table.add_row(question.name, question.title, question.title_ar)
    return table


def _describe(question: Question) -> None:
    console = results()
    for line in (question.title, question.title_ar, question.question, question.question_ar):
        if line:
            console.print(line)
    for item in question.parameters:
        need = "needed" if item.required else f"default {item.default}" if item.default else "optional"
        console.print(f"  --param {item.name}=…  {item.type}, {need}: {item.description}")
    if question.columns:
        console.print(f"columns: {', '.join(question.columns)}")
