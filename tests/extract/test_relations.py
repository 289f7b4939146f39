"""Relations that a text states between two entities (guidelines, section 4), by rule and by a learned judgement."""

from __future__ import annotations

import pytest

from kgbuild.extract.relations import FORWARD, UNRELATED, find_relations, pair_features, pairs
from kgbuild.labels import RelationType
from kgbuild.linear import BIAS, LinearModel

PERSON, TOWN, AREA, PROVINCE, COUNTRY = "Person", "Settlement", "Area", "Governorate", "Country"
GROUP, FORCE, BODY, STATE = "ArmedGroup", "MilitaryForce", "GovernmentBody", "State"


def stated(scene, model: LinearModel | None = None) -> set[tuple[str, str, str]]:
    return {(relation.type.value, relation.subject, relation.object) for relation in find_relations(scene, model)}


@pytest.mark.parametrize(
    ("text", "layers", "expected"),
    [
        # Containment, also of a list, from the more exact to the broader.
        (
            "في خان شيخون ب محافظة إدلب",
            {"names": {"خان شيخون": TOWN, "إدلب": PROVINCE}},
            {("locatedIn", "خان شيخون", "إدلب")},
        ),
        (
            "على مورك و اللطامنة في ريف حماة",
            {"names": {"مورك": TOWN, "اللطامنة": TOWN, "ريف حماة": AREA}},
            {("locatedIn", "مورك", "ريف حماة"), ("locatedIn", "اللطامنة", "ريف حماة")},
        ),
        ("مورك في اللطامنة", {"names": {"مورك": TOWN, "اللطامنة": TOWN}}, set()),
        ("من حماة إلى حلب", {"names": {"حماة": TOWN, "حلب": TOWN}}, set()),
        ("في سوريا من مدينة حلب", {"names": {"سوريا": COUNTRY, "حلب": TOWN}}, set()),
        # Posts: with the body, or with the state of the adjective where the text has it as an entity.
        (
            "قال وزير الدفاع في الحكومة السورية سامر لطفي",
            {"names": {"الحكومة السورية": BODY, "سامر لطفي": PERSON}, "titles": {"وزير الدفاع": "post"}},
            {("holdsPosition", "سامر لطفي", "الحكومة السورية")},
        ),
        (
            "قال وزير الخارجية التركي سامر لطفي إن تركيا بخير",
            {
                "names": {"سامر لطفي": PERSON, "تركيا": "State turkey"},
                "titles": {"وزير الخارجية": "post"},
                "nisbas": {"التركي": "turkey"},
            },
            {("holdsPosition", "سامر لطفي", "تركيا")},
        ),
        (
            "قال وزير الخارجية التركي سامر لطفي",
            {"names": {"سامر لطفي": PERSON}, "titles": {"وزير الخارجية": "post"}, "nisbas": {"التركي": "turkey"}},
            set(),
        ),
        (
            "قال سامر لطفي ، قائد جيش الفجر ، ذلك",
            {"names": {"سامر لطفي": PERSON, "جيش الفجر": GROUP}, "titles": {"قائد": "leads"}},
            {("leads", "سامر لطفي", "جيش الفجر")},
        ),
        (
            "قال المتحدث باسم جيش الفجر سامر لطفي",
            {"names": {"سامر لطفي": PERSON, "جيش الفجر": GROUP}, "titles": {"المتحدث باسم": "spokes"}},
            {("spokespersonFor", "سامر لطفي", "جيش الفجر")},
        ),
        # Allegiance: from the supporter to the supported.
        (
            "جيش الفجر المدعوم من تركيا",
            {"names": {"جيش الفجر": GROUP, "تركيا": STATE}},
            {("alliedWith", "تركيا", "جيش الفجر")},
        ),
        (
            "الفصائل الموالية ل تركيا",
            {"names": {"الفصائل": GROUP, "تركيا": STATE}},
            {("alliedWith", "الفصائل", "تركيا")},
        ),
        (
            "فرقة الفجر التابعة ل الجيش السوري",
            {"names": {"فرقة الفجر": FORCE, "الجيش السوري": FORCE}},
            {("partOf", "فرقة الفجر", "الجيش السوري")},
        ),
        (
            "جيش الفجر المناهض ل الحكومة",
            {"names": {"جيش الفجر": GROUP, "الحكومة": BODY}},
            {("opposedTo", "جيش الفجر", "الحكومة")},
        ),
        # Nothing said.
        ("قال سامر لطفي إن جيش الفجر بخير", {"names": {"سامر لطفي": PERSON, "جيش الفجر": GROUP}}, set()),
        # A relation to oneself is none.
        ("الفصائل الموالية ل الفصائل", {"names": {"الفصائل": GROUP}}, set()),
    ],
)
def test_relations_by_rule(text, layers, expected, scene):
    assert stated(scene(text, **layers)) == expected


