"""Who says so: the stretches of text that speakers answer for, and the claims on an event in them."""

from __future__ import annotations

import pytest

from kgbuild.extract.claims import Scope, claims_on, find_scopes
from kgbuild.extract.modality import is_negated
from kgbuild.labels import Stance

ASSERTS, DENIES = Stance.ASSERTS, Stance.DENIES
NAMES = {
    "الوزارة": "GovernmentBody",
    "المرصد": "Organization",
    "الجيش": "MilitaryForce",
    "حمص": "Settlement",
    "سامر": "Person",
}
EVENTS = {
    "انسحب": "v Withdrawal", "ينسحب": "v Withdrawal imperfect", "انسحاب": "n Withdrawal", "هاجم": "v Attack",
    "مقتل": "n Killing",
    "غارة": "n AirStrike", "زار": "v Visit",
}  # fmt: skip
SPEECH = {
    "قالت": "verb assert", "قال": "verb assert", "أعلنت": "verb assert", "أضافت": "verb add", "أضاف": "verb add",
    "نفت": "verb deny", "نفى": "verb deny", "تنفي": "verb deny", "مؤكدة": "participle assert",
    "نافية": "participle deny",
    "بحسب": "source assert", "وفق": "source assert", "تردد": "verb relay", "مصدر": "noun relay",
    "لا صحة ل": "phrase deny",
}  # fmt: skip


def among(text: str, stated: dict[str, str]) -> dict[str, str]:
    return {word: said for word, said in stated.items() if f" {word} " in f" {text} "}


@pytest.fixture
def told(scene):
    """Make a text's scene with whatever of the words above stands in it."""

    def make(text: str, **layers):
        return scene(text, names=among(text, NAMES), triggers=among(text, EVENTS), speech=among(text, SPEECH), **layers)

    return make


def claims(made, index: int = 0) -> list[tuple[str | None, Stance]]:
    trigger = made.triggers[index]
    return list(claims_on(find_scopes(made), trigger, negated=is_negated(made, trigger)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The article's own voice.
        ("انسحب الجيش من حمص", [(None, ASSERTS)]),
        ("لم ينسحب الجيش من حمص", [(None, DENIES)]),
        # The complement of a verb of saying, wherever its subject stands.
        ("قالت الوزارة إن الجيش انسحب من حمص", [("الوزارة", ASSERTS)]),
        ("الوزارة قالت إن الجيش انسحب", [("الوزارة", ASSERTS)]),
        ("أعلنت الوزارة انسحاب الجيش", [("الوزارة", ASSERTS)]),
        ("أعلنت الوزارة في بيان أن الجيش انسحب", [("الوزارة", ASSERTS)]),
        # Denials.
        ("نفت الوزارة انسحاب الجيش", [("الوزارة", DENIES)]),
        ("قالت الوزارة إن الجيش لم ينسحب من حمص", [("الوزارة", DENIES)]),
        ("نفت الوزارة أن الجيش لم ينسحب", [("الوزارة", ASSERTS)]),
        # Regression: hearsay that is denied was its denier's assertion.
        ("نفت الوزارة ما تردد عن انسحاب الجيش من حمص", [("الوزارة", DENIES)]),
        ("لا صحة ل ما تردد عن انسحاب الجيش ، بحسب الوزارة", [("الوزارة", DENIES)]),
        ("قالت الوزارة إنه لا صحة ل أنباء انسحاب الجيش", [("الوزارة", DENIES)]),
        ("لا صحة ل أنباء انسحاب الجيش", [(None, DENIES)]),
        # Regression: the doer was taken for the denier.
        ("نفى مصدر في الوزارة انسحاب الجيش", [("الوزارة", DENIES)]),
        # A participle goes on in the voice of the speaker.
        ("قالت الوزارة ذلك ، مؤكدة أن الجيش انسحب", [("الوزارة", ASSERTS)]),
        ("قالت الوزارة ذلك ، نافية انسحاب الجيش", [("الوزارة", DENIES)]),
        # «بحسب X» covers its own clause.
        ("انسحب الجيش من حمص بحسب المرصد", [("المرصد", ASSERTS)]),
        ("بحسب المرصد انسحب الجيش من حمص", [("المرصد", ASSERTS)]),
        # A source without a name is nobody's, whoever acts behind it.
        ("بحسب مصادر محلية انسحب الجيش من حمص", [(None, ASSERTS)]),
        ("وفق مصدر طبي ، مقتل سامر مؤكد", [(None, ASSERTS)]),
        ("قال شاهد إن مقتل سامر مؤلم", [(None, ASSERTS)]),
    ],
)
def test_who_claims(text, expected, told):
    assert claims(told(text)) == expected


