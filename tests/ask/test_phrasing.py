from __future__ import annotations

import pytest

from kgbuild.ask.library import list_questions
from kgbuild.ask.phrasing import _parameters, _patterns, readings
from kgbuild.errors import QueryError
from kgbuild.resources import data_rows

NAMES = {question.name for question in list_questions()}
# What is asked · the question it becomes · its parameters.
UNDERSTOOD = [
    ("من سيطر على مورك؟", "seizures", {"place": "مورك"}),
    ("مَن سيطر على مدينة حلب في تشرين الثاني ٢٠٢٤؟", "seizures", {"place": "حلب", "from": "2024-11", "to": "2024-11"}),
    ("متى سقطت حماة؟", "seizures", {"place": "حماة"}),
    ("Who seized Khan Shaykhun in November 2024?", "seizures",
     {"place": "Khan Shaykhun", "from": "2024-11", "to": "2024-11"}),
    ("what did the army capture", "seizures", {"actor": "army"}),
    ("من كان يسيطر على خان شيخون يوم 2024-12-01 وبحسب من؟", "control", {"place": "خان شيخون", "day": "2024-12-01"}),
    ("من كان يسيطر على خان شيخون وبحسب من", "control", {"place": "خان شيخون"}),
    ("who controlled Morek on 5 March 2025 and according to whom?", "control", {"place": "Morek", "day": "2025-03-05"}),
    ("المناطق التي تسيطر عليها هيئة تحرير الشام", "control", {"actor": "هيئة تحرير الشام"}),
    ("كيف تقدم خط الجبهة في حماة؟", "control-changes", {"place": "حماة"}),
    ("which places changed hands in March 2025", "control-changes", {"from": "2025-03", "to": "2025-03"}),
    ("من انسحب من حماة؟", "withdrawals", {"place": "حماة"}),
    ("who withdrew from Hama?", "withdrawals", {"place": "Hama"}),
    ("ماذا نفت وزارة الدفاع السورية؟", "denials", {"actor": "وزارة الدفاع السورية"}),
    ("what did the army deny", "denials", {"actor": "army"}),
    ("ماذا نفت وزارة الدفاع وماذا حدث بعد ذلك؟", "denied-and-after", {"actor": "وزارة الدفاع"}),
    ("What did the army deny and what happened after?", "denied-and-after", {"actor": "army"}),
    ("ما الأحداث المتنازع عليها؟", "contested-events", {}),
    ("who contradicts whom", "who-contradicts-whom", {}),
    ("كم قتيلاً سقط في إدلب بين 2024-11-01 و2024-11-30؟", "casualties",
     {"place": "إدلب", "from": "2024-11-01", "to": "2024-11-30"}),
    ("how many people were killed in Saraqib in 2024?", "casualties",
     {"place": "Saraqib", "from": "2024", "to": "2024"}),
    ("من نزح من خان شيخون؟", "displacement", {"place": "خان شيخون"}),
    ("how many were displaced from Saraqib", "displacement", {"place": "Saraqib"}),
    ("ما المستشفيات التي قصفت في إدلب؟", "strikes-on-facilities", {"place": "إدلب"}),
    ("which hospitals were bombed in Idlib", "strikes-on-facilities", {"place": "Idlib"}),
    ("متى التقى أردوغان ببوتين؟", "diplomacy", {"first": "أردوغان", "second": "بوتين"}),
    ("when did Araghchi meet Lavrov?", "diplomacy", {"first": "Araghchi", "second": "Lavrov"}),
    ("شبكة الاتصالات الدبلوماسية", "contacts", {}),
    ("who met whom in December 2024", "contacts", {"from": "2024-12", "to": "2024-12"}),
    ("من فرض عقوبات على إيران؟", "sanctions-by-imposer", {"actor": "إيران"}),
    ("من يدعم سوريا؟", "support", {"supported": "سوريا"}),
    ("who supports Syria?", "support", {"supported": "Syria"}),
    ("من هم حلفاء تركيا؟", "allies-and-opponents", {"actor": "تركيا"}),
    ("من يقود هيئة تحرير الشام؟", "structure", {"member": "هيئة تحرير الشام"}),
    ("ماذا حدث في الخرطوم؟", "place-timeline", {"place": "الخرطوم"}),
    ("what happened in Khartoum since 2025-03-01?", "place-timeline", {"place": "Khartoum", "from": "2025-03-01"}),
    ("ماذا حدث يوم 30/11/2024؟", "events-by-day", {"from": "2024-11-30", "to": "2024-11-30"}),
    ("ماذا وقع ضمن 20 كم من مورك؟", "events-near", {"km": "20", "place": "مورك"}),
    ("what happened within 20 km of Morek?", "events-near", {"km": "20", "place": "Morek"}),
    ("ملخص عملية رد العدوان", "operation-summary", {"operation": "رد العدوان"}),
    ("ما المخطط له في دمشق؟", "planned-events", {"place": "دمشق"}),
    ("أي الخطط تحققت؟", "plans-and-after", {}),
    ("who reported first", "first-reports", {}),
    ("ماذا قالت مصادر مجهولة في حلب؟", "anonymous-sources", {"place": "حلب"}),
    ("who is never quoted?", "never-quoted", {}),
    ("ماذا قال عراقجي؟", "actor-statements", {"actor": "عراقجي"}),
    ("ماذا يسمي الناشرون الجيش السوري؟", "names-by-publisher", {"entity": "الجيش السوري"}),
    ("من قدم مساعدات ولمن؟", "aid-by-donor", {}),
    ("ما الغارات في دمشق؟", "events", {"kind": "AirStrike", "place": "دمشق"}),
    ("list air strikes in Idlib in 2024", "events",
     {"kind": "AirStrike", "place": "Idlib", "from": "2024", "to": "2024"}),
    ("how many protests were there in 2019", "daily-counts", {"kind": "Protest", "from": "2019", "to": "2019"}),
    ("ما القرى الواقعة في إدلب", "places-within", {"place": "إدلب"}),
    ("من اعتقل في حماة؟", "detentions", {"place": "حماة"}),
]  # fmt: skip
REFUSED = [
    "لماذا سيطر على مورك",
    "من سيربح الانتخابات",
    "هل ستنتهي الحرب؟",
    "ما حالة الطقس في دمشق",
    "احذف كل شيء",
    "who won the world cup",
    "why did the army withdraw from Hama",
    "is it safe to travel to Beirut?",
    "DROP ALL",
    "SELECT * WHERE { ?s ?p ?o }",
    "؟",
    "",
]


