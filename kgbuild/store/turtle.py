r"""Sorted N-Triples terms as Turtle and TriG that a person can read.

pyoxigraph's own serializer is not used here: it writes its prefixes in an order that
changes from run to run, and ``id:actor\/x`` where ``<actor/x>`` under a ``@base`` says the same.
Terms come in as N-Triples writes them, so that every string is already escaped;
only IRIs and numbers are shortened (https://www.w3.org/TR/turtle/#sec-iri, #abbrev).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from kgbuild.iris import KGB

RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_XSD = "http://www.w3.org/2001/XMLSchema#"

# ``docs/rdf-model.md``, Prefixes; ``id`` is the namespace of the data, which can be set.
PREFIXES = {
    "kgb": KGB,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": _XSD,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "time": "http://www.w3.org/2006/time#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "dct": "http://purl.org/dc/terms/",
}

Row = tuple[str, str, str]
"""Subject, predicate and object, each as N-Triples writes it."""

_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_LOCAL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
# What can stand relative to the base without changing its meaning: no colon, no dot segment.
_RELATIVE = re.compile(r"[\w~-][\w.~-]*(?:/[\w~-][\w.~-]*)+")
_TYPED = re.compile(r'(".*")\^\^<(.*)>')
_BARE_NUMBER = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}


def header(base: str) -> str:
    """Return the ``@base`` and ``@prefix`` lines, and a blank one."""
    lines = [f"@base <{base}> .", f"@prefix id: <{base}> ."]
    lines += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    return "\n".join(lines) + "\n\n"


def abbreviation(base: str) -> Callable[[str], str]:
    """Return a function that shortens one N-Triples term for a file with ``header(base)``."""

    @lru_cache(maxsize=4096)  # predicates, classes and frequent nodes make up most terms
    def shorten_iri(iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix, local = _NAMESPACES.get(iri[:cut]), iri[cut:]
        if prefix and _LOCAL_NAME.fullmatch(local):
            return f"{prefix}:{local}"
        if base.endswith("/") and iri.startswith(base) and _RELATIVE.fullmatch(iri, len(base)):
            return f"<{iri[len(base) :]}>"
        return f"<{iri}>"

    def shorten(term: str) -> str:
        if term.startswith("<"):
            return shorten_iri(term[1:-1])
        typed = _TYPED.fullmatch(term) if term.endswith(">") else None
        if typed is None:
            return term
        lexical, datatype = typed.groups()
        number = _BARE_NUMBER.get(datatype)
        bare = lexical[1:-1]
        return bare if number and number.fullmatch(bare) else f"{lexical}^^{shorten_iri(datatype)}"

    return shorten


def expansion(base: str) -> Callable[[str], str]:
    """Return a function that gives back the IRI, without brackets, that :func:`abbreviation` shortened."""

    def expand(token: str) -> str:
        if not token.startswith("<"):
            prefix, _, local = token.partition(":")
            return PREFIXES[prefix] + local
        iri = token[1:-1]
        # What stands relative to the base has no colon; every whole IRI has one, after its scheme.
        return iri if ":" in iri else base + iri

    return expand


def turtle_blocks(rows: Iterable[Row], shorten: Callable[[str], str], *, indent: str = "") -> Iterator[str]:
    """Yield one block for each subject of ``rows``, which are sorted by subject and predicate."""
    for subject, about in groupby(rows, key=itemgetter(0)):
        facts = []
        for predicate, same in groupby(about, key=itemgetter(1)):
            verb = "a" if predicate == RDF_TYPE else shorten(predicate)
            facts.append(f"{verb} {', '.join(shorten(row[2]) for row in same)}")
        yield f"{indent}{shorten(subject)} " + f" ;\n{indent}  ".join(facts) + " .\n"