@pytest.mark.parametrize("opener", ["بعد", "عقب", "فيما", "بينما"])
def test_the_article_takes_the_floor_again(opener, told):
    made = told(f"قالت الوزارة إن الجيش انسحب ، {opener} غارة على حمص")
    assert claims(made, 0) == [("الوزارة", ASSERTS)]
    assert claims(made, 1) == [(None, ASSERTS)]


def test_what_is_quoted_does_not_speak(told):
    made = told("قالت الوزارة ذلك . و قالت « الجيش انسحب »", quotes={"الجيش انسحب": "quote"})
    assert claims(made) == [("الوزارة", ASSERTS)]


def test_within_a_quotation_nobody_takes_the_floor(told):
    made = told("قالت الوزارة : « هاجم الجيش ، بعد غارة على حمص »", quotes={"هاجم الجيش ، بعد غارة على حمص": "quote"})
    assert claims(made, 1) == [("الوزارة", ASSERTS)]


def test_a_speaker_goes_on_in_the_next_sentence(told):
    made = told("قالت الوزارة إن الوضع هادئ . و أضافت أن الجيش انسحب من حمص")
    assert claims(made) == [("الوزارة", ASSERTS)]


def test_a_speaker_does_not_answer_for_the_next_sentence(told):
    made = told("قالت الوزارة إن الوضع هادئ . انسحب الجيش من حمص")
    assert claims(made) == [(None, ASSERTS)]


def test_a_denial_is_of_its_own_clause(told):
    made = told("نفت الوزارة انسحاب الجيش من حمص أمس ، مساء ، بعد غارة")
    assert claims(made, 0) == [("الوزارة", DENIES)]
    assert claims(made, 1) == [(None, ASSERTS)]


def test_a_denial_ends_with_its_clause(told):
    made = told("نفت الوزارة بشدة مساء أمس انسحاب الجيش من حمص ، و هاجم الجيش حمص")
    assert claims(made, 1) == [(None, ASSERTS)]


def test_a_retort_leaves_what_it_denies_told(told):
    """«لكن الوزارة تنفي ذلك»: the event has two claims."""
    made = told("انسحب الجيش من حمص لكن الوزارة تنفي ذلك")
    assert claims(made) == [(None, ASSERTS), ("الوزارة", DENIES)]
    reported = told("قال سامر إن الجيش انسحب من حمص لكن الوزارة تنفي ذلك")
    assert claims(reported) == [("سامر", ASSERTS), ("الوزارة", DENIES)]


def test_a_source_without_a_name_is_null(told):
    made = told("قتل شاب وفق مصدر طبي . هاجم الجيش حمص")
    assert [scope.source for scope in find_scopes(made)] == []


def test_the_innermost_scope_decides(told):
    trigger = told("قال سامر إن انسحاب").triggers[0]
    outer, inner = Scope(0, 9, "سامر", ASSERTS), Scope(2, 9, "الجيش", DENIES)
    assert claims_on([outer, inner], trigger, negated=False) == (("الجيش", DENIES),)
    assert claims_on([outer, inner], trigger, negated=True) == (("الجيش", ASSERTS),)
    assert claims_on([Scope(0, 2, "سامر", ASSERTS)], trigger, negated=False) == ((None, ASSERTS),)


def test_a_denial_ends_where_a_second_verb_is_told(scene):
    """«نفى الشيخ الاتفاق ودعا إلى القتال» once denied the call, too."""
    made = scene(
        "نفى سامر وجود اتفاق و دعا إلى القتال",
        names={"سامر": "Person"},
        triggers={"اتفاق": "n Agreement", "دعا": "v Demand"},
        speech={"نفى": "verb deny"},
    )
    scopes = find_scopes(made)
    agreement, demand = sorted(made.triggers, key=lambda mark: mark.start)
    assert claims_on(scopes, agreement, negated=False) == (("سامر", Stance.DENIES),)
    assert claims_on(scopes, demand, negated=False) == ((None, Stance.ASSERTS),)
