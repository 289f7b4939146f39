"""Forms of names: heads, articles, nationalities."""

import pytest

from kgbuild.folding import fold
from kgbuild.resolve.names import definite, nisba_state, own_nisba, spellings, without_head, without_nisba


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("place", "مدينة حلب", "حلب"),
        ("actor", "وكالة أنباء فارس", "فارس"),
        ("operation", "عملية درع الفرات", "درع الفرات"),
        ("place", "حلب", None),
        ("operation", "مدينة حلب", None),
    ],
)
def test_without_head(kind, name, expected):
    assert without_head(fold(name), kind) == (fold(expected) if expected else None)


def test_spellings_of_a_town():
    assert set(spellings(fold("كفر زيتا"))) >= {fold("كفر زيتا"), fold("كفر زيتة")}
    assert fold("رقة") in set(spellings(fold("الرقة")))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("وزارة الدفاع السورية", "SY"),
        ("البحرية الكورية الشمالية", "KP"),
        ("القوات السورية الروسية", None),
        ("الحكومة المالية", None),
        ("مجلس الأمن", None),
    ],
)
def test_nisba_state(name, code):
    state = nisba_state(fold(name))
    assert (state.code if state else None) == code


def test_without_nisba():
    found = without_nisba(fold("صحيفة الغارديان البريطانية"))
    assert found is not None
    assert (found[0], found[1].code) == (fold("صحيفة الغارديان"), "GB")
    assert without_nisba(fold("مجلس الأمن")) is None


def test_definite():
    assert definite(fold("قوات أميركية")) == fold("القوات الأميركية")
    assert definite(fold("القوات الأميركية")) is None
    assert definite(fold("قوات خاصة")) is None


def test_own_nisba():
    syria = nisba_state(fold("السورية"))
    assert syria is not None
    assert set(own_nisba(syria)) == {fold("السوري"), fold("السورية")}
