"""The component that marks names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate, choose
from kgbuild.analyse.names.gazetteer import find_known
from kgbuild.analyse.names.groups import find_groups
from kgbuild.analyse.names.operations import find_operations
from kgbuild.analyse.names.persons import find_persons, short_forms, titles
from kgbuild.analyse.names.places import find_places
from kgbuild.analyse.names.populations import find_populations
from kgbuild.docview import DocView, Layer, Marked, read_layer, view, write_layer

FIELDS = ("rule", "key", "title", "title_start", "strength")


@Language.component("kgb_names", requires=["doc.spans"], assigns=["doc.spans"])
def mark_names(doc: Doc) -> Doc:
    """Write the layer ``names``, labelled with the entity type; needs the layers of numbers and times."""
    seen = view(doc)
    numbers = frozenset(t for mark in read_layer(doc, Layer.NUMBERS) for t in range(mark.start, mark.end))
    times = {t for mark in read_layer(doc, Layer.TIMES) for t in range(mark.start, mark.end)}
    marked = [_mark(candidate) for candidate in find_names(seen, numbers) if candidate.start not in times]
    write_layer(doc, Layer.NAMES, marked, fields=FIELDS)
    write_layer(doc, Layer.TITLES, list(_titles(seen)), fields=("body",))
    write_layer(doc, Layer.NISBAS, list(_nisbas(seen)), fields=("states",))
    return doc


def _titles(seen: DocView) -> Iterator[Marked]:
    """Posts and titles, also those without a name beside them."""
    for at in range(len(seen.norms)):
        found = titles().match(seen.norms, at)
        if found:
            end, (kind, body) = found
            yield Marked(at, end, kind, {"body": body})


def _nisbas(seen: DocView) -> Iterator[Marked]:
    """Adjectives of nationality with the states that they may mean."""
    for at, norm in enumerate(seen.norms):
        if norm in words.nisbas():
            yield Marked(at, at + 1, "nisba", {"states": list(words.nisbas()[norm])})


def find_names(seen: DocView, numbers: frozenset[int]) -> list[Candidate]:
    """Return the names of a document that do not overlap, in text order."""
    found = [c for sentence in seen.sentences for c in _sentence_names(seen.norms, sentence, numbers)]
    chosen = choose(found)
    taken = {token for candidate in chosen for token in range(candidate.start, candidate.end)}
    persons = [candidate for candidate in chosen if candidate.type == "Person"]
    return choose([*chosen, *short_forms(seen.norms, persons, taken)])


def _sentence_names(norms: Sequence[str], sentence: tuple[int, int], numbers: frozenset[int]) -> Iterator[Candidate]:
    start, end = sentence
    yield from find_known(norms, start, end)
    yield from find_groups(norms, start, end)
    yield from find_places(norms, start, end)
    yield from find_persons(norms, start, end)
    yield from find_operations(norms, start, end)
    yield from find_populations(norms, start, end, numbers)


def _mark(candidate: Candidate) -> Marked:
    attrs = {name: getattr(candidate, name) for name in FIELDS}
    return Marked(candidate.start, candidate.end, candidate.type, attrs | {"strength": int(candidate.strength)})
