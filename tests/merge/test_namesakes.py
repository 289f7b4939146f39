"""Which entities of different names a person is asked about."""

from __future__ import annotations

from kgbuild.merge import By, Judgement, Kind, Verdict, judgement
from kgbuild.merge.scoring import entity_features
from kgbuild.read import annotation_from_json
from kgbuild.records import Knowledge
from kgbuild.resolve import resolve
from tests.merge.tellings import merged

COMPANY = {"روسيا": "State", **dict.fromkeys(("سامية البحر", "هاني النهر", "ليلى السهل"), "Person")}


def telling(name: str, *people: str, kind: str = "Person", company: bool = True) -> Knowledge:
    """A document that names people among the same others."""
    named = dict.fromkeys(people, kind) | (COMPANY if company else {})
    entities = [{"id": one, "type": kind, "name": one, "mentions": [one]} for one, kind in named.items()]
    text = " و ".join(named) + "."
    head = {"id": name, "title": "", "date": "2024-11-30", "publisher": "ناشر"}
    return resolve(annotation_from_json({**head, "text": text, "entities": entities, "events": [], "relations": []}))


def asked(*documents: Knowledge, given: tuple[Judgement, ...] = ()) -> list[Judgement]:
    return [found for found in merged(*documents, given=given).judgements if found.kind is Kind.ENTITY]


def test_a_name_that_two_outlets_spell_in_their_own_way_is_asked_about():
    (found,) = asked(telling("a", "سامر دمبيلي"), telling("b", "سامر ديمبلي"))
    assert (found.verdict, found.by) == (Verdict.UNSURE, By.RULE)
    assert {found.left.words, found.right.words} == {"سامر دمبيلي", "سامر ديمبلي"}
    assert {found.left.document, found.right.document} == {"a", "b"}
    assert {"spelt_alike", "named_with_same"} <= set(found.reasons)
    assert found.score == round(sum(entity_features()[reason].weight for reason in found.reasons), 2)


def test_a_shorter_form_of_another_document_is_asked_about():
    (found,) = asked(telling("a", "سامر عبد القادر دمبيلي"), telling("b", "سامر دمبيلي"))
    assert {"longer_form", "same_last_word"} <= set(found.reasons)


def test_without_common_company_or_in_one_document_nobody_is_asked():
    apart = telling("a", "سامر دمبيلي", company=False), telling("b", "سامر ديمبلي", company=False)
    assert not asked(*apart)
    assert not asked(telling("a", "سامر دمبيلي", "سامر ديمبلي"))


def test_what_any_country_has_is_not_asked_about():
    assert not asked(*(telling(name, "البرلمان", kind="GovernmentBody") for name in "ab"))


def test_what_the_registry_tells_apart_is_not_asked_about():
    assert not asked(telling("a", "بشار الأسد"), telling("b", "حافظ الأسد"))


def test_a_person_decides_and_is_not_asked_again():
    documents = telling("a", "سامر دمبيلي"), telling("b", "سامر ديمبلي")
    (found,) = asked(*documents)
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        decision = judgement(found.left, found.right, verdict, By.PERSON, kind=Kind.ENTITY)
        assert asked(*documents, given=(decision,)) == [decision]
