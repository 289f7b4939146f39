"""What a name says beyond the kind of thing that it names."""

from __future__ import annotations

import pytest

from kgbuild.extract.name_cores import Core, contains, core_of, may_agree, stem_of


@pytest.mark.parametrize(
    ("noun", "stem"),
    [
        ("المدنيين", "مدني"),
        ("مدنيا", "مدني"),
        ("الحوثيون", "حوثي"),
        ("الحوثيه", "حوثي"),
        ("معلمات", "معلم"),
        # Nothing is cut that would leave less than a root.
        ("الدين", "دين"),
        ("حماه", "حما"),
    ],
)
def test_stem(noun, stem):
    assert stem_of(noun) == stem


def test_kinds_and_nationalities_are_no_stems(scene):
    found = scene(
        "تقدمت ميليشيات الفجر الليبية في البلاد",
        names={"ميليشيات الفجر الليبية": "ArmedGroup"},
        nisbas={"الليبية": "libya"},
    )
    assert core_of(found, found.names[0]) == Core(("فجر",), frozenset({"ميليشي"}), frozenset({"libya"}))


@pytest.mark.parametrize(
    ("longer", "shorter", "held"),
    [(("جبل", "فجر"), ("فجر",), True), (("جبل", "فجر"), ("فجر", "جبل"), False), (("جبل",), (), False)],
)
def test_a_core_holds_another_in_order(longer, shorter, held):
    assert contains(core(*longer), core(*shorter)) is held


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [({"libya"}, {"egypt"}, False), ({"libya"}, {"egypt", "libya"}, True), ({"libya"}, (), True)],
)
def test_nationalities_that_exclude_each_other(one, other, agree):
    assert may_agree(Core((), frozenset(), frozenset(one)), Core((), frozenset(), frozenset(other))) is agree


def core(*stems):
    return Core(stems, frozenset(), frozenset())
