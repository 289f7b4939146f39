"""OWL 2 RL by rules, without Java: what follows from the ontology is added to a store until nothing new follows.

Method: the rules of https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules that the
ontology gives something to do, as SPARQL updates: cax-sco, prp-dom, prp-rng, prp-spo1, prp-symp, prp-trp, prp-inv,
prp-spo2 for chains of two. What contradicts the ontology is found by :mod:`kgbuild.reason.contradictions`. Not among
them: rules that conclude owl:sameAs (functional properties), since two values of a functional property in news are an
error or a dispute and no identity. Rules run to a fixpoint; literals are never subjects.
"""

from __future__ import annotations

import pyoxigraph as ox

_PREFIXES = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
# One step of a chain: a property, or the inverse of one.
_STEP = (
    "{{ ?{a} ?{p} ?{b} . FILTER(isIRI(?{p})) }} UNION "
    "{{ ?{p} owl:inverseOf ?q{p} . ?{b} ?q{p} ?{a} . FILTER(isBlank(?{p})) }}"
)
_CHAIN = (
    "INSERT { ?x ?r ?z } WHERE { ?r owl:propertyChainAxiom ?l . ?l rdf:first ?p ; rdf:rest ?m . "
    "?m rdf:first ?s ; rdf:rest rdf:nil . { "
    + _STEP.format(a="x", p="p", b="y")
    + " } { "
    + _STEP.format(a="y", p="s", b="z")
    + " } }"
)
_RULES = (
    "INSERT { ?x ?q ?y } WHERE { ?p rdfs:subPropertyOf+ ?q . ?x ?p ?y FILTER(isIRI(?q)) }",
    "INSERT { ?y ?p ?x } WHERE { ?p a owl:SymmetricProperty . ?x ?p ?y FILTER(isIRI(?y)) }",
    "INSERT { ?x ?p ?z } WHERE { ?p a owl:TransitiveProperty . ?x ?p ?y . ?y ?p ?z }",
    "INSERT { ?y ?q ?x } WHERE { ?p owl:inverseOf ?q . ?x ?p ?y FILTER(isIRI(?p) && isIRI(?y)) }",
    "INSERT { ?y ?p ?x } WHERE { ?p owl:inverseOf ?q . ?x ?q ?y FILTER(isIRI(?p) && isIRI(?y)) }",
    _CHAIN,
    "INSERT { ?x a ?c } WHERE { ?p rdfs:domain ?c . ?x ?p ?y }",
    "INSERT { ?y a ?c } WHERE { ?p rdfs:range ?c . ?x ?p ?y FILTER(isIRI(?y)) }",
    "INSERT { ?x a ?d } WHERE { ?c rdfs:subClassOf+ ?d . ?x a ?c FILTER(isIRI(?d)) }",
)


def close(store: ox.Store) -> None:
    """Add to the default graph of ``store``, which holds data and ontology, all that follows by the rules."""
    size = -1
    while size != len(store):
        size = len(store)
        for rule in _RULES:
            store.update(_PREFIXES + rule)
