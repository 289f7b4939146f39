from __future__ import annotations

import pytest

from kgbuild.ask.question import Parameter, ParameterType
from kgbuild.ask.terms import to_term
from kgbuild.errors import QueryError

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("kind", "typed", "term"),
    [
        (ParameterType.DATE, "2024-11-30", f'"2024-11-30"^^<{XSD}date>'),
        (ParameterType.DATE, "2024-11", f'"2024-11"^^<{XSD}gYearMonth>'),
        (ParameterType.DATE, "2024", f'"2024"^^<{XSD}gYear>'),
        (ParameterType.INTEGER, "-12", f'"-12"^^<{XSD}integer>'),
        (ParameterType.EVENT_TYPE, "airstrike", "<https://w3id.org/kgbuild/ontology#AirStrike>"),
        (ParameterType.TEXT, "12", '"12"'),
        (ParameterType.IRI, "<urn:x>", "<urn:x>"),
        (ParameterType.VALUE, "https://example.org/حماة", "<https://example.org/حماة>"),
        (ParameterType.VALUE, "12", f'"12"^^<{XSD}integer>'),
        (ParameterType.VALUE, "1.5", f'"1.5"^^<{XSD}decimal>'),
        (ParameterType.VALUE, "2024-11", f'"2024-11"^^<{XSD}gYearMonth>'),
        (ParameterType.VALUE, "حماة", '"حماة"'),
    ],
)
def test_value_becomes_a_term_of_its_type(kind: ParameterType, typed: str, term: str) -> None:
    assert str(to_term(Parameter("p", kind, True), typed)) == term


@pytest.mark.parametrize(
    ("kind", "typed", "hint"),
    [
        (ParameterType.DATE, "2024-13-01", "a day, month or year"),
        (ParameterType.DATE, "2024-02-30", "a day, month or year"),
        (ParameterType.DATE, "yesterday", "a day, month or year"),
        (ParameterType.INTEGER, "12a", "a whole number"),
        (ParameterType.INTEGER, "١٢", "a whole number"),
        (ParameterType.EVENT_TYPE, "Seizures", "one of Seizure"),
        (ParameterType.IRI, "no iri", "absolute IRI"),
    ],
)
def test_value_of_the_wrong_type_is_refused(kind: ParameterType, typed: str, hint: str) -> None:
    with pytest.raises(QueryError, match=hint):
        to_term(Parameter("p", kind, True), typed)
