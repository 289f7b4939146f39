"""Numbers in digits and words, in every agreement form, exact and vague."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kgbuild.analyse.numbers import NumberKind, find_numbers, find_ordinals, mark_numbers
from kgbuild.docview import Layer, Marked, read_layer, write_layer
from kgbuild.folding import fold


def norms_of(text):
    """Fold a text whose tokens, proclitics too, are separated by spaces."""
    return [fold(word) or word for word in text.split(" ")]


def found(text):
    """Return ``(surface, value, kind)`` of each number."""
    words = text.split(" ")
    return [
        (" ".join(words[span.start : span.end]), span.value, span.kind.value) for span in find_numbers(norms_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("مقتل ثلاثة عشر شخصا", "ثلاثة عشر", 13),
        ("أحد عشر شهرا", "أحد عشر", 11),
        ("إحدى عشرة قرية", "إحدى عشرة", 11),
        ("اثنا عشر جنديا", "اثنا عشر", 12),
        ("خمس و عشرون قرية", "خمس و عشرون", 25),
        ("خمسة و عشرين شخصا", "خمسة و عشرين", 25),
        ("مئة و خمسة و عشرون", "مئة و خمسة و عشرون", 125),
        ("مائتي شخص", "مائتي", 200),
        ("ثلاثمئة و خمسون", "ثلاثمئة و خمسون", 350),
        ("أربع مئة", "أربع مئة", 400),
        ("ألفان و ثلاثمئة و خمسة و أربعون", "ألفان و ثلاثمئة و خمسة و أربعون", 2345),
        ("ستين ألف أسرة", "ستين ألف", 60_000),
        ("عشرون ألفاً", "عشرون ألفاً", 20_000),
        ("ألفا جندي", "ألفا", 2000),
        ("مليون و نصف المليون لاجئ", "مليون و نصف المليون", 1_500_000),
        ("نصف مليون شخص", "نصف مليون", 500_000),
        ("9 مليارات و 400 مليون درهم", "9 مليارات و 400 مليون", 9_400_000_000),
        ("نحو 130 ألف شخص", "130 ألف", 130_000),
        ("ما لا يقل عن 12,500 شخص", "12,500", 12_500),
        ("5.26 مليار", "5.26 مليار", 5_260_000_000),
        ("٣٨ شخصا", "٣٨", 38),
        ("۱۲ شخصا", "۱۲", 12),
        ("الأشخاص الثلاثة", "الثلاثة", 3),
    ],
)
def test_exact_numbers(text, surface, value):
    assert found(text) == [(surface, value, "cardinal")]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("عشرات القتلى", "عشرات", "vague"),
        ("مئات الآلاف من", "مئات الآلاف", "vague"),
        ("بضعة آلاف", "بضعة آلاف", "vague"),
        ("بين 10 و 15 قتيلا", "10 و 15", "range"),
        ("10 - 15 قتيلا", "10 - 15", "range"),
        ("من خمسة إلى عشرة", "خمسة إلى عشرة", "range"),
        ("97.08 ب المئة", "97.08 ب المئة", "percent"),
        ("18 في المائة", "18 في المائة", "percent"),
        ("بلغ 3.5", "3.5", "fraction"),
    ],
)
def test_numbers_without_an_exact_value(text, surface, kind):
    assert found(text) == [(surface, None, kind)]


def test_two_counts_of_two_nouns_stay_apart():
    assert found("ألف قتيل و 300 جريح") == [("ألف", 1000, "cardinal"), ("300", 300, "cardinal")]


def test_sunday_before_ten_is_not_eleven():
    assert found("قتل الأحد عشرة أشخاص") == [("عشرة", 10, "cardinal")]


@pytest.mark.parametrize("text", ["قتل الاثنين", "قال أحد القادة", "الساعة 10:30", "نصف المنطقة"])
def test_no_number(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("الخامس عشر", 15), ("الثالث و العشرين", 23), ("الحادي و الثلاثين", 31), ("الثانية", 2), ("العاشر", 10)],
)
def test_ordinals(text, value):
    (span,) = find_ordinals(norms_of(text))
    assert (span.end, span.value, span.kind) == (len(text.split(" ")), value, NumberKind.ORDINAL)
    assert find_numbers(norms_of(text)) == []


def test_component_leaves_out_what_is_a_time_and_sees_over_blanks():
    doc = Doc(Vocab(), words=["في", "24", "نوفمبر", "قتل", "130", "\xa0", "ألف", "شخص"])
    for token in doc:
        token.norm_ = fold(token.text) or token.text
    write_layer(doc, Layer.TIMES, [Marked(1, 3, "date", {})])
    marked = read_layer(mark_numbers(doc), Layer.NUMBERS)
    assert [(item.start, item.end, item.label, item.attrs["values"]) for item in marked] == [
        (4, 7, "cardinal", 130_000)
    ]
