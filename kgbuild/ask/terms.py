"""From a typed value to an RDF term, checked by the parameter's type."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import NoReturn

import pyoxigraph as ox

from kgbuild.ask.question import Parameter, ParameterType
from kgbuild.errors import QueryError
from kgbuild.iris import KGB
from kgbuild.labels import EventType

Term = ox.NamedNode | ox.Literal
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+")
# Pattern, XML Schema type, and what makes a whole day of it.
_DATES = (
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "date", ""),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "gYearMonth", "-01"),
    (re.compile(r"[0-9]{4}"), "gYear", "-01-01"),
)
_IRI_START = re.compile(r"https?://|urn:|<")


def looks_like_iri(value: str) -> bool:
    """Whether ``value`` is meant as an IRI and not as a name or a text."""
    return _IRI_START.match(value) is not None


def to_term(parameter: Parameter, value: str) -> Term:
    """Return ``value`` as the term that the parameter's type asks for; names count as IRIs here.

    Raises:
        QueryError: the value is not of that type; the hint says what is.
    """
    match parameter.type:
        case ParameterType.EVENT_TYPE:
            return _event_type(parameter, value)
        case ParameterType.DATE:
            return _date(value) or _reject(parameter, value, "a day, month or year: 2024-11-30, 2024-11 or 2024")
        case ParameterType.INTEGER:
            return _number(value, _INTEGER, "integer") or _reject(parameter, value, "a whole number")
        case ParameterType.TEXT:
            return ox.Literal(value)
        case ParameterType.VALUE:
            return _guess(parameter, value)
        case _:
            return _iri(parameter, value)


def _guess(parameter: Parameter, value: str) -> Term:
    """Type a value by its looks, for a file whose header does not tell the type."""
    if looks_like_iri(value):
        return _iri(parameter, value)
    full_date = _date(value) if "-" in value.lstrip("-") else None
    number = _number(value, _INTEGER, "integer") or _number(value, _DECIMAL, "decimal")
    return full_date or number or ox.Literal(value)


def _iri(parameter: Parameter, value: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(value.removeprefix("<").removesuffix(">"))
    except ValueError:
        _reject(parameter, value, "an absolute IRI such as https://example.org/x")


def _date(value: str) -> ox.Literal | None:
    for pattern, datatype, rest in _DATES:
        if pattern.fullmatch(value) and _is_day(value + rest):
            return ox.Literal(value, datatype=ox.NamedNode(_XSD + datatype))
    return None


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _number(value: str, pattern: re.Pattern[str], datatype: str) -> ox.Literal | None:
    return ox.Literal(value, datatype=ox.NamedNode(_XSD + datatype)) if pattern.fullmatch(value) else None


def _event_type(parameter: Parameter, value: str) -> ox.NamedNode:
    names = {member.value.casefold(): member.value for member in EventType}
    if value.casefold() not in names:
        close = get_close_matches(value.casefold(), names, n=4, cutoff=0.5) or names
        _reject(parameter, value, f"one of {', '.join(names[key] for key in close)}")
    return ox.NamedNode(KGB + names[value.casefold()])


def _reject(parameter: Parameter, value: str, wanted: str) -> NoReturn:
    raise QueryError(f"{value!r} is no value for {parameter.name!r}", hint=f"give {wanted}")
