"""What a question is, and how its ``.rq`` file says so.

A file of ``queries/`` is plain SPARQL that any engine runs as it stands. Comment
lines before the first line of SPARQL describe it::

    # title: Seizures
    # title-ar: السيطرة على المواقع
    # question: What was seized, by whom and when?
    # question-ar: ما الذي سُيطر عليه، ومَن سيطر، ومتى؟
    # audience: analyst
    # parameter: place place? — place by any of its names; all if absent
    # parameter: limit integer = 10 — number of rows
    # columns: date place agents sentence

A parameter line is ``name type``, then ``?`` where it may be absent or ``= value``
for a default, then a dash and a description. The query says where the value goes
by ``VALUES ?name { UNDEF }``, which leaves the query unrestricted as long as
nothing is filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgbuild.errors import QueryError
from kgbuild.labels import Label

MARKER = re.compile(r"VALUES\s+[?$](?P<name>\w+)\s*\{\s*UNDEF\s*\}", re.IGNORECASE)
_HEADER = re.compile(
    r"#\s*(?P<key>title|title-ar|question|question-ar|audience|parameter|columns):\s*(?P<value>.*\S)\s*"
)
_GRAPHS = re.compile(r"(?<![?$:\w])(?:GRAPH|FROM)\b(?!\s*:)", re.IGNORECASE)
_PARAMETER = re.compile(
    r"(?P<name>\w+)\s+(?P<type>[a-z-]+)(?P<optional>\?)?(?:\s*=\s*(?P<default>\S+))?\s+[—-]+\s+(?P<description>.+)"
)


class ParameterType(Label):
    """What a parameter's text stands for; the first four are names that the graph knows."""

    ACTOR = "actor"
    PLACE = "place"
    OPERATION = "operation"
    ENTITY = "entity"
    EVENT_TYPE = "event-type"
    DATE = "date"
    INTEGER = "integer"
    TEXT = "text"
    IRI = "iri"
    VALUE = "value"

    @property
    def is_name(self) -> bool:
        """Whether the text is a name to look up in the graph."""
        return self in {self.ACTOR, self.PLACE, self.OPERATION, self.ENTITY}


class Audience(Label):
    """Whose daily question it is."""

    ANALYST = "analyst"
    JOURNALIST = "journalist"
    HUMANITARIAN = "humanitarian"
    HISTORIAN = "historian"

    @property
    def heading(self) -> str:
        """Whom the questions are for, in English."""
        return _HEADINGS[self][0]

    @property
    def heading_ar(self) -> str:
        """Whom the questions are for, in Arabic."""
        return _HEADINGS[self][1]


_HEADINGS = {
    Audience.ANALYST: ("For conflict analysts", "لمحللي النزاعات"),
    Audience.JOURNALIST: ("For journalists", "للصحفيين"),
    Audience.HUMANITARIAN: ("For humanitarian information managers", "لمديري المعلومات الإنسانية"),
    Audience.HISTORIAN: ("For historians", "للمؤرخين"),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the asker may or must give."""

    name: str
    type: ParameterType
    required: bool
    default: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with what its header says of it.

    Attributes:
        name: name of the file without ``.rq``.
        title, title_ar, question, question_ar: empty where the file has no header.
        parameters: in the header's order, then those that only a marker names, by name.
        columns: names of the result's columns, empty where the file has no header.
        audience: whose question it is, if the file says so.
        text: the whole file, which is the query.
    """

    name: str
    title: str
    title_ar: str
    question: str
    question_ar: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    audience: Audience | None
    text: str


def parse_question(name: str, text: str) -> Question:
    """Read a query's header and markers; a query without a header is a question too.

    Raises:
        QueryError: a header line that cannot be read, or a parameter that the query does not mark.
    """
    headers = _headers(text)
    declared = tuple(_parameter(name, line) for line in headers.get("parameter", ()))
    _check_marked(name, declared, text)
    return Question(
        name=name,
        title=_single(headers, "title"),
        title_ar=_single(headers, "title-ar"),
        question=_single(headers, "question"),
        question_ar=_single(headers, "question-ar"),
        parameters=declared + _undeclared(declared, text),
        columns=tuple(_single(headers, "columns").split()),
        audience=_audience(name, _single(headers, "audience")),
        text=text,
    )


def names_graphs(text: str) -> bool:
    """Whether a query may speak of named graphs: outside lines of comment it holds the keyword GRAPH or FROM."""
    return any(_GRAPHS.search(line) for line in text.splitlines() if not line.lstrip().startswith("#"))


def _headers(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in text.removeprefix("\ufeff").splitlines():
        if line.strip() and not line.startswith("#"):
            break
        if match := _HEADER.fullmatch(line):
            found.setdefault(match["key"], []).append(match["value"])
    return found


def _single(headers: dict[str, list[str]], key: str) -> str:
    return headers.get(key, [""])[0]


def _audience(name: str, value: str) -> Audience | None:
    try:
        return Audience(value) if value else None
    except ValueError as error:
        raise QueryError(str(error), where=name) from error


def _parameter(question: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None:
        hint = "write: # parameter: name type? — description"
        raise QueryError(f"cannot read the parameter {line!r}", where=question, hint=hint)
    try:
        kind = ParameterType(match["type"])
    except ValueError as error:
        raise QueryError(str(error), where=question) from error
    required = match["optional"] is None and match["default"] is None
    return Parameter(match["name"], kind, required, match["default"], match["description"])


def _check_marked(question: str, declared: tuple[Parameter, ...], text: str) -> None:
    marked = {match["name"] for match in MARKER.finditer(text)}
    for parameter in declared:
        if parameter.name not in marked:
            hint = f"write VALUES ?{parameter.name} {{ UNDEF }} where its value shall go"
            raise QueryError(f"the query has no place for {parameter.name!r}", where=question, hint=hint)


def _undeclared(declared: tuple[Parameter, ...], text: str) -> tuple[Parameter, ...]:
    known = {parameter.name for parameter in declared}
    names = sorted({match["name"] for match in MARKER.finditer(text)} - known)
    return tuple(Parameter(name, ParameterType.VALUE, required=False) for name in names)
