"""From a name as a person types it to the IRIs of what bears it in the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from kgbuild.ask.question import ParameterType
from kgbuild.ask.table import Table
from kgbuild.errors import QueryError
from kgbuild.folding import fold
from kgbuild.iris import KGB
from kgbuild.labels import EntityType

Ask = Callable[[str], Table]
"""Runs the text of a query and gives its answer: on a store, or on an endpoint."""

_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>|<http://www.w3.org/2004/02/skos/core#altLabel>"
_MENTION = f"^<{KGB}denotes>/<http://www.w3.org/ns/oa#hasSelector>/<http://www.w3.org/ns/oa#exact>"
_SHORTEST_STEM = 3


def name_key(name: str) -> str:
    """Return the form under which two spellings of a name are one.

    Hamza seats, final ta marbuta and alef maqsura, vowel marks, quotes, the
    article ``ال`` of each word, and the case of Latin letters make no difference.
    (The article goes after the hamza, as «ألمانيا» is often written «المانيا».)
    """
    return " ".join(_without_article(word) for word in fold(name).casefold().split())


def find_entities(name: str, kind: ParameterType, ask: Ask) -> tuple[str, ...]:
    """Return the IRIs of all entities of ``kind`` that are called ``name``, sorted.

    Labels decide (``rdfs:label``, ``skos:altLabel``); only a name that is no
    label is sought among the words by which the documents mention things.

    Raises:
        QueryError: nothing is called so; the hint gives the closest labels.
    """
    labels = _bearers(_LABEL, kind, ask)
    found = labels.get(name_key(name)) or _bearers(_MENTION, kind, ask).get(name_key(name))
    if not found:
        raise QueryError(f"no {kind} is called {name!r}", hint=_suggestion(name, labels))
    return tuple(sorted({iri for iri, _ in found}))


def _without_article(word: str) -> str:
    stem = word.removeprefix("ال")
    return stem if len(stem) >= _SHORTEST_STEM else word


def _bearers(path: str, kind: ParameterType, ask: Ask) -> dict[str, list[tuple[str, str]]]:
    """Key -> (IRI, name as written) of the entities of ``kind`` that a property path leads from to a name."""
    classes = " ".join(f"<{KGB}{member.value}>" for member in EntityType if _is(kind, member))
    query = (
        f"SELECT DISTINCT ?thing ?name WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class ; {path} ?name }}"
        " ORDER BY ?name ?thing"
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for iri, name in ask(query).rows:
        if iri and name:
            found.setdefault(name_key(name), []).append((iri, name))
    return found


def _is(kind: ParameterType, entity_type: EntityType) -> bool:
    match kind:
        case ParameterType.ACTOR:
            return entity_type.is_actor
        case ParameterType.PLACE:
            return entity_type.is_place
        case ParameterType.OPERATION:
            return entity_type is EntityType.OPERATION
        case _:
            return True


def _suggestion(name: str, labels: dict[str, list[tuple[str, str]]]) -> str | None:
    close = _close(name_key(name), sorted(labels))
    return f"close to it: {'، '.join(labels[key][0][1] for key in close)}" if close else None


def _close(key: str, keys: Iterable[str]) -> list[str]:
    """Near spellings first, then longer names that contain the words."""
    keys = list(keys)
    near = get_close_matches(key, keys, n=4, cutoff=0.6)
    holding = [other for other in keys if f" {key} " in f" {other} " and other not in near]
    return (near + holding)[:4]
