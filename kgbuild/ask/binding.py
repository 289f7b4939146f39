"""Put the asker's values into a query as RDF terms.

A value never becomes part of the query's text as it was typed: it is made an RDF
term first, which the RDF library checks and writes (N-Triples syntax, with every
quote, backslash and line break escaped). The only thing replaced in a query is its
own marker ``VALUES ?name { UNDEF }``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kgbuild.ask.names import Ask, find_entities
from kgbuild.ask.question import MARKER, Parameter, Question
from kgbuild.ask.terms import Term, looks_like_iri, to_term
from kgbuild.errors import QueryError


def bind(question: Question, values: Mapping[str, str], ask: Ask) -> str:
    """Return the query's text with ``values`` (name -> what was typed) filled in.

    Blank values count as absent. ``ask`` runs the look-up of names.

    Raises:
        QueryError: a value is missing, not foreseen, of the wrong type, or names nothing in the graph.
    """
    given = {name: value.strip() for name, value in values.items() if value.strip()}
    _refuse_unknown(question, given)
    filled = {item.name: given.get(item.name, item.default) for item in question.parameters}
    _refuse_missing(question, filled)
    terms = {item.name: _terms(item, filled[item.name], ask) for item in question.parameters}
    return MARKER.sub(lambda match: _values(match, terms[match["name"]]), question.text)


def _refuse_unknown(question: Question, given: Mapping[str, str]) -> None:
    known = [item.name for item in question.parameters]
    for name in sorted(set(given) - set(known)):
        hint = f"it has: {', '.join(known)}" if known else f"write VALUES ?{name} {{ UNDEF }} where its value shall go"
        raise QueryError(f"the question has no parameter {name!r}", where=question.name, hint=hint)


def _refuse_missing(question: Question, filled: Mapping[str, str | None]) -> None:
    missing = [item for item in question.parameters if item.required and filled[item.name] is None]
    if missing:
        hint = "; ".join(f"{item.name}=… ({item.type}: {item.description})" for item in missing)
        raise QueryError("a value is missing", where=question.name, hint=hint)


def _values(match: re.Match[str], terms: tuple[Term, ...]) -> str:
    if not terms:
        return match[0]
    return f"VALUES ?{match['name']} {{ {' '.join(str(term) for term in terms)} }}"


def _terms(parameter: Parameter, value: str | None, ask: Ask) -> tuple[Term, ...]:
    if value is None:
        return ()
    if parameter.type.is_name and not looks_like_iri(value):
        return tuple(ox.NamedNode(iri) for iri in find_entities(value, parameter.type, ask))
    return (to_term(parameter, value),)
