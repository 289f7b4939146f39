"""What follows from a graph and the ontology: types and relations between things, by rules or by a DL reasoner.

Reasoned over are the types and the relations among named things of the ``kgb:`` vocabulary. Literals stay out: HermiT
refuses ``xsd:date`` and its like, and nothing here follows from them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from io import BytesIO

import owlready2
import pyoxigraph as ox

from kgbuild.errors import ReasonError
from kgbuild.iris import BASE, KGB
from kgbuild.reason.reading import read_n_triples
from kgbuild.reason.rules import close, contradiction
from kgbuild.resources import ontology_file
from kgbuild.settings import Reasoner

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_INDIVIDUAL = ox.NamedNode("http://www.w3.org/2002/07/owl#NamedIndividual")
_DERIVED_FROM = ox.NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
_OWL = "http://www.w3.org/2002/07/owl#"
_FILES = ("kgbuild.ttl", "alignments.ttl")


def infer(store: ox.Store, reasoner: Reasoner, *, base: str = BASE) -> list[ox.Quad]:
    """Return what follows from the graphs of ``store`` and is not in them, sorted, in ``{base}graph/inferred``.

    Raises:
        ReasonError: the graph contradicts the ontology, there is no Java, or the reasoner fails.
    """
    told = {quad.triple for quad in store if _is_reasoned_over(quad)}
    found = _by_rules(told) if reasoner is Reasoner.RL else _by_java(told, reasoner)
    things = _things(told)
    graph = ox.NamedNode(f"{base}graph/inferred")
    quads = [
        ox.Quad(triple.subject, triple.predicate, triple.object, graph)
        for triple in found - told
        if triple.subject in things and _is_news(triple)
    ]
    head = [ox.Quad(graph, _TYPE, ox.NamedNode(f"{KGB}DerivedGraph"), graph)]
    head += [
        ox.Quad(graph, _DERIVED_FROM, name, graph) for name in store.named_graphs() if isinstance(name, ox.NamedNode)
    ]
    return sorted(head + quads, key=str)


def _is_reasoned_over(quad: ox.Quad) -> bool:
    if not (isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)):
        return False
    own = quad.object if quad.predicate == _TYPE else quad.predicate
    return own.value.startswith(KGB)


def _things(told: Iterable[ox.Triple]) -> set[ox.NamedNode]:
    """Return what the statements are about, classes left out."""
    ends = ((triple.subject, triple.object if triple.predicate != _TYPE else triple.subject) for triple in told)
    return {end for pair in ends for end in pair if isinstance(end, ox.NamedNode)}


def _is_news(triple: ox.Triple) -> bool:
    return isinstance(triple.object, ox.NamedNode) and not triple.object.value.startswith(_OWL)


def _ontology() -> bytes:
    return b"".join(read_n_triples(ontology_file(name)) for name in _FILES)


def _filled(triples: Iterable[ox.Triple]) -> ox.Store:
    store = ox.Store()
    store.bulk_load(_ontology(), format=ox.RdfFormat.N_TRIPLES)
    store.bulk_extend(ox.Quad(*triple) for triple in triples)
    return store


def _by_rules(told: set[ox.Triple]) -> set[ox.Triple]:
    store = _filled(told)
    close(store)
    problem = contradiction(store)
    if problem:
        raise ReasonError(f"the graph contradicts the ontology: {problem}")
    return {quad.triple for quad in store}


def _by_java(told: set[ox.Triple], reasoner: Reasoner) -> set[ox.Triple]:
    """The reasoner gives narrowest classes and properties; those above them are added by rule."""
    if shutil.which(owlready2.JAVA_EXE) is None:
        raise ReasonError(
            f"{reasoner} needs Java, and there is no {owlready2.JAVA_EXE!r}",
            hint="install a Java runtime, or use --reasoner rl, which needs none",
        )
    world = owlready2.World()
    ontology = world.get_ontology(KGB.rstrip("#")).load(fileobj=BytesIO(_with_individuals(told)))
    run = owlready2.sync_reasoner_hermit if reasoner is Reasoner.HERMIT else owlready2.sync_reasoner_pellet
    try:
        with ontology:
            run(world, infer_property_values=True, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        raise ReasonError(
            "the graph contradicts the ontology", hint="--reasoner rl and `kgbuild validate` say where"
        ) from error
    except owlready2.OwlReadyJavaError as error:
        raise ReasonError(f"{reasoner} failed: {_reason(str(error))}", hint="use hermit or rl") from error
    written = BytesIO()
    world.as_rdflib_graph().serialize(written, format="nt", encoding="utf-8")
    store = _filled(told)
    store.load(written.getvalue(), format=ox.RdfFormat.N_TRIPLES)
    close(store)
    return {quad.triple for quad in store}


def _with_individuals(told: set[ox.Triple]) -> bytes:
    """Ontology and data; things are declared, or owlready2 does not see them."""
    declared = {ox.Triple(thing, _TYPE, _INDIVIDUAL) for thing in _things(told)}
    return _ontology() + (ox.serialize(sorted(told | declared, key=str), format=ox.RdfFormat.N_TRIPLES) or b"")


def _reason(message: str) -> str:
    if "UnsupportedClassVersionError" in message:
        return "the one that comes with owlready2 is compiled for a newer Java than this one"
    lines = [line for line in message.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no message"
