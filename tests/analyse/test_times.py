"""Time expressions found in folded tokens and resolved against the publication day."""

import json
from datetime import date
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kgbuild.analyse.times import find_times, mark_times
from kgbuild.analyse.tokenizer import ArabicTokenizer
from kgbuild.docview import Layer, read_layer, view
from kgbuild.folding import fold

SATURDAY = date(2024, 11, 30)
GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"


def found(text, published=SATURDAY):
    """Return the spans of a text whose tokens, proclitics too, are separated by spaces."""
    return find_times([fold(word) or word for word in text.split(" ")], published)


def surfaces(text, published=SATURDAY):
    """Return ``(surface, value)`` of each time expression."""
    words = text.split(" ")
    return [(" ".join(words[span.start : span.end]), span.value) for span in found(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("السبت", "2024-11-30"),
        ("الأربعاء", "2024-11-27"),
        ("مساء الأربعاء الماضي", "2024-11-27"),
        ("السبت الماضي", "2024-11-23"),
        ("الخميس قبل الماضي", "2024-11-21"),
        ("يوم السبت المقبل", "2024-12-07"),
        ("يوم الثلاثاء من الأسبوع الماضي", "2024-11-19"),
        ("ليل الجمعة السبت", "2024-11-30"),
        ("ليل الجمعة - السبت", "2024-11-30"),
        ("بعد ظهر الجمعة", "2024-11-29"),
        ("فجر اليوم", "2024-11-30"),
        ("أمس الجمعة", "2024-11-29"),
        ("أول من أمس", "2024-11-28"),
        ("أمس الأول الخميس", "2024-11-28"),
        ("غداً", "2024-12-01"),
        ("صباح غد الأحد", "2024-12-01"),
        ("بعد غد", "2024-12-02"),
        ("قبل يومين", "2024-11-28"),
        ("قبل ثلاثة أيام", "2024-11-27"),
        ("قبل نحو شهرين", "2024-09"),
        ("قبل ثماني سنوات", "2016"),
        ("الأسبوع الماضي", "2024-11"),
        ("الأيام القليلة المقبلة", "2024-11"),
        ("خلال أيام", "2024-11"),
        ("الساعات ال 24 الماضية", "2024-11-30"),
        ("الشهر الماضي", "2024-10"),
        ("أواخر الشهر الماضي", "2024-10"),
        ("مطلع الشهر", "2024-11"),
        ("العام الماضي", "2023"),
        ("هذا العام", "2024"),
        ("صباحاً", "2024-11-30"),
    ],
)
def test_times_counted_from_the_publication(text, value):
    assert surfaces(text) == [(text, value)]
    assert [span.value for span in found(text, None)] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24 نوفمبر / تشرين الثاني 2024", "2024-11-24"),
        ("28 تشرين الثاني ( نوفمبر ) 2023", "2023-11-28"),
        ("24 - 11 - 2024", "2024-11-24"),
        ("2024 / 11 / 24", "2024-11-24"),
        ("24.11.2024", "2024-11-24"),
        ("٢٤ نوفمبر ٢٠٢٤", "2024-11-24"),
        ("5 أفريل 2025", "2025-04-05"),
        ("20 غشت 2019", "2019-08-20"),
        ("10 سبتمبر / أيلول من عام 1990", "1990-09-10"),
        ("مارس / 2015", "2015-03"),
        ("شباط / فبراير 2022", "2022-02"),
        ("أواخر عام 2016", "2016"),
        ("عام 1187", "1187"),
        ("سنة ألف و تسعمئة و سبع و ستين", "1967"),
        ("15 رمضان 1445", "2024-03-25"),
        ("15 رمضان 1445 هـ", "2024-03-25"),
        ("رمضان 1445", "2024-03"),
    ],
)
def test_absolute_dates_need_no_publication_day(text, value):
    assert surfaces(text, None) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "value", "future"),
    [
        ("الرابع و العشرين من آب", "2024-08-24", "2025-08-24"),
        ("الرابع و العشرين من آب الماضي", "2024-08-24", None),
        ("24 من مارس الجاري", "2024-03-24", None),
        ("5 ديسمبر المقبل", "2024-12-05", None),
        ("الرابع من الشهر الجاري", "2024-11-04", None),
        ("أيلول", "2024-09", "2025-09"),
        ("ديسمبر", "2023-12", "2024-12"),
        ("مطلع تشرين الأول", "2024-10", "2025-10"),
        ("نوفمبر من العام الماضي", "2023-11", None),
        ("29 فبراير", "2024-02-29", None),
        ("شهر رمضان", "2024-03", "2025-03"),
    ],
)
def test_dates_without_year_take_the_last_up_to_the_publication(text, value, future):
    (span,) = found(text)
    assert (span.value, span.future) == (value, future)


