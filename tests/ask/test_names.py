from __future__ import annotations

from functools import partial

import pyoxigraph as ox
import pytest

from kgbuild.ask.names import find_entities, name_key
from kgbuild.ask.question import ParameterType
from kgbuild.ask.run import query_store
from kgbuild.errors import QueryError

ID = "https://w3id.org/kgbuild/id/"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("حماه", "حماة"),
        ("ادلب", "إدلب"),
        ("رقة", "الرقة"),
        ("ألمانيا", "المانيا"),
        ("الجيش السوري", "جيش سوري"),
        ("مُوسى", "موسي"),
        ("«رد العدوان»", "رد العدوان"),
        ("KHAN Shaykhun", "khan shaykhun"),
    ],
)
def test_spellings_of_one_name_have_one_key(left: str, right: str) -> None:
    assert name_key(left) == name_key(right)


@pytest.mark.parametrize(("left", "right"), [("حمص", "حماة"), ("اليمن", "من"), ("الله", "له")])
def test_different_names_have_different_keys(left: str, right: str) -> None:
    assert name_key(left) != name_key(right)


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("ادلب", ParameterType.PLACE, ["place/idlib-governorate"]),
        ("حماه", ParameterType.PLACE, ["place/hama", "place/hama-governorate"]),
        ("Khan shaykhun", ParameterType.PLACE, ["place/khan-shaykhun"]),
        ("سوريا", ParameterType.ACTOR, ["actor/syria"]),
        ("سوريا", ParameterType.ENTITY, ["actor/syria", "place/syria"]),
        ("ردع العدوان", ParameterType.OPERATION, ["operation/deterrence"]),
        ("قوات النظام", ParameterType.ACTOR, ["actor/syrian-army"]),
        ("الجيش", ParameterType.ACTOR, ["actor/syrian-army"]),
    ],
)
def test_name_leads_to_all_that_bear_it(name: str, kind: ParameterType, found: list[str], store: ox.Store) -> None:
    assert find_entities(name, kind, partial(query_store, store)) == tuple(ID + iri for iri in found)


@pytest.mark.parametrize(
    ("name", "kind", "hint"),
    [
        ("خان شيخونن", ParameterType.PLACE, "خان شيخون"),
        ("شيخون", ParameterType.PLACE, "خان شيخون"),
        ("رد العداون", ParameterType.OPERATION, "رد العدوان"),
        ("خان شيخون", ParameterType.OPERATION, None),
        ("أطلقت", ParameterType.ENTITY, None),
    ],
)
def test_unknown_name_is_refused_with_close_ones(
    name: str, kind: ParameterType, hint: str | None, store: ox.Store
) -> None:
    with pytest.raises(QueryError, match=f"no {kind} is called") as raised:
        find_entities(name, kind, partial(query_store, store))
    assert (hint in (raised.value.hint or "")) if hint else not raised.value.hint
