"""Literals by type: dates by precision, numbers without exponents, strings of any content."""

from __future__ import annotations

from decimal import Decimal

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from kgbuild.graph import values
from kgbuild.records import Coordinates

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("value", "datatype"), [("2024-11-30", "date"), ("2024-11", "gYearMonth"), ("2024", "gYear"), ("0001", "gYear")]
)
def test_calendar_types_by_precision(value, datatype):
    literal = values.calendar(value)
    assert (literal.value, literal.datatype.value) == (value, XSD + datatype)
    assert not rdflib.Literal(value, datatype=literal.datatype.value).ill_typed


@pytest.mark.parametrize(
    "value", ["", "2024-13", "2024-02-30", "2024-W10-1", "20241130", "30/11/2024", "0000", "٢٠٢٤", "2024-1"]
)
def test_calendar_refuses_what_is_no_date(value):
    with pytest.raises(ValueError, match="ISO"):
        values.calendar(value)


@pytest.mark.parametrize(
    ("value", "lexical"),
    [(0.87, "0.87"), (1.0, "1.0"), (0.123456, "0.1235"), (1e-9, "0.0"), (-1e-9, "0.0"), (0, "0.0")],
)
def test_decimal_has_at_most_four_decimals(value, lexical):
    assert values.decimal(value).value == lexical


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_decimal_refuses_what_is_no_number(value):
    with pytest.raises(ValueError, match="finite"):
        values.decimal(value)


@given(st.floats(min_value=-180, max_value=180))
def test_point_is_plain_wkt_and_near(value):
    wkt = values.point(Coordinates(latitude=value / 2, longitude=value)).value
    longitude, latitude = wkt.removeprefix("POINT(").removesuffix(")").split(" ")
    assert "e" not in wkt
    assert abs(Decimal(longitude) - Decimal(value)) < Decimal("1e-6")
    assert abs(Decimal(latitude) - Decimal(value / 2)) < Decimal("1e-6")


def test_point_puts_longitude_first():
    assert values.point(Coordinates(latitude=35.13, longitude=36.0)).value == "POINT(36 35.13)"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/خبر/1", "https://example.org/خبر/1"),
        (" https://example.org/a b?q={x}|y\n", "https://example.org/a%20b?q=%7Bx%7D%7Cy"),
        ("https://example.org/100%/%D8%A7", "https://example.org/100%25/%D8%A7"),
        ("https://example.org/end.", "https://example.org/end%2E"),
    ],
)
def test_address_is_an_iri(url, expected):
    assert values.address(url) == NamedNode(expected)


@pytest.mark.parametrize("url", ["www.example.org/1", "", "خبر"])
def test_address_that_is_no_iri_is_kept_as_a_literal(url):
    assert values.address(url) == Literal(url, datatype=NamedNode(f"{XSD}anyURI"))


@pytest.mark.parametrize("value", ["", "actor/x", "http://x/a b", "https://x/y."])
def test_iri_refuses(value):
    with pytest.raises(ValueError, match="IRI"):
        values.iri(value)


def test_offset_refuses_a_negative_number():
    with pytest.raises(ValueError, match="negative"):
        values.offset(-1)


@given(st.text(), st.sampled_from([None, "ar", "en"]))
def test_text_survives_writing_and_reading(value, language):
    node = NamedNode("https://example.org/x")
    literal = values.text(value, language)
    written = serialize([Quad(node, node, literal, node)], format=RdfFormat.N_QUADS)
    assert written.count(b"\n") == 1
    assert [quad.object for quad in parse(written, format=RdfFormat.N_QUADS)] == [literal]
    assert literal.value == value


@given(st.text(alphabet=st.characters(categories=["Cs"]), min_size=1))
def test_text_refuses_lone_surrogates(value):
    with pytest.raises(UnicodeEncodeError):
        values.text(value)
