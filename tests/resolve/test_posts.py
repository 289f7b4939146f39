"""Who held a post on a day, and that the registry's posts make sense."""

from itertools import combinations

import pytest

from kgbuild.folding import fold
from kgbuild.registry import actors
from kgbuild.resolve.posts import CHECKED_UNTIL, holder, office_of, owners, posts_of

# Posts that two persons held at once: Libya had two prime ministers from 2014 to 2021.
HELD_BY_SEVERAL = {("رئيس الوزراء", "LY")}


def of(title, day):
    found = holder(posts_of(fold(title)), day)
    return found.slug if found else None


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        ("وزير الخارجية التركي", "2024-03-01", "hakan-fidan"),
        ("وزير الخارجية التركي", "2020-03-01", "mevlut-cavusoglu"),
        ("وزير خارجية تركيا", "2012-03-01", "ahmet-davutoglu"),
        ("رئيس الوزراء العراقي", "2019-03-03", "adil-abdul-mahdi"),
        ("رئيس وزراء العراق", "2021-01-01", "mustafa-al-kadhimi"),
        ("رئيس الوزراء في العراق", "2021-01-01", "mustafa-al-kadhimi"),
        ("رئيس الحكومة اللبنانية", "2018-03-03", "saad-hariri"),
        ("الملك السعودي", "2014-06-01", "king-abdullah-of-saudi-arabia"),
        ("العاهل السعودي", "2016-06-01", "king-salman"),
        ("رئيسة وزراء بريطانيا", "2018-12-03", "theresa-may"),
        ("وزيرة الخارجية الأمريكية", "2011-05-05", "hillary-clinton"),
        ("وزير الجيوش الفرنسي", "2023-05-05", "sebastien-lecornu"),
        ("رئيس كوريا الجنوبية", "2018-12-03", "moon-jae-in"),
        ("الأمين العام للأمم المتحدة", "2012-01-01", "ban-ki-moon"),
        ("أمين عام حزب الله", "2020-01-01", "hassan-nasrallah"),
        ("مبعوث الأمم المتحدة إلى اليمن", "2018-10-03", "martin-griffiths"),
        ("رئيس هيئة الأركان الإسرائيلية", "2018-03-03", "gadi-eisenkot"),
        ("الرئيس الأميركي", "2021-01-19", "donald-trump"),
        ("الرئيس الأميركي", "2021-01-21", "joe-biden"),
    ],
)
def test_holder_of_the_day(title, day, expected):
    assert of(title, day) == expected


@pytest.mark.parametrize(
    ("title", "day", "why"),
    [
        ("وزير الخارجية التركي", "2023-06-02", "the month of the change"),
        ("وزير الخارجية التركي", None, "no day"),
        ("وزير الخارجية التركي", "1990-01-01", "before the registry's posts"),
        ("نائب وزير الخارجية الروسي", "2018-10-03", "another post"),
        ("وزير الخارجية التركي السابق", "2018-10-03", "a former one"),
        ("رئيس الوزراء الليبي", "2018-10-03", "two at once"),
        ("وزير الخارجية", "2018-10-03", "of whom is not said"),
        ("وزير الدفاع الليبي", "2018-10-03", "not in the registry"),
        ("الرئيس التركي", "2099-01-01", "after the day of the last check"),
    ],
)
def test_no_holder_is_guessed(title, day, why):
    assert of(title, day) is None, why


def test_wordings_of_an_office():
    assert office_of(fold("رئيسة مجلس الوزراء")) == office_of(fold("رئيس حكومة")) == fold("رئيس الوزراء")
    assert office_of(fold("رئيس")) == fold("الرئيس")
    assert office_of(fold("وزير الري")) == fold("وزير الري")


def test_a_ministry_and_its_state_own_a_post():
    assert owners(fold("وزارة الخارجية التركية")) >= {"turkish-foreign-ministry", "TR"}
    assert owners(fold("أنقرة")) == {"TR"}


def test_one_person_at_a_time():
    """Periods of one post may share the month of the change, no more."""
    terms = {}
    for person in actors():
        for term in person.positions:
            for post in posts_of(fold(term.title)) or {(office_of(fold(term.title)), term.body)}:
                terms.setdefault(post, []).append((person.slug, term))
    several = {
        post
        for post, held in terms.items()
        for (one, first), (other, second) in combinations(held, 2)
        if one != other and _overlap(first, second)
    }
    assert several == {(fold(office), owner) for office, owner in HELD_BY_SEVERAL}


def _overlap(first, second):
    return _begins_before_the_end(first, second) and _begins_before_the_end(second, first)


def _begins_before_the_end(first, second):
    begin, end = first.since or "0000", second.until or "9999"
    shared = min(len(begin), len(end))
    return begin[:shared] < end[:shared]


def test_nothing_is_told_beyond_the_last_check():
    dates = [date for person in actors() for term in person.positions for date in (term.since, term.until) if date]
    assert len(dates) > 700
    late = {date for date in dates if date > CHECKED_UNTIL}
    # An end that was announced: the UN's high commissioner for refugees serves to the end of the year.
    assert late <= {"2025-12"}
