"""Which words of invented sentences tell an event, by the rules and as possibilities for the classifier."""

from __future__ import annotations

import pytest
import spacy

from kgbuild.analyse.tokenizer import ArabicTokenizer
from kgbuild.analyse.triggers import tag_triggers
from kgbuild.docview import Layer, Marked, read_layer
from kgbuild.folding import fold


def marked(text: str) -> list[tuple[str, Marked]]:
    nlp = spacy.blank("ar")
    doc = tag_triggers(ArabicTokenizer(nlp.vocab)(text))
    return [(fold(doc[mark.start].text), mark) for mark in read_layer(doc, Layer.TRIGGERS)]


def chosen(text: str) -> set[tuple[str, str]]:
    return {(word, mark.label) for word, mark in marked(text) if mark.attrs["chosen"]}


def possible(text: str) -> set[tuple[str, str]]:
    return {(word, mark.label) for word, mark in marked(text)}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("باتت القوات على بعد ثلاثة كيلومترات من البلدة.", "باتت", "Advance"),
        ("وصل المقاتلون إلى مشارف المدينة.", "مشارف", "Advance"),
        ("خرجت البلدة عن سيطرة الجيش.", "خرجت", "Seizure"),
        ("وضع المسلحون أيديهم على الحقل، ووضع التنظيم يده على المصفاة.", "وضع", "Seizure"),
        ("لقي ثلاثة جنود حتفهم في كمين.", "حتفهم", "Killing"),
        ("فارق الجريح الحياة في المستشفى.", "فارق", "Killing"),
        ("ضيقت القوات الخناق على المسلحين.", "ضيقت", "Siege"),
        ("حفر المقاتلون الخنادق حول القرية.", "حفر", "Deployment"),
        ("نصبت الشرطة حواجز عند مدخل الحي.", "نصبت", "Deployment"),
        ("هرب مئات المدنيين نحو الحدود.", "هرب", "Displacement"),
        ("تبادل الجانبان الأسرى برعاية الصليب الأحمر.", "تبادل", "Release"),
        ("أعلنت الحكومة وقفا تاما لإطلاق النار.", "وقفا", "Ceasefire"),
        ("أوقفت الحكومة صادرات السلاح إلى جارتها.", "أوقفت", "Sanction"),
        ("تقف بلادنا إلى جانب الشعب.", "تقف", "Support"),
        ("دانت الوزارة التفجير.", "دانت", "Accusation"),
        ("وبخ الوزير السفير.", "وبخ", "Accusation"),
        ("حضت المنظمة الأطراف على التهدئة.", "حضت", "Demand"),
        ("تجمع السكان، مطالبين بتوفير الماء.", "مطالبين", "Demand"),
        ("أمهلت الحكومة المهاجرين أسبوعا.", "أمهلت", "Threat"),
        ("أدى الرئيس اليمين أمام البرلمان.", "أدى", "PoliticalChange"),
        ("حل الملك البرلمان.", "حل", "PoliticalChange"),
        ("جاء الوزير خلفا لزميله المستقيل.", "المستقيل", "PoliticalChange"),
        ("شهدت الحدود توغلات جديدة للجيش.", "توغلات", "Advance"),
        ("قال إن من أطلق سراحهم عادوا إلى بيوتهم.", "أطلق", "Release"),
    ],
)
def test_the_rules_choose(text: str, word: str, kind: str) -> None:
    assert (fold(word), kind) in chosen(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("سيطر الفريق على الكرة طوال المباراة.", "سيطر"),
        ("فاز المنتخب بعد هجوم سريع في الشوط الثاني من المباراة.", "هجوم"),
        ("رفضت الوزارة التعليق على الخبر.", "رفضت"),
        ("قال مسؤول طلب عدم كشف هويته إن الاجتماع انتهى.", "طلب"),
        ("يشكل السلاح تهديدا للسكان.", "تهديدا"),
        ("بحث مع أصدقائه عن عمل.", "بحث"),
        ("وقع الحادث صباح اليوم.", "وقع"),
        ("لن تغير الزيارة شيئا.", "تغير"),
        ("وضع الوزير الكتاب على الطاولة.", "وضع"),
        ("انتزع المقاتلون البلدة من قبضة التنظيم.", "قبضة"),
        ("مقتل عشرين شخصا في زلزال ضرب الساحل.", "مقتل"),
    ],
)
def test_the_rules_leave(text: str, word: str) -> None:
    assert fold(word) not in {found for found, _ in chosen(text)}


