"""``kgbuild query``: ask the graph a shipped question, or one of your own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table as Grid

from kgbuild.ask.language import Language
from kgbuild.ask.question import Audience
from kgbuild.ask.table import Format, render
from kgbuild.cli.asking import OUT, PATIENCE, Data, EndpointUrl, Form, Timeout, answerer, in_language, say_not_derived
from kgbuild.cli.console import results, write

if TYPE_CHECKING:
    from kgbuild.ask.question import Question

# As wide as the longest name, so that the tables of the groups stand under each other.
NAME_WIDTH = 25


def query(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE.rq", help="A shipped question, or a SPARQL file of yours.")
    ] = None,
    data: Data = OUT,
    endpoint: EndpointUrl = None,
    timeout: Timeout = PATIENCE,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A value for the question; repeatable."),
    ] = None,
    language: Annotated[
        Language, typer.Option("--lang", help="Names in Arabic or in Latin letters: English, else romanised.")
    ] = Language.ARABIC,
    form: Form = Format.TABLE,
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
    answer = in_language(answerer(data, endpoint, timeout), language)(question, params)
    say_not_derived(question, answer, data, endpoint)
    write(render(answer, form, width=results().width, excel=excel))


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