def test_weekday_tells_the_year():
    # 20 October is a Saturday in 2018, a Friday in 2017.
    (span,) = found("السبت 20 أكتوبر", date(2018, 10, 18))
    assert span.value == "2018-10-20"


def test_weekday_and_date_in_apposition_are_one():
    text = "اليوم الأحد ، الثامن من كانون الأول"
    assert surfaces(text, date(2024, 12, 8)) == [(text, "2024-12-08")]


def test_weekday_holds_where_yesterday_is_counted_from_another_day():
    assert [span.value for span in found("أمس الثلاثاء", date(2018, 7, 5))] == ["2018-07-03"]


def test_open_weekday_offers_the_next_one():
    (span,) = found("الأحد")
    assert (span.kind.value, span.value, span.future) == ("weekday", "2024-11-24", "2024-12-01")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("في 18 و 19 أكتوبر", ["2024-10-18", "2024-10-19"]),
        ("مارس و أبريل 2018", ["2018-03", "2018-04"]),
        ("عامي 2021 و 2022", ["2021", "2022"]),
        ("يومي الخميس و الجمعة", ["2024-11-28", "2024-11-29"]),
        ("في آب 2014 ثم في كانون الأول من العام نفسه", ["2014-08", "2014-12"]),
    ],
)
def test_lists(text, values):
    assert [span.value for span in found(text)] == values


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("من 5 إلى 8 مايو 2020", "5 إلى 8 مايو 2020", "2020-05"),
        ("بين 5 و 8 مايو 2020", "5 و 8 مايو 2020", "2020-05"),
        ("بين عامي 2014 و 2016", "عامي 2014 و 2016", None),
        ("( 2015 - 2017 )", "2015 - 2017", None),
    ],
)
def test_ranges_have_the_month_that_holds_them(text, surface, value):
    assert surfaces(text) == [(surface, value)]
    assert found(text)[0].kind.value == "range"


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("قبل ذلك ب يومين", -2),
        ("بعد يوم على", 1),
        ("بعد أسبوع من", 7),
        ("قبل ثلاثة أيام من", -3),
        ("غداة", 1),
        ("اليوم التالي", 1),
        ("في اليوم نفسه", 0),
        ("بعد ساعات", 0),
        ("بعد أشهر من", None),
    ],
)
def test_times_counted_from_another_date(text, offset):
    (span,) = found(text)
    assert (span.kind.value, span.value, span.offset) == ("relative", None, offset)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الخميس ثم في اليوم نفسه", "2024-11-28"),
        ("في 18 أكتوبر ثم يومها", "2024-10-18"),
        ("في أكتوبر 2023 ثم في اليوم نفسه", None),
        ("الخميس ثم غداة", None),
        ("الخميس ثم قبل ذلك ب يومين", "2024-11-26"),
        ("الخميس ثم في اليوم التالي", "2024-11-29"),
        ("الخميس ثم بعد يومين", None),
    ],
)
def test_days_counted_from_the_last_day_named(text, value):
    assert found(text)[-1].value == value


def test_planned_event_counts_from_the_publication():
    assert [span.future for span in found("سيعقد بعد يومين")] == ["2024-12-02"]
    assert [span.future for span in found("بعد يومين من إعلان")] == [None]


@pytest.mark.parametrize("text", ["منذ ثلاثة أيام", "ثلاثة أيام", "منذ سنوات", "خلال 24 ساعة", "طوال الأسابيع الماضية"])
def test_lengths_have_no_value(text):
    assert [(span.kind.value, span.value) for span in found(text)] == [("duration", None)]


