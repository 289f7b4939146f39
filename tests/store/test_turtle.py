"""Shortened terms mean what the long ones mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kgbuild.iris import BASE, KGB
from kgbuild.store.turtle import PREFIXES, RDF_TYPE, abbreviation, header, turtle_blocks

XSD = "http://www.w3.org/2001/XMLSchema#"
MODEL = Path(__file__).parents[2] / "docs" / "rdf-model.md"


@pytest.mark.parametrize(
    ("term", "short"),
    [
        (f"<{KGB}agent>", "kgb:agent"),
        (RDF_TYPE, "rdf:type"),
        (f"<{BASE}actor/syrian-army>", "<actor/syrian-army>"),
        (f"<{BASE}mention/K/17-25/quote>", "<mention/K/17-25/quote>"),
        (f"<{BASE}place/حماة>", "<place/حماة>"),
        ("<http://purl.org/dc/terms/>", "<http://purl.org/dc/terms/>"),
        (f"<{BASE}place/a.>", "<place/a.>"),
        (f"<{KGB}a.>", f"<{KGB}a.>"),
        (f"<{BASE}a/../b>", f"<{BASE}a/../b>"),
        (f"<{BASE}a:b/c>", f"<{BASE}a:b/c>"),
        (f"<{BASE}>", f"<{BASE}>"),
        (f'"4"^^<{XSD}integer>', "4"),
        (f'"0.87"^^<{XSD}decimal>', "0.87"),
        (f'"1"^^<{XSD}decimal>', '"1"^^xsd:decimal'),
        (f'"4."^^<{XSD}decimal>', '"4."^^xsd:decimal'),
        (f'"x"^^<{XSD}integer>', '"x"^^xsd:integer'),
        (f'"2024"^^<{XSD}gYear>', '"2024"^^xsd:gYear'),
        ('"نص"@ar', '"نص"@ar'),
        ('"\\"^^<http://x/y>"', '"\\"^^<http://x/y>"'),
        ('"\\"^^<http://x/y>"@ar', '"\\"^^<http://x/y>"@ar'),
    ],
)
def test_terms_are_shortened_only_where_it_is_safe(term, short):
    assert abbreviation(BASE)(term) == short


def _reread(triple: Triple, base: str = BASE) -> list[Triple]:
    rows = [(str(triple.subject), str(triple.predicate), str(triple.object))]
    text = header(base) + "".join(turtle_blocks(rows, abbreviation(base)))
    return [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        [{"language": "ar"}, {}, *({"datatype": NamedNode(XSD + name)} for name in ("integer", "decimal"))]
    ),
)
def test_any_literal_means_the_same_when_read_again(text, kind):
    node = NamedNode(f"{BASE}actor/x")
    triple = Triple(node, node, Literal(text, **kind))
    assert _reread(triple) == [triple]


@given(
    st.sampled_from([BASE, KGB, *PREFIXES.values()]),
    st.text(st.sampled_from("aZ0_-~./:#?()@!$&'*+,;=%ا\u0301\u200f"), max_size=8),
)
def test_any_iri_means_the_same_when_read_again(namespace, local):
    try:
        node = NamedNode(namespace + local.replace("%", "%20"))
    except ValueError:
        reject()
    assert _reread(Triple(node, node, node)) == [Triple(node, node, node)]


@pytest.mark.parametrize("base", ["https://example.org/kg#", "https://example.org/kg/"])
def test_any_base_means_the_same_when_read_again(base):
    node = NamedNode(f"{base}actor/x")
    assert _reread(Triple(node, node, node), base) == [Triple(node, node, node)]


def test_prefixes_are_those_of_the_model():
    _, _, section = MODEL.read_text(encoding="utf-8").partition("## Prefixes")
    listed = {word.strip("`.,") for word in section.split()}
    assert {prefix for prefix in PREFIXES if prefix not in listed} == set()
    given = {namespace for namespace in listed if namespace.startswith("http")}
    assert given <= set(PREFIXES.values())
