"""What follows from a graph and the ontology: types and relations between things, by rules or by a DL reasoner.

Reasoned over are the types and the relations among named things of the ``kgb:`` vocabulary. Literals stay out: HermiT
refuses ``xsd:date`` and its like, and nothing here follows from them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO

import owlready2
import pyoxigraph as ox

from kgbuild.errors import ReasonError
from kgbuild.iris import BASE, KGB
from kgbuild.reason.contradictions import Contradiction, contradictions, schema_of
from kgbuild.reason.reading import read_n_triples
from kgbuild.reason.rules import close
from kgbuild.resources import ontology_file
from kgbuild.settings import Reasoner

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_INDIVIDUAL = ox.NamedNode("http://www.w3.org/2002/07/owl#NamedIndividual")
_DERIVED_FROM = ox.NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
_OWL = "http://www.w3.org/2002/07/owl#"
_FILES = ("kgbuild.ttl", "alignments.ttl")


@dataclass(frozen=True, slots=True)
class Inference:
    """What follows from a graph.

    Attributes:
        quads: what follows and is not in the graph, sorted, in ``{base}graph/inferred``.
        contradictions: what the ontology excludes, sorted by thing; nothing rests on the statements behind it.
        left_out: those statements as they stand in the graph, sorted.
    """

    quads: tuple[ox.Quad, ...]
    contradictions: tuple[Contradiction, ...]
    left_out: tuple[ox.Quad, ...]


def infer(graph: Iterable[ox.Quad], reasoner: Reasoner, *, base: str = BASE) -> Inference:
    """Return what follows from a graph, but for what contradicts the ontology.

    Of a thing that cannot be as it is told, nobody knows which statement is wrong, so all that make it so are left out,
    and the rest is reasoned over. The graph itself is not changed. In memory are the types and relations of its things
    and what follows from them; the rest of the graph only passes by.

    Args:
        graph: the statements; gone through again where something contradicts the ontology.
        reasoner: who infers.
        base: namespace of the data.

    Raises:
        ReasonError: there is no Java, the reasoner fails, or finds a contradiction that the rules do not.
    """
    told, names = _told(graph)
    closed, contradicted, left_out = _consistent(told)
    told -= left_out
    if reasoner is not Reasoner.RL:
        closed = _by_java(told, reasoner)
    things = _things(told)
    place = ox.NamedNode(f"{base}graph/inferred")
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, place)
        for quad in closed
        if quad.subject in things and _is_news(quad) and quad.triple not in told and quad.triple not in left_out
    ]
    quads.append(ox.Quad(place, _TYPE, ox.NamedNode(f"{KGB}DerivedGraph"), place))
    quads += [ox.Quad(place, _DERIVED_FROM, name, place) for name in names]
    where = [quad for quad in graph if quad.triple in left_out] if left_out else []
    return Inference(tuple(sorted(quads, key=str)), contradicted, tuple(sorted(where, key=str)))


def _told(graph: Iterable[ox.Quad]) -> tuple[set[ox.Triple], set[ox.NamedNode]]:
    """Return the statements of a graph that are reasoned over, and the names of all its graphs."""
    told, names = set[ox.Triple](), set[ox.NamedNode]()
    for quad in graph:
        if isinstance(quad.graph_name, ox.NamedNode):
            names.add(quad.graph_name)
        if _is_reasoned_over(quad):
            told.add(quad.triple)
    return told, names


def _consistent(told: set[ox.Triple]) -> tuple[ox.Store, tuple[Contradiction, ...], set[ox.Triple]]:
    """Return all that follows by rules from what is told consistently, what is not, and the statements behind that."""
    schema = schema_of(_filled(()))
    known: dict[tuple[str, str], Contradiction] = {}
    left_out: set[ox.Triple] = set()
    while True:
        rest = told - left_out if left_out else told
        closed = _filled(rest)
        close(closed)
        found = contradictions(closed, rest, schema)
        if not found:
            return closed, tuple(known[key] for key in sorted(known)), left_out
        for problem in found:
            causes = problem.causes or _all_about(rest, problem.thing)
            if not causes:
                raise ReasonError(f"the ontology contradicts itself: {problem.thing} {problem.reason}")
            known.setdefault((problem.thing, problem.reason), replace(problem, causes=causes))
            left_out.update(causes)


def _all_about(told: Iterable[ox.Triple], thing: str) -> tuple[ox.Triple, ...]:
    """Where no one statement makes it so, any of the thing's may have a part in it."""
    node = ox.NamedNode(thing)
    return tuple(sorted((triple for triple in told if node in {triple.subject, triple.object}), key=str))


def _is_reasoned_over(quad: ox.Quad) -> bool:
    if not (isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)):
        return False
    own = quad.object if quad.predicate == _TYPE else quad.predicate
    return own.value.startswith(KGB)


def _things(told: Iterable[ox.Triple]) -> set[ox.NamedNode]:
    """Return what the statements are about, classes left out."""
    ends = ((triple.subject, triple.object if triple.predicate != _TYPE else triple.subject) for triple in told)
    return {end for pair in ends for end in pair if isinstance(end, ox.NamedNode)}


def _is_news(quad: ox.Quad) -> bool:
    return isinstance(quad.object, ox.NamedNode) and not quad.object.value.startswith(_OWL)


def _ontology() -> bytes:
    return b"".join(read_n_triples(ontology_file(name)) for name in _FILES)


def _filled(triples: Iterable[ox.Triple]) -> ox.Store:
    store = ox.Store()
    store.bulk_load(_ontology(), format=ox.RdfFormat.N_TRIPLES)
    store.bulk_extend(ox.Quad(*triple) for triple in triples)
    return store


def _by_java(told: set[ox.Triple], reasoner: Reasoner) -> ox.Store:
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
            "the graph contradicts the ontology in a way that the rules do not see", hint="use --reasoner rl"
        ) from error
    except owlready2.OwlReadyJavaError as error:
        raise ReasonError(f"{reasoner} failed: {_reason(str(error))}", hint="use hermit or rl") from error
    written = BytesIO()
    world.as_rdflib_graph().serialize(written, format="nt", encoding="utf-8")
    store = _filled(told)
    store.load(written.getvalue(), format=ox.RdfFormat.N_TRIPLES)
    close(store)
    return store


def _with_individuals(told: set[ox.Triple]) -> bytes:
    """Ontology and data; things are declared, or owlready2 does not see them."""
    declared = {ox.Triple(thing, _TYPE, _INDIVIDUAL) for thing in _things(told)}
    return _ontology() + (ox.serialize(sorted(told | declared, key=str), format=ox.RdfFormat.N_TRIPLES) or b"")


def _reason(message: str) -> str:
    if "UnsupportedClassVersionError" in message:
        return "the one that comes with owlready2 is compiled for a newer Java than this one"
    lines = [line for line in message.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no message"
