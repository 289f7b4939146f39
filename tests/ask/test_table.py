from __future__ import annotations

import csv
import json
from io import StringIO

import pyoxigraph as ox
import pytest

from kgbuild.ask.run import query_store
from kgbuild.ask.table import Format, Table, render
from kgbuild.errors import QueryError

SENTENCE = 'سيطرت «الفصائل»، السبت، على "خان شيخون" [ومورك].\nثم انسحبت؛ ولم يُعرف السبب.'
TABLE = Table(("date", "sentence", "url"), (("2024-11-30", SENTENCE, None), (None, "قصيرة", None)))


def test_csv_reads_back() -> None:
    text = render(TABLE, Format.CSV)
    assert list(csv.reader(StringIO(text, newline=""))) == [
        ["date", "sentence", "url"],
        ["2024-11-30", SENTENCE, ""],
        ["", "قصيرة", ""],
    ]


def test_csv_for_excel_starts_with_a_byte_order_mark() -> None:
    assert render(TABLE, Format.CSV, excel=True) == "\ufeff" + render(TABLE, Format.CSV)
    assert render(TABLE, Format.CSV, excel=True).encode().startswith(b"\xef\xbb\xbf")


def test_json_is_a_list_of_objects_in_plain_arabic() -> None:
    text = render(TABLE, Format.JSON)
    assert json.loads(text)[0] == {"date": "2024-11-30", "sentence": SENTENCE, "url": None}
    assert "قصيرة" in text


def test_terminal_keeps_arabic_in_logical_order_and_drops_empty_columns() -> None:
    text = render(TABLE, Format.TABLE, width=120)
    assert 'على "خان شيخون" [ومورك].' in text
    assert "url" not in text
    assert max(len(line) for line in text.splitlines()) <= 120


@pytest.mark.parametrize(("width", "blocks"), [(100, False), (20, True)])
def test_terminal_writes_blocks_where_columns_do_not_fit(width: int, blocks: bool) -> None:
    text = render(TABLE, Format.TABLE, width=width)
    assert text.startswith("1 ─") is blocks
    assert "قصيرة" in text


def test_empty_answer_says_so() -> None:
    empty = Table(("date",), ())
    assert render(empty, Format.TABLE) == "(no rows)\n"
    assert render(empty, Format.CSV) == "date\r\n"
    assert render(empty, Format.JSON) == "[]\n"


def test_turtle_is_what_a_construct_gives() -> None:
    store = ox.Store()
    store.load('<http://x/a> <http://x/p> "قصف"@ar .'.encode(), format=ox.RdfFormat.N_TRIPLES)
    graph = query_store(store, "CONSTRUCT WHERE { ?s ?p ?o }")
    again = ox.Store()
    again.load(render(graph, Format.TURTLE).encode(), format=ox.RdfFormat.TURTLE)
    assert [str(quad) for quad in again] == [str(quad) for quad in store]


def test_rows_are_no_turtle() -> None:
    with pytest.raises(QueryError, match="no graph"):
        render(TABLE, Format.TURTLE)


def test_an_empty_construct_is_empty_turtle() -> None:
    assert "قصف" not in render(query_store(ox.Store(), "CONSTRUCT WHERE { ?s ?p ?o }"), Format.TURTLE)
