"""Proclitics are split where a reader would split them, and names stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.analyse.proclitics import expand_fused, split_proclitics
from kgbuild.analyse.word_counts import word_counts

WIKINEWS = Path(__file__).parents[3] / "shared" / "data" / "segmentation" / "WikiNews.pos.ref"
FLOOR = 0.99
PROCLITIC_TAGS = {"CONJ", "PREP", "FUT_PART"}


@pytest.mark.parametrize(
    "pieces",
    [
        "و+سيطرت",
        "و+أضاف",
        "و+دان",
        "ف+إن",
        "و+للجيش",
        "ب+المدينة",
        "و+ب+المدينة",
        "ب+حسب",
        "و+ب+حسب",
        "ل+روسيا",
        "و+ل+سوريا",
        "ك+الجبال",
        "س+يجري",
        "و+س+يجري",
        "ب+ما",
        "و+لا",
        "و+ما",
        "و+كما",
        "و+لكن",
        "ل+أن",
        "و+ل+ه",
        "ب+أورشليم",
        "و+تلمنس",
        "ل+ليبيا",
        "و+ل+لبنان",
    ],
)
def test_splits(pieces: str) -> None:
    assert "+".join(split_proclitics(pieces.replace("+", ""))) == pieces


@pytest.mark.parametrize(
    "words",
    [
        "لكن كما فيما بين لم في فوق بعد كان للجيش للقاء لليبيين",
        "وزير وقف وصل فريق فصائل بلد بلدة كتاب كبير سلاح سيارة سيطرت سكان",
        "لبنان ليبيا سوريا كوريا بوتين لافروف فيصل بشار بكين بيونغ سنجار سقطرى كوفي وليد فلسطين باريس لاهاي",
        "ويتكوف فالنتينو كيرياكوس ستيرجيس لوبومباشي بوتوماك",
    ],
)
def test_keeps_whole(words: str) -> None:
    assert [split_proclitics(word) for word in words.split()] == [(word,) for word in words.split()]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("وَقَالَ", ("وَ", "قَالَ")),
        ("وقـــال", ("و", "قـــال")),
        ("وـقال", ("وـ", "قال")),
        ("وَزِير", ("وَزِير",)),
        ("لـ", ("لـ",)),
        ("و", ("و",)),
        ("َ", ("َ",)),
        ("", ("",)),
    ],
)
def test_a_mark_stays_with_its_letter(word: str, pieces: tuple[str, ...]) -> None:
    assert split_proclitics(word) == pieces


@given(st.text(alphabet="وفبلكساليتهمنأإةىَـء", max_size=12))
def test_pieces_join_to_the_word(word: str) -> None:
    pieces = split_proclitics(word)
    assert "".join(pieces) == word
    assert len(pieces) <= 3
    assert all(pieces) or not word


@pytest.mark.parametrize(
    ("word", "expanded"),
    [
        ("للجيش", "الجيش"),
        ("للجنة", "اللجنة"),
        ("للّقاء", "اللقاء"),
        ("الجيش", "الجيش"),
        ("لبنان", "لبنان"),
        ("لليبيا", "لليبيا"),
        ("لل", "لل"),
    ],
)
def test_expand_fused_restores_the_article(word: str, expanded: str) -> None:
    assert expand_fused(word) == expanded


def test_counts_are_of_lookup_forms() -> None:
    counts = word_counts()
    assert counts.seen["في"] > counts.seen["فيصل"] > 1
    assert set(counts.governed) <= set(counts.seen)
    assert counts.governed["بكين"] > counts.governed.get("بشكل", 0)


def _gold_pieces(line: str) -> tuple[str, ...] | None:
    """Read a line such as ``و+ب+ال+مدين+ة<TAB>CONJ+PREP+DET+NOUN+NSUFF``: its proclitics and the rest."""
    segments, tags = (column.split("+") for column in line.split("\t"))
    word = "".join(segments)
    if len(segments) != len(tags) or not all("\u0621" <= letter <= "\u064a" for letter in word):
        return None
    count = 0
    while count < len(tags) - 1 and tags[count] in PROCLITIC_TAGS and len(segments[count]) == 1:
        count += 1
    pieces = [*segments[:count], "".join(segments[count:])]
    if pieces[-2:-1] == ["ل"] and segments[count] == "ال":
        pieces[-2:] = ["لل" + "".join(segments[count + 1 :])]
    return tuple(pieces)


@pytest.mark.skipif(not WIKINEWS.exists(), reason="Farasa's WikiNews.pos.ref is not beside the repository")
def test_accuracy_on_wikinews() -> None:
    lines = WIKINEWS.read_text(encoding="utf-8").splitlines()
    gold = [pieces for line in lines if (pieces := _gold_pieces(line))]
    right = sum(split_proclitics("".join(pieces)) == pieces for pieces in gold)
    assert len(gold) > 16_000
    assert right / len(gold) >= FLOOR