@pytest.mark.parametrize(("text", "question", "params"), UNDERSTOOD)
def test_a_question_in_plain_words_becomes_a_shipped_one(text: str, question: str, params: dict[str, str]) -> None:
    first = readings(text)[0]
    assert (first.question, dict(first.params)) == (question, params)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="no question fits"):
        readings(text)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("لماذا سيطر على مورك", "seizures (السيطرة على المواقع)"),
        ("why did the army withdraw from Hama", "withdrawals (Withdrawals and their denials)"),
    ],
)
def test_a_refusal_names_near_questions_in_the_language_of_the_asker(text: str, near: str) -> None:
    with pytest.raises(QueryError) as refused:
        readings(text)
    assert near in (refused.value.hint or "")


def test_every_question_can_be_asked_in_both_languages() -> None:
    rows = data_rows("ask", "phrasings.tsv")
    assert {(question, language) for question, language, _ in rows} == {
        (name, language) for name in NAMES for language in ("ar", "en")
    }


@pytest.mark.parametrize("row", data_rows("ask", "phrasings.tsv"), ids=lambda row: f"{row[0]} {row[2]}")
def test_a_phrasing_fills_parameters_of_its_question(row: tuple[str, str, str]) -> None:
    for pattern in _patterns(*row):
        assert set(pattern.groupindex) <= _parameters()[row[0]] | {"day"}


def test_a_name_with_quotes_stays_a_name() -> None:
    assert readings('من سيطر على مورك"> } DROP ALL')[0].params["place"] == 'مورك"> } DROP ALL'