def test_the_classifier_sees_a_sense_whose_conditions_fail() -> None:
    text = "سيطر الفريق على الكرة طوال المباراة."
    assert (fold("سيطر"), "Seizure") in possible(text) - chosen(text)


def test_a_binding_sense_is_no_possibility_without_its_conditions() -> None:
    assert possible("وضع الوزير الكتاب على الطاولة.") == set()


def test_a_weak_sense_is_only_a_possibility() -> None:
    text = "أمرت الحكومة السكان بالمغادرة."
    assert (fold("أمرت"), "Demand") in possible(text) - chosen(text)


def test_a_participle_without_a_comma_is_only_a_possibility() -> None:
    text = "تظاهر الآلاف أمام السفارة منددين بالضربة."
    assert (fold("منددين"), "Accusation") in possible(text) - chosen(text)
    assert (fold("منددين"), "Accusation") in chosen("تظاهر الآلاف أمام السفارة، منددين بالضربة.")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("إلى ذلك أفرجت السلطات عن عشرين معتقلا.", "أفرجت", "Release"),
        ("وكانت الاشتباكات اندلعت ليلا.", "الاشتباكات", "ArmedClash"),
        ("ودان المجلس التفجير.", "دان", "Accusation"),
        ("والتقاه الوزير في العاصمة.", "التقاه", "Meeting"),
    ],
)
def test_what_stands_before_leaves_the_word_its_sense(text: str, word: str, kind: str) -> None:
    """Regression: after «ذلك» no verb, after «كانت» no noun was seen; «ودان» was one word."""
    assert (fold(word), kind) in chosen(text)


def test_a_noun_in_ta_marbuta_is_no_verb_with_its_object() -> None:
    lemmas = {mark.attrs["lemma"] for word, mark in marked("نفذت الطائرات ضربة جوية.") if word == fold("ضربة")}
    assert lemmas == {"ضربة|ضربات"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("كان الوزير حازما للغاية في حديثه", "للغاية"),  # not «إلغائه»
        ("دفعة جديدة من الطلاب", "دفعة"),  # not «دفعه»
        ("حوار انتخابي في العاصمة", "انتخابي"),
        ("تدخلاً في شؤون المدينة", "تدخلاً"),
        ("تواجه الدولتان اتهامات بشأن الأسلحة", "تواجه"),
        ("أزمة تلوح في الأفق", "تلوح"),
    ],
)
def test_what_spelling_and_idiom_forbid_is_no_possibility(text: str, word: str) -> None:
    """Regression: ة was read as the suffix ه, ي of adjectives as "my", tanwin on a finite verb; idioms of no event."""
    read = {surface for surface, mark in marked(text) if mark.attrs["pos"] == "v" or mark.attrs["suffix"]}
    assert fold(word) not in read


def test_an_accusative_noun_is_no_dual_verb() -> None:
    """Regression: «دعما» was read as "the two supported"."""
    assert {mark.attrs["pos"] for surface, mark in marked("قدم دعما للجيش") if surface == "دعما"} == {"n"}


def test_a_form_is_first_read_as_the_earlier_lemma_of_the_lexicon() -> None:
    [(_, mark)] = [
        pair
        for pair in marked("أدانت الحكومة الهجوم.")
        if pair[1].label == "Accusation" and pair[1].attrs["pos"] == "v"
    ]
    assert mark.attrs["lemma"] == "دين/IV"


def test_a_mark_knows_its_sentence() -> None:
    found = [mark.attrs["sentence"] for _, mark in marked("اجتمع الوزيران. قصف الجيش القرية.") if mark.attrs["chosen"]]
    assert found == [0, 1]
