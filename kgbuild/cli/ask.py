"""``kgbuild ask``: a question in plain Arabic or English, answered by one of the shipped ones."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from kgbuild.ask.language import Language
from kgbuild.ask.table import Format, render
from kgbuild.cli.asking import OUT, PATIENCE, Data, EndpointUrl, Form, Timeout, answerer, in_language, say_not_derived
from kgbuild.cli.console import remarks, results, write
from kgbuild.errors import QueryError

if TYPE_CHECKING:
    from kgbuild.ask.phrasing import Reading
    from kgbuild.ask.question import Question
    from kgbuild.ask.table import Table
    from kgbuild.cli.asking import Answerer


def ask(
    text: Annotated[list[str], typer.Argument(metavar="QUESTION", help="In Arabic or English; quotes are optional.")],
    data: Data = OUT,
    endpoint: EndpointUrl = None,
    timeout: Timeout = PATIENCE,
    language: Annotated[
        Language | None, typer.Option("--lang", help="Names in Arabic or in Latin letters; the question's if absent.")
    ] = None,
    form: Form = Format.TABLE,
) -> None:
    """Ask in plain words: simple Arabic and English questions become shipped ones, by patterns.

    Example: `kgbuild ask "من سيطر على الخرطوم؟"`

    It says which question it took (`kgbuild query` asks the same), and refuses what it does not understand.
    """
    from kgbuild.ask.phrasing import readings

    understood = readings(" ".join(text))
    spoken = language or understood[0].language
    taken, question, answer = _first_answer(understood, in_language(answerer(data, endpoint, timeout), spoken))
    remarks().print(f"{question.title} · {question.title_ar}: {_command(taken, spoken)}", soft_wrap=True, markup=False)
    say_not_derived(question, answer, data, endpoint)
    write(render(answer, form, width=results().width))


def _first_answer(understood: tuple[Reading, ...], answer: Answerer) -> tuple[Reading, Question, Table]:
    """Return the first reading whose names the graph knows, with its answer; the first one's error where none is."""
    from kgbuild.ask.library import find_question

    refused: list[QueryError] = []
    for reading in understood:
        question = find_question(reading.question)
        try:
            return reading, question, answer(question, dict(reading.params))
        except QueryError as error:
            refused.append(error)
    raise refused[0]


def _command(reading: Reading, language: Language) -> str:
    params = [f"--param {name}={_quoted(value)}" for name, value in sorted(reading.params.items())]
    tail = [] if language is Language.ARABIC else [f"--lang {language}"]
    return " ".join(["kgbuild query", reading.question, *params, *tail])


def _quoted(value: str) -> str:
    """Quote what a shell would take apart; :func:`shlex.quote` alone would quote all Arabic."""
    return value if re.fullmatch(r"[\w-]+", value) else shlex.quote(value)
