"""A description of the graph as a data set, ``dataset.ttl``: what it holds, from when, from whom, in which files.

Source: VoID, https://www.w3.org/TR/void/ (triples, partitions by class and property, vocabularies, example resources),
and DCAT 3, https://www.w3.org/TR/vocab-dcat-3/ (title, period, languages, distributions). What is not known is not
said: no licence, which the texts' publishers would have to give, no address of the files, and no date of making, as
there is no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from kgbuild.iris import KGB, digest
from kgbuild.store.census import Census
from kgbuild.store.names import N_QUADS, TRIG, TURTLE
from kgbuild.store.replacing import write_text
from kgbuild.store.turtle import PREFIXES, RDF_TYPE, abbreviation, header, turtle_blocks
from kgbuild.version import VERSION

TITLES = {"en": "Event knowledge graph of Arabic news", "ar": "الرسم المعرفي لأحداث الأخبار العربية"}
DESCRIPTIONS = {
    "en": "What the news items tell: who did what, to whom, where and when, who says so and who denies it; each with "
    "the sentence that it stands on.",
    "ar": "ما ترويه الأخبار: من فعل ماذا وبمن وأين ومتى، ومن يقول ذلك ومن ينفيه، ومع كل خبر الجملة التي يستند إليها.",
}
_VOID, _DCAT, _FORMATS = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/dcat#", "http://www.w3.org/ns/formats/"
_DCT, _PROV, _XSD, _SCHEMA = PREFIXES["dct"], PREFIXES["prov"], PREFIXES["xsd"], PREFIXES["schema"]
_OWN_PREFIXES = {"void": _VOID, "dcat": _DCAT}
_LOC = "http://id.loc.gov/vocabulary/iso639-1/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
# File: name of the format in the W3C's list, media type.
_FILES = {
    TURTLE: ("Turtle", "text/turtle"),
    TRIG: ("TriG", "application/trig"),
    N_QUADS: ("N-Quads", "application/n-quads"),
}

# What a thing says of itself: predicate, and value as N-Triples writes it.
_Facts = list[tuple[str, str]]


def write_description(census: Census, sizes: Mapping[str, int], target: Path) -> None:
    """Describe a graph to the file ``target``; the same graph gives the same bytes.

    Args:
        census: what the graph holds.
        sizes: file of the graph -> its bytes.
        target: where the description goes.

    Raises:
        StoreError: the target cannot be written.
    """
    base = census.base
    blocks = turtle_blocks(_rows(census, {name: sizes[name] for name in _FILES}, base), _abbreviation(base))
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _OWN_PREFIXES.items())
    write_text(target, prefixes + header(base) + "".join(f"{block}\n" for block in blocks))


def _abbreviation(base: str) -> Callable[[str], str]:
    """As in the graph's own files, and with the two vocabularies that only stand here."""
    shorten = abbreviation(base)

    def also(term: str) -> str:
        for prefix, namespace in _OWN_PREFIXES.items():
            if term.startswith(f"<{namespace}"):
                return f"{prefix}:{term[len(namespace) + 1 : -1]}"
        return shorten(term)

    return also


def _rows(census: Census, sizes: dict[str, int], base: str) -> Iterator[tuple[str, str, str]]:
    """The dataset first, then its parts in the order in which it names them."""
    dataset = f"{base}dataset"
    parts = [
        *_classes(census, dataset), *_properties(census, dataset), *_distributions(sizes, dataset),
        *_sources(census, dataset), *_period(census, dataset),
    ]  # fmt: skip
    links = [(predicate, _iri(node)) for predicate, node, _ in parts]
    yield from _rows_of(dataset, [*_about(census, base), *links])
    for _, node, facts in parts:
        yield from _rows_of(node, facts)


