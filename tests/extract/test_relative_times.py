import pytest

from kgbuild.extract.annotator import DocAnnotator
from kgbuild.models import RULES_ALONE
from kgbuild.records import Article

DAYS = {
    "السبت": "2024-11-30",
    "الخميس": "2024-11-28",
    "غداة": "+1",
    "عشية": "-1",
    "بعد يومين": "+2",
    "بعد ثلاثة أيام": "+3",
}
TRIGGERS = {"هجوم": "n Attack", "معارك": "n ArmedClash plural", "تفجير": "n Bombing"}


@pytest.fixture
def events(doc):
    """Make the events that the rules find in a text."""

    def make(text, published="2024-11-30"):
        words = text.split(" ")
        made = doc(
            text, names={"الفصائل": "ArmedGroup"},
            triggers={word: what for word, what in TRIGGERS.items() if word in words},
            times={day: iso for day, iso in DAYS.items() if f" {day} " in f" {text} "},
        )  # fmt: skip
        return DocAnnotator(RULES_ALONE)(Article("a", text, date=published), made).events

    return make


@pytest.mark.parametrize(
    ("text", "expected", "by"),
    [
        ("دفن السكان السبت قتلاهم غداة هجوم الفصائل", "2024-11-29", "غداة"),
        ("دفن السكان قتلاهم غداة هجوم الفصائل", "2024-11-29", "غداة"),
        ("دفن السكان قتلاهم بعد هجوم الفصائل", None, None),
        ("دفن السكان السبت قتلاهم غداة سلسلة هجوم الفصائل", "2024-11-29", "غداة"),
        ("دفن السكان السبت قتلاهم بعد يومين من هجوم الفصائل", "2024-11-28", "بعد يومين"),
        ("فر السكان الخميس عشية هجوم الفصائل", "2024-11-29", "عشية"),
        # The day told last counts, in another sentence too.
        ("دفن السكان الخميس قتلاهم . وجاء ذلك بعد يومين على تفجير مقر الفصائل", "2024-11-26", "بعد يومين"),
        # A date of the event's own stays, and so does what is not counted from.
        ("دفن السكان قتلاهم غداة هجوم الفصائل الخميس", "2024-11-28", "الخميس"),
        ("دفن السكان السبت قتلاهم بعد يومين وكان هجوم الفصائل", "2024-11-30", "السبت"),
        # So long the fighting went on.
        ("انسحب السكان السبت بعد ثلاثة أيام من معارك الفصائل", "2024-11-30", "السبت"),
        ("انسحب السكان السبت بعد ثلاثة أيام على معارك الفصائل", "2024-11-27", "بعد ثلاثة أيام"),
        # How long ago exactly is not said.
        ("دفن السكان السبت قتلاهم بعد يومين أو أكثر من هجوم الفصائل", "2024-11-30", "السبت"),
    ],
)
def test_what_days_are_counted_from_is_dated_so_many_days_back(text, expected, by, events):
    (event,) = events(text)
    assert event.time == expected
    assert (event.time_text.text if event.time_text else None) == by
    (undated,) = events(text, published=None)
    assert undated.time in (expected, None)


def test_days_counted_beyond_the_calendar_change_nothing(events):
    (event,) = events("دفن السكان قتلاهم غداة هجوم الفصائل", published="0001-01-01")
    assert event.time is None


def test_without_any_date_nothing_is_counted(events):
    (event,) = events("دفن السكان قتلاهم غداة هجوم الفصائل", published=None)
    assert event.time is None


def test_it_is_told_that_days_were_counted(doc):
    text = "دفن السكان السبت قتلاهم غداة هجوم الفصائل"
    times = {"السبت": "2024-11-30", "غداة": "+1"}
    made = doc(text, names={"الفصائل": "ArmedGroup"}, triggers={"هجوم": "n Attack"}, times=times)
    explained = DocAnnotator(RULES_ALONE).explain(Article("a", text, date="2024-11-30"), made)
    assert [reasons.time for reasons in explained.events.values()] == ["days counted from it; relative"]
