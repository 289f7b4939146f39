"""Reasoning over the ontology, and validation of graphs against the shapes."""

from __future__ import annotations

from kgbuild.reason.breach import Breach, ValidationReport
from kgbuild.reason.ontology import OntologyView, check_ontology, load_ontology, unsatisfiable_classes
from kgbuild.reason.pitfalls import find_pitfalls
from kgbuild.reason.profile import profile_breaches
from kgbuild.reason.validate import validate, validate_document, validate_file

__all__ = [
    "Breach",
    "OntologyView",
    "ValidationReport",
    "check_ontology",
    "find_pitfalls",
    "load_ontology",
    "profile_breaches",
    "unsatisfiable_classes",
    "validate",
    "validate_document",
    "validate_file",
]