@pytest.mark.parametrize(
    "text",
    [
        "ثورة 25 يناير",
        "جسر 6 أكتوبر",
        "قوى 14 آذار",
        "قال أب",
        "تيريزا ماي في لندن",
        "في جوان",
        "مارس الضغط",
        "في اليوم الثالث",
        "اليوم الوطني",
        "قناة روسيا اليوم",
        "كل يوم جمعة",
        "أيام الجمعة",
        "الساعة العاشرة و النصف صباحا",
        "الساعة 10:30",
        "البالغ من العمر 20 عاما",
        "( 20 عاما )",
        "قتل 2016 شخصا",
        "في 2000 دولار",
        "45 مارسيليا",
        "موقع « 26 سبتمبر » اليمني",
    ],
)
def test_no_time_of_an_event(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("الساعة 10:30 من صباح الجمعة", "صباح الجمعة"),
        ("الثامنة مساء الجمعة", "مساء الجمعة"),
        ("منذ فجر الجمعة", "فجر الجمعة"),
    ],
)
def test_hour_and_since_stay_outside_the_day(text, surface):
    assert surfaces(text) == [(surface, "2024-11-29")]


def test_spans_lie_within_the_tokens():
    assert [(span.start, span.end) for span in found("بتاريخ 24.11.2024")] == [(1, 2)]


@pytest.mark.parametrize("text", ["1/1/0001 ثم قبل ذلك ب يومين", "31/12/9999 ثم في اليوم التالي"])
def test_days_counted_beyond_the_calendar_have_no_value(text):
    assert found(text)[-1].value is None


@pytest.mark.parametrize("text", ["قبل 99999999999 يوما", "قبل ذلك ب 99999999999 يوما", "15 رمضان", "1 - 1 - 0000"])
def test_what_no_calendar_holds_has_no_value(text):
    assert [span.value for span in found(text, date(1800, 1, 1)) if span.value is not None] == []


def test_expressions_do_not_run_over_a_line_break():
    assert surfaces("أمس \n الجمعة") == [("أمس", "2024-11-29"), ("الجمعة", "2024-11-29")]


def test_component_writes_a_layer_that_survives_bytes():
    vocab = Vocab()
    doc = Doc(vocab, words=["سيطرت", "17", "\xa0", "تموز", "و", "السبت"])
    for token in doc:
        token.norm_ = fold(token.text) or token.text
    doc.user_data["date"] = "2024-11-30"
    marked = read_layer(Doc(vocab).from_bytes(mark_times(doc).to_bytes()), Layer.TIMES)
    assert [(item.start, item.end, item.label) for item in marked] == [(1, 4, "date"), (5, 6, "weekday")]
    assert [item.attrs["values"] for item in marked] == ["2024-07-17", "2024-11-30"]
    assert [item.attrs["futures"] for item in marked] == ["2025-07-17", None]


def test_component_without_a_date_and_with_a_wrong_one():
    doc = Doc(Vocab(), words=["السبت"])
    doc[0].norm_ = "السبت"
    assert [item.attrs["values"] for item in read_layer(mark_times(doc), Layer.TIMES)] == [None]
    doc.user_data["date"] = "30/11/2024"
    with pytest.raises(ValueError, match="isoformat"):
        mark_times(doc)


def test_gold_times_are_found():
    """Floors: nearly every gold time stands in its document, three of four in the event's own sentence."""
    tokenizer = ArabicTokenizer(Vocab())
    wanted = in_document = in_sentence = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        doc = tokenizer(article["text"])
        doc.user_data["date"] = article["date"]
        seen = view(doc)
        spans = [
            (seen.sentence_of(item.start), value)
            for item in read_layer(mark_times(doc), Layer.TIMES)
            for value in (item.attrs["values"], item.attrs["futures"])
        ]
        for event in article["events"]:
            if event["time"] is not None:
                wanted += 1
                in_document += event["time"] in {value for _, value in spans}
                in_sentence += (event["sentence"], event["time"]) in spans
    assert in_document / wanted >= 0.94
    assert in_sentence / wanted >= 0.73
