"""When an event happened (guidelines, section 6, Time)."""

from __future__ import annotations

import pytest

from kgbuild.extract.timing import DATES, OTHER, candidate_features, is_ahead, time_candidates, time_of, time_value
from kgbuild.labels import Modality
from kgbuild.linear import BIAS, LinearModel

ACTUAL, FUTURE, HYPOTHETICAL = Modality.ACTUAL, Modality.FUTURE, Modality.HYPOTHETICAL
TIMES = {"السبت": "2024-11-30 2024-12-07", "الخميس": "2024-11-28", "أمس": "2024-11-29", "مؤخرا": None}
EVENTS = {
    "هاجمت": "v Attack", "انسحب": "v Withdrawal", "انسحاب": "n Withdrawal", "مقتل": "n Killing", "اجتماع": "n Meeting",
}  # fmt: skip


def among(text: str, stated: dict[str, object]) -> dict[str, object]:
    return {word: said for word, said in stated.items() if word in text.split(" ")}


@pytest.fixture
def told(scene):
    def make(text: str):
        return scene(
            text, times=among(text, TIMES), triggers=among(text, EVENTS), speech=among(text, {"أعلن": "verb assert"})
        )

    return make


def value(made, modality: Modality = ACTUAL, model: LinearModel | None = None, index: int = 0) -> str | None:
    mark = time_of(made, made.triggers[index], modality, model)
    return time_value(mark, modality) if mark else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجمت الفصائل مورك السبت", "2024-11-30"),
        ("السبت هاجمت الفصائل مورك", "2024-11-30"),
        # A time of the same clause before one of another.
        ("السبت هاجمت فيما عادت الخميس", "2024-11-30"),
        # An announcement dates what it announces.
        ("أعلن الجيش ، الخميس ، أن فصيلا انسحب", "2024-11-28"),
        ("أعلن الجيش ، الخميس ، مقتل جندي", "2024-11-28"),
        # No carry-over between sentences.
        ("عاد الهدوء السبت . هاجمت الفصائل مورك", None),
        ("هاجمت الفصائل مورك . عاد الهدوء السبت", None),
        # What the text does not let one resolve.
        ("هاجمت الفصائل مورك مؤخرا", None),
        ("هاجمت الفصائل مورك مؤخرا و تحديدا السبت", "2024-11-30"),
        ("هاجمت الفصائل مورك", None),
    ],
)
def test_the_time_of_an_event(text, expected, told):
    assert value(told(text)) == expected


def test_each_of_two_events_has_its_own_time(told):
    made = told("هاجمت الفصائل مورك الخميس ، فيما انسحب الجيش السبت")
    assert [value(made, index=index) for index in (0, 1)] == ["2024-11-28", "2024-11-30"]


def test_a_consequence_takes_the_date_of_its_happening(told):
    """Consequences and parts of a dated happening take its date."""
    made = told("هاجمت الفصائل مورك السبت و أدى ذلك إلى مقتل جندي")
    assert [value(made, index=index) for index in (0, 1)] == ["2024-11-30", "2024-11-30"]


@pytest.mark.parametrize(
    ("day", "modality", "expected"),
    [
        ("السبت", ACTUAL, "2024-11-30"),
        ("السبت", FUTURE, "2024-12-07"),
        ("الخميس", FUTURE, "2024-11-28"),
    ],
)
def test_a_planned_event_takes_the_coming_day(day, modality, expected, told):
    assert value(told(f"اجتماع في دمشق {day}"), modality) == expected


def model(**weights: tuple[float, float]) -> LinearModel:
    return LinearModel((DATES, OTHER), {BIAS: (-2.0, 2.0), **weights})


def test_the_learned_binding_decides(told):
    made = told("السبت هاجمت الفصائل مورك الخميس")
    assert value(made, model=model(**{"side=before": (9, 0)})) == "2024-11-30"
    assert value(made, model=model(**{"side=after": (9, 0)})) == "2024-11-28"
    assert value(made, model=model()) is None


def test_every_resolvable_time_of_the_sentence_is_a_candidate(told):
    made = told("السبت هاجمت الفصائل مورك الخميس مؤخرا . أمس")
    candidates = time_candidates(made, made.triggers[0], ACTUAL)
    assert [mark.attrs["values"] for mark in candidates] == ["2024-11-30", "2024-11-28"]
    seen = [set(features) for _, features in candidate_features(made, made.triggers[0], candidates, ACTUAL)]
    assert [{"rule=True", "rule=False"} & features for features in seen] == [{"rule=False"}, {"rule=True"}]
    assert {"side=before", "times=2", "rank=0", "modality=actual"} <= seen[0]


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("انسحاب المسلحين ب حلول السبت", False),
        ("انسحاب المسلحين بحلول السبت", True),
        ("اجتماع المجلس المقرر السبت", True),
        ("اجتماع المجلس المقررة في السبت", True),
        ("اجتماع المجلس السبت", False),
    ],
)
def test_a_date_may_say_itself_that_it_is_to_come(text, ahead, told):
    made = told(text)
    assert is_ahead(made, made.times[0]) is ahead
