"""The answer as a table, and its written forms: for the terminal, CSV and JSON."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from io import StringIO

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from kgbuild.errors import QueryError
from kgbuild.iris import KGB
from kgbuild.labels import Label

# Below this many characters a column of Arabic prose is unreadable: rows are then written one under another.
_NARROWEST = 14
TRIPLE_COLUMNS = ("subject", "predicate", "object")
_PREFIXES = {
    "kgb": KGB,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Format(Label):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: names of columns, and rows of text, ``None`` where there is nothing.

    ``triples`` holds what CONSTRUCT and DESCRIBE give, beside their rows.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    triples: tuple[ox.Triple, ...] = ()


def render(table: Table, form: Format, *, width: int = 100, excel: bool = False) -> str:
    """Return ``table`` in ``form``; ``width`` is the terminal's, ``excel`` marks CSV as UTF-8.

    Raises:
        QueryError: Turtle is wanted of an answer that has no triples.
    """
    match form:
        case Format.TABLE:
            return as_terminal(table, width=width)
        case Format.CSV:
            return as_csv(table, excel=excel)
        case Format.JSON:
            return as_json(table)
        case Format.TURTLE:
            return as_turtle(table)


def as_csv(table: Table, *, excel: bool = False) -> str:
    """Return CSV (RFC 4180); with a byte order mark for Excel, which else garbles Arabic."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(["" if cell is None else cell for cell in row] for row in table.rows)
    return ("\ufeff" if excel else "") + out.getvalue()


def as_json(table: Table) -> str:
    """Return a JSON list of one object a row; ``null`` where there is nothing."""
    objects = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def as_turtle(table: Table) -> str:
    """Return the triples of a CONSTRUCT or DESCRIBE as Turtle, for tools that read graphs.

    Raises:
        QueryError: the answer is rows, not triples.
    """
    if not table.triples and table.columns != TRIPLE_COLUMNS:
        hint = "only CONSTRUCT and DESCRIBE give triples; write rows as csv or json"
        raise QueryError("the answer is no graph", hint=hint)
    written = ox.serialize(table.triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (written or b"").decode()


def as_terminal(table: Table, *, width: int = 100) -> str:
    """Return a grid ``width`` characters wide, or one block a row where the columns are too many.

    Columns without any value are left out. Arabic stays in logical order: turning
    and joining letters is the terminal's work, and doing it twice spoils it.
    """
    shown = _filled(table)
    out = StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    if not shown.rows:
        console.print("(no rows)")
    elif len(shown.columns) * _NARROWEST <= width:
        console.print(_grid(shown))
    else:
        _print_blocks(console, shown)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _filled(table: Table) -> Table:
    kept = [index for index in range(len(table.columns)) if any(row[index] for row in table.rows)]
    rows = tuple(tuple(row[index] for index in kept) for row in table.rows)
    return Table(tuple(table.columns[index] for index in kept), rows)


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        grid.add_column(column, overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(cell or "") for cell in row))
    return grid


def _print_blocks(console: Console, table: Table) -> None:
    for number, row in enumerate(table.rows, start=1):
        console.print(Rule(f"{number}", align="left"))
        block = Grid.grid(padding=(0, 2))
        block.add_column()
        block.add_column(overflow="fold")
        for column, cell in zip(table.columns, row, strict=True):
            if cell:
                block.add_row(column, Text(cell))
        console.print(block)
