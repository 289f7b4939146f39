"""The ontology as owlready2 sees it: its class hierarchy, and whether it is sound.

owlready2 reads Turtle wrongly or not at all, so the file goes in as N-Triples. Every
load has a world of its own: nothing is shared between calls.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from pathlib import Path

import owlready2

from kgbuild.errors import ReasonError
from kgbuild.iris import KGB
from kgbuild.reason.reading import read_n_triples
from kgbuild.resources import ontology_file


@dataclass(frozen=True, slots=True)
class OntologyView:
    """What the ontology says of its own classes, by local name.

    Attributes:
        version: ``owl:versionInfo``.
        parents: class -> its direct superclasses among the own classes.
        properties: object and datatype properties.
        disjoint: pairs of classes that share no member, each pair sorted.
    """

    version: str
    parents: Mapping[str, frozenset[str]]
    properties: frozenset[str]
    disjoint: frozenset[tuple[str, str]]

    def ancestors(self, name: str) -> frozenset[str]:
        """Return all classes above ``name``, without itself unless it stands in a loop."""
        found: set[str] = set()
        waiting = list(self.parents[name])
        while waiting:
            above = waiting.pop()
            if above not in found:
                found.add(above)
                waiting.extend(self.parents[above])
        return frozenset(found)

    def descendants(self, name: str) -> frozenset[str]:
        """Return all classes below ``name``."""
        return frozenset(below for below in self.parents if name in self.ancestors(below))


def load_ontology(path: Path | None = None) -> OntologyView:
    """Load the shipped ontology, or the one at ``path``.

    Raises:
        ReasonError: the file cannot be read or is not good RDF.
    """
    ontology = _load(path)
    return OntologyView(
        version=str(next(iter(ontology.metadata.versionInfo), "")),
        parents=_parents(ontology),
        properties=frozenset(_own_names(ontology.properties())),
        disjoint=frozenset(_disjoint_pairs(ontology)),
    )


def check_ontology(path: Path | None = None) -> tuple[str, ...]:
    """Return what is wrong with the class hierarchy, sorted; nothing where it is sound. Needs no Java.

    Finds classes that are above themselves and classes below two that share no member.
    :func:`unsatisfiable_classes` finds what takes a reasoner.

    Raises:
        ReasonError: the file cannot be read or is not good RDF.
    """
    view = load_ontology(path)
    problems = []
    for name in view.parents:
        above = view.ancestors(name)
        if name in above:
            problems.append(f"{name} is a subclass of itself")
        problems += [
            f"{name} is below {first} and {second}, which are disjoint"
            for first, second in view.disjoint
            if {first, second} <= above | {name}
        ]
    return tuple(sorted(problems))


def unsatisfiable_classes(path: Path | None = None) -> tuple[str, ...]:
    """Return the IRIs of the classes that can have no member, by the HermiT reasoner, sorted.

    Raises:
        ReasonError: there is no Java, HermiT fails, or the ontology contradicts itself.
    """
    if shutil.which(owlready2.JAVA_EXE) is None:
        raise ReasonError(
            f"HermiT needs Java, and there is no {owlready2.JAVA_EXE!r}",
            hint="install a Java runtime; check_ontology works without",
        )
    ontology = _load(path)
    try:
        owlready2.sync_reasoner_hermit(ontology.world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        raise ReasonError("the ontology contradicts itself", where=str(_place(path))) from error
    except owlready2.OwlReadyJavaError as error:
        raise ReasonError(f"HermiT failed: {error}", where=str(_place(path))) from error
    return tuple(sorted(found.iri for found in ontology.world.inconsistent_classes() if found is not owlready2.Nothing))


def _place(path: Path | None) -> Path:
    return path or ontology_file("kgbuild.ttl")


def _load(path: Path | None) -> owlready2.Ontology:
    ontology = owlready2.World().get_ontology(KGB.rstrip("#"))
    return ontology.load(fileobj=BytesIO(read_n_triples(_place(path))))


def _is_own(entity: object) -> bool:
    """Whether it is a named term of the ontology itself: no restriction, nothing of another vocabulary."""
    return str(getattr(entity, "iri", "")).startswith(KGB)


def _own_names(entities: Iterable[object]) -> Iterator[str]:
    return (str(getattr(entity, "name", "")) for entity in entities if _is_own(entity))


def _parents(ontology: owlready2.Ontology) -> dict[str, frozenset[str]]:
    """Ask the triples and not the Python classes, which cannot hold a loop and drop it."""
    above: dict[str, set[str]] = {name: set() for name in _own_names(ontology.classes())}
    for lower, upper in ontology.world.sparql("SELECT ?lower ?upper { ?lower rdfs:subClassOf ?upper }"):
        if _is_own(lower) and _is_own(upper):
            above[lower.name].add(upper.name)
    return {name: frozenset(names) for name, names in above.items()}


def _disjoint_pairs(ontology: owlready2.Ontology) -> Iterator[tuple[str, str]]:
    for axiom in ontology.disjoint_classes():
        yield from combinations(sorted(_own_names(axiom.entities)), 2)