def _rows_of(subject: str, facts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    written = (
        (_iri(subject), RDF_TYPE if predicate == "a" else _iri(predicate), value) for predicate, value in set(facts)
    )
    # Types come first, as in the graph's own files.
    yield from sorted(written, key=lambda row: (row[1] != RDF_TYPE, row))


def _about(census: Census, base: str) -> _Facts:
    terms = [*census.classes, *census.properties]
    return [
        ("a", _iri(f"{_VOID}Dataset")),
        ("a", _iri(f"{_DCAT}Dataset")),
        *((f"{_DCT}title", _text(title, language)) for language, title in TITLES.items()),
        *((f"{_DCT}description", _text(text, language)) for language, text in DESCRIPTIONS.items()),
        *((f"{_DCT}language", _iri(f"{_LOC}{tag}")) for tag in census.languages if len(tag) == 2),
        (f"{_DCT}conformsTo", _iri(KGB.rstrip("#"))),
        (f"{_PROV}wasAttributedTo", _iri(f"{base}software/kgbuild-{VERSION}")),
        (f"{_VOID}uriSpace", _text(base)),
        (f"{_VOID}triples", _number(census.triples)),
        (f"{_VOID}distinctSubjects", _number(census.subjects)),
        (f"{_VOID}classes", _number(len(census.classes))),
        (f"{_VOID}properties", _number(len(census.properties))),
        *((f"{_VOID}vocabulary", _iri(_namespace(term))) for term in terms),
        *((f"{_VOID}exampleResource", _iri(example)) for example in census.examples.values()),
        *((f"{_VOID}feature", _iri(f"{_FORMATS}{name}")) for name, _ in _FILES.values()),
    ]


# How the dataset names a part, the part's IRI, and what it says of itself.
_Part = tuple[str, str, _Facts]


def _classes(census: Census, dataset: str) -> Iterator[_Part]:
    for name, members in sorted(census.classes.items()):
        facts = [(f"{_VOID}class", _iri(name)), (f"{_VOID}entities", _number(members))]
        yield f"{_VOID}classPartition", f"{dataset}/class/{_local(name)}", facts


def _properties(census: Census, dataset: str) -> Iterator[_Part]:
    for name, triples in sorted(census.properties.items()):
        facts = [
            (f"{_VOID}property", _iri(name)),
            (f"{_VOID}triples", _number(triples)),
            (f"{_VOID}distinctSubjects", _number(census.bearers[name])),
        ]
        yield f"{_VOID}propertyPartition", f"{dataset}/property/{_local(name)}", facts


def _distributions(sizes: dict[str, int], dataset: str) -> Iterator[_Part]:
    for file, (form, media) in _FILES.items():
        facts = [
            ("a", _iri(f"{_DCAT}Distribution")),
            (f"{_DCT}title", _text(file)),
            (f"{_DCT}format", _iri(f"{_FORMATS}{form}")),
            (f"{_DCAT}mediaType", _iri(f"{_MEDIA}{media}")),
            (f"{_DCAT}byteSize", _number(sizes[file], "nonNegativeInteger")),
        ]
        yield f"{_DCAT}distribution", f"{dataset}/file/{file}", facts


def _sources(census: Census, dataset: str) -> Iterator[_Part]:
    """Whose news items it was made of: the publisher of the data set itself is not known."""
    for name, documents in sorted(census.publishers.items()):
        facts = [
            ("a", _iri(f"{_SCHEMA}Collection")),
            (f"{_SCHEMA}publisher", _text(name)),
            (f"{_SCHEMA}collectionSize", _number(documents)),
        ]
        yield f"{_DCT}source", f"{dataset}/source/{digest(name)}", facts


def _period(census: Census, dataset: str) -> Sequence[_Part]:
    """From the first to the last day on which a document was published."""
    if not census.days:
        return ()
    # Days of ISO 8601 stand in the order of their letters.
    first, last = (_text(day, datatype=f"{_XSD}date") for day in (min(census.days), max(census.days)))
    facts = [("a", _iri(f"{_DCT}PeriodOfTime")), (f"{_DCAT}startDate", first), (f"{_DCAT}endDate", last)]
    return ((f"{_DCT}temporal", f"{dataset}/period", facts),)


def _namespace(term: str) -> str:
    return term[: max(term.rfind("#"), term.rfind("/")) + 1]


def _local(term: str) -> str:
    """Return a name for a part about a class or property: ``kgb-Seizure``, a hash where the namespace is unknown."""
    namespace = _namespace(term)
    prefix = next((prefix for prefix, known in PREFIXES.items() if known == namespace), None)
    return f"{prefix}-{term.removeprefix(namespace)}" if prefix else digest(term)


def _iri(iri: str) -> str:
    return str(ox.NamedNode(iri))


def _number(number: int, kind: str = "integer") -> str:
    return _text(str(number), datatype=f"{_XSD}{kind}")


def _text(text: str, language: str | None = None, *, datatype: str | None = None) -> str:
    return str(ox.Literal(text, language=language, datatype=ox.NamedNode(datatype) if datatype else None))
