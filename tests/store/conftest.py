"""Quads of two documents that share a thing, with strings that are hard to write."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kgbuild.iris import BASE, KGB
from kgbuild.store import GraphWriter

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"

NASTY = (
    'قال: "هدنة" \\ وانتهى',
    "تــطــويــل",
    "\u202eمقلوب\u202c \u200f\u200d\ufeff",
    "سطر\r\nوسطر\tوجدول\u2028وفاصل\x85",
    "\x01\x0b\x7f",
    "'''\"\"\" <http://x/> @ar ^^<y> . } {",
    '"^^<http://x/y>',
    "😀 \U0010ffff",
    "",
)


def _document(key: str) -> list[Quad]:
    graph, actor, event = (NamedNode(f"{BASE}{name}") for name in (f"graph/{key}", "actor/x", f"event/{key}"))
    label, kind = NamedNode(f"{RDFS}label"), NamedNode(f"{RDF}type")
    facts = [
        (event, NamedNode(f"{KGB}agent"), actor),
        (event, kind, NamedNode(f"{KGB}Seizure")),
        (event, NamedNode(f"{KGB}count"), Literal(4)),
        (event, NamedNode(f"{KGB}confidence"), Literal("0.87", datatype=NamedNode(f"{XSD}decimal"))),
        (event, NamedNode(f"{KGB}date"), Literal("2024-11", datatype=NamedNode(f"{XSD}gYearMonth"))),
        (event, NamedNode("http://www.w3.org/2002/07/owl#sameAs"), NamedNode("https://example.org/حدث/1(a),b;c#d.e")),
        (NamedNode(f"{BASE}actor/x/point"), label, Literal("نقطة", language="ar")),
        (actor, kind, NamedNode(f"{KGB}Actor")),
        *((actor, label, Literal(text, language="ar")) for text in NASTY),
        *((actor, NamedNode(f"{KGB}trigger"), Literal(text)) for text in NASTY),
    ]
    return [Quad(*fact, graph) for fact in facts]


@pytest.fixture
def documents() -> list[list[Quad]]:
    return [_document("b"), _document("a")]


def written(folder: Path, documents: list[list[Quad]], base: str = BASE) -> GraphWriter:
    """Write documents' graphs to a folder at once, and return the writer."""
    writer = GraphWriter(folder, base=base)
    for quads in documents:
        writer.add(quads)
    writer.finish({})
    return writer
