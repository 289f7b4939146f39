"""Write the reference of the ontology as one page of HTML in Arabic and English.

    python scripts/ontology_page.py [FILE]

The page stands in build/ontology.html unless another file is named. It needs nothing else: no script, no font, no
address is asked. Own program, as pyLODE 3.4.1 does not start on Python 3.11 and pages of later ones know one language.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from ontology_terms import KINDS, ONTOLOGY, Code, Sources, Term, Value, both, codes, terms
from rdflib import OWL, URIRef
from rdflib.namespace import DCTERMS

from kgbuild.iris import KGB

HERE = Path(__file__).parent
TARGET = HERE.parent / "build" / "ontology.html"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(sources: Sources) -> str:
    """Return the page."""
    found, schemes = terms(sources), codes(sources)
    labels = {KGB + term.name: term.label for term in found} | {code.iri: code.label for code in schemes}
    names = _prefixed(sources) | {code.iri: f"{code.scheme.upper()} {code.notation}" for code in schemes}
    show = _Shower(labels, names)
    english, arabic = both(sources.ontology, ONTOLOGY, DCTERMS.title)
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(english)} · {escape(arabic)}</title>",
        f"<style>\n{(HERE / 'ontology_page.css').read_text(encoding='utf-8')}</style>\n</head>\n<body>",
        *_head(sources),
        *_contents(found),
        "<main>",
        *(line for kind in KINDS for line in _section(kind, [term for term in found if term.kind == kind], show)),
        *_codes(schemes, show),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


class _Shower:
    """How terms and texts look on the page."""

    def __init__(self, labels: dict[str, tuple[str, str]], names: dict[str, str]) -> None:
        self._labels = labels
        self._names = names

    def value(self, value: Value) -> str:
        if value.text:
            return two(*value.text)
        word = f"{said(value.word)} " if value.word else ""
        return word + self.term(value.iri) if value.iri else word

    def term(self, iri: str) -> str:
        """A link to the term on this page, or in its own vocabulary."""
        name = self._names.get(iri, iri)
        target = f"#{iri.removeprefix(KGB)}" if iri.startswith(KGB) else iri
        if iri in self._labels and not iri.startswith(KGB):
            target = f"#{code_anchor(name)}"
        english, arabic = self._labels.get(iri, ("", ""))
        title = f' title="{escape(f"{english} · {arabic}")}"' if english else ""
        return f'<a href="{escape(target)}"{title}><bdi>{escape(name)}</bdi></a>'


def _prefixed(sources: Sources) -> dict[str, str]:
    """How terms are written short, by the prefixes of the files."""
    graphs = (sources.ontology, sources.alignments, sources.shapes)
    iris = {str(term) for graph in graphs for triple in graph for term in triple if isinstance(term, URIRef)}
    names: dict[str, str] = {}
    for prefix, namespace in (pair for graph in graphs for pair in graph.namespaces()):
        if prefix:
            names |= {iri: f"{prefix}:{iri.removeprefix(namespace)}" for iri in iris if iri.startswith(str(namespace))}
    return names | {iri: iri.removeprefix(KGB) for iri in iris if iri.startswith(KGB)}


def _head(sources: Sources) -> Iterator[str]:
    graph = sources.ontology
    yield f"<header>\n<h1>{two(*both(graph, ONTOLOGY, DCTERMS.title))}</h1>"
    yield f'<div class="about">{two(*both(graph, ONTOLOGY, DCTERMS.description))}</div>\n<ul class="facts">'
    about = {
        "version": graph.value(ONTOLOGY, OWL.versionInfo),
        "namespace": KGB,
        "licence": graph.value(ONTOLOGY, DCTERMS.license),
    }
    yield from (f"<li>{said(key)}: <bdi>{escape(str(value))}</bdi></li>" for key, value in about.items() if value)
    yield "</ul>\n</header>"


def _contents(found: list[Term]) -> Iterator[str]:
    yield f"<nav>\n<h2>{said('contents')}</h2>"
    for kind, members in groupby(found, key=lambda term: term.kind):
        links = [f'<a href="#{term.name}" title="{escape(" · ".join(term.label))}">{term.name}</a>' for term in members]
        yield f'<details open>\n<summary><a href="#{kind}">{said(kind)}</a> ({len(links)})</summary>'
        yield f"<p>{' '.join(links)}</p>\n</details>"
    yield f'<p><a href="#codes">{said("codes")}</a></p>\n</nav>'


def _section(kind: str, members: list[Term], show: _Shower) -> Iterator[str]:
    yield f'<section id="{kind}">\n<h2>{said(kind)}</h2>'
    for term in members:
        yield f'<article id="{term.name}">\n<h3><a href="#{term.name}">{term.name}</a></h3>'
        yield f'<p class="label">{two(*term.label)}</p>\n<p class="definition">{two(*term.definition)}</p>'
        if term.facts:
            yield f"<table>{''.join(_fact(key, values, show) for key, values in term.facts)}</table>"
        yield "</article>"
    yield "</section>"


def _fact(key: str, values: Iterable[Value], show: _Shower) -> str:
    shown = "".join(f"<li>{show.value(value)}</li>" for value in values)
    return f'<tr><th scope="row">{said(key)}</th><td><ul>{shown}</ul></td></tr>\n'


def _codes(schemes: list[Code], show: _Shower) -> Iterator[str]:
    yield f'<section id="codes">\n<h2>{said("codes")}</h2>'
    for scheme, members in groupby(schemes, key=lambda code: code.scheme):
        yield f"<h3>{escape(scheme.upper())}</h3>\n<table>"
        for code in members:
            name = f"{scheme.upper()} {code.notation}"
            classes = " ".join(show.term(iri) for iri in code.classes)
            yield (
                f'<tr id="{code_anchor(name)}"><th scope="row"><bdi>{escape(code.notation)}</bdi></th>'
                f"<td>{two(*code.label)}</td><td>{classes}</td></tr>"
            )
        yield "</table>"
    yield "</section>"


def code_anchor(name: str) -> str:
    """Return the id under which a code stands on the page."""
    return "code-" + "".join(letter if letter.isalnum() else "-" for letter in name)


def two(english: str, arabic: str) -> str:
    """Return a text in both languages, side by side, each in its direction."""
    texts = (("en", "ltr", english), ("ar", "rtl", arabic))
    return " ".join(
        f'<span class="{language}" lang="{language}" dir="{direction}">{escape(text)}</span>'
        for language, direction, text in texts
    )


def said(key: str) -> str:
    """Return a word of the page in both languages."""
    english, arabic = _words()[key]
    return f'<span lang="en">{escape(english)}</span> <span lang="ar" dir="rtl">{escape(arabic)}</span>'


@cache
def _words() -> dict[str, tuple[str, str]]:
    lines = (HERE / "ontology_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: (english, arabic) for key, english, arabic in rows}


def main() -> int:
    """Write the page."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(Sources()), encoding="utf-8")
    print(f"written to {target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