def test_a_post_keeps_its_title_and_sentence(scene):
    made = scene("عاد الهدوء . قال وزير الدفاع في الحكومة سامر", names={"الحكومة": BODY, "سامر": PERSON},
                 titles={"وزير الدفاع": "post"})  # fmt: skip
    (relation,) = find_relations(made, None)
    assert (relation.title, relation.sentence) == ("وزير الدفاع", 1)


def test_a_phrase_with_a_proclitic(scene):
    made = scene("التحالف ب قيادة فرنسا", names={"التحالف": FORCE, "فرنسا": STATE})
    assert stated(made) == {("leads", "فرنسا", "التحالف")}


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        ("عاد إلى مورك . و في محافظة حماة هدوء", {"names": {"مورك": TOWN, "حماة": PROVINCE}}),
        (
            "عاد سامر . وزير الدفاع في الحكومة مريض",
            {"names": {"سامر": PERSON, "الحكومة": BODY}, "titles": {"وزير الدفاع": "post"}},
        ),
        ("عاد جيش الفجر . الموالية ل تركيا", {"names": {"جيش الفجر": GROUP, "تركيا": STATE}}),
    ],
)
def test_a_sentence_relates_only_its_own_names(text, layers, scene):
    assert stated(scene(text, **layers)) == set()


def test_each_relation_once(scene):
    made = scene("مورك في حماة . مورك في حماة", names={"مورك": TOWN, "حماة": PROVINCE})
    assert len(find_relations(made, None)) == 1


# The learned judgement


@pytest.fixture
def officer(scene):
    return scene(
        "قال وزير الدفاع سامر إن جيش الفجر عاد . عاد جيش الفجر",
        names={"سامر": PERSON, "جيش الفجر": GROUP},
        titles={"وزير الدفاع": "post"},
    )


def test_names_of_one_sentence_pair(officer):
    assert [(pair.left, pair.right) for pair in pairs(officer)] == [(0, "جيش الفجر")]


def test_a_person_pairs_with_the_state_of_an_adjective(scene):
    made = scene("قال الوزير التركي سامر إن تركيا بخير", names={"سامر": PERSON, "تركيا": "State turkey"},
                 nisbas={"التركي": "turkey"})  # fmt: skip
    assert [(pair.right, pair.by_nisba) for pair in pairs(made) if pair.left == 0] == [
        ("تركيا", False),
        ("تركيا", True),
    ]


def test_the_judgement_decides(officer):
    word = "word=ان"
    for kind in (RelationType.LEADS, RelationType.HOLDS_POSITION):
        linear = LinearModel((kind.value + FORWARD, UNRELATED), {BIAS: (-2.0, 2.0), word: (9.0, 0.0)})
        (relation,) = find_relations(officer, linear)
        assert (relation.type, relation.subject, relation.object) == (kind, "سامر", "جيش الفجر")
        assert relation.title == ("وزير الدفاع" if kind is RelationType.HOLDS_POSITION else None)
    assert stated(officer, LinearModel(("leads>", UNRELATED), {BIAS: (-2.0, 2.0)})) == set()


def test_a_pair_may_be_related_backwards(scene):
    made = scene("في جيش الفجر المقاتل سامر", names={"سامر": PERSON, "جيش الفجر": GROUP})
    linear = LinearModel(("memberOf<", UNRELATED), {BIAS: (2.0, -2.0)})
    assert stated(made, linear) == {("memberOf", "سامر", "جيش الفجر")}


@pytest.mark.parametrize("label", ["locatedIn>", "memberOf<", "partOf>", "holdsPosition<", "spokespersonFor<"])
def test_the_ends_of_a_relation_are_of_its_types(label, officer):
    assert stated(officer, LinearModel((label, UNRELATED), {BIAS: (2.0, -2.0)})) == set()


def test_a_pair_sees_types_words_and_titles(officer):
    ((_, features),) = pair_features(officer, {})
    assert {"Person~ArmedGroup:True", "rule=none", "word=ان", "title=post:before0", "first=ان", "before=الدفاع"} <= set(
        features
    )


def test_a_pair_sees_the_way_between_and_its_own_words(scene):
    made = scene(
        "رئيس بلدية مورك يقصف في ريف حماة",
        names={"بلدية مورك": GROUP, "ريف حماة": AREA},
        triggers={"يقصف": "v Shelling"},
    )
    ((_, features),) = pair_features(made, {})
    assert {
        "path=trigger:v في", "ArmedGroup~Area:True|told=Shelling", "ArmedGroup~Area:True|events=1",
        "ArmedGroup~Area:True|left-first=بلديه", "ArmedGroup~Area:True|left-last=مورك",
        "ArmedGroup~Area:True|right-first=ريف", "ArmedGroup~Area:True|right-last=حماه",
    } <= set(features)  # fmt: skip
