"""The names that the rules find, and what the learned stages see of the other layers."""

from __future__ import annotations

import pytest

from kgbuild.analyse.names import component
from kgbuild.analyse.names.component import other_marks, rule_names
from kgbuild.analyse.names.proposals import Proposal
from kgbuild.analyse.pipeline import load_pipeline
from kgbuild.docview import Layer, read_layer, view
from kgbuild.models import RULES_ALONE, Models


@pytest.fixture(scope="module")
def rules():
    return load_pipeline(RULES_ALONE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير أيمن الصفدي إن الطريق مفتوح.", [("أيمن الصفدي", "Person")]),
        ("تقع بلدة الكرمل قرب البحر.", [("الكرمل", "Settlement")]),
        ("اجتمعت وزارة الدفاع السعودية أمس.", [("وزارة الدفاع السعودية", "GovernmentBody")]),
        ("هبطت الطائرة في مطار بيروت الدولي.", [("مطار بيروت الدولي", "Facility")]),
        ("يجري نهر النيل في السودان.", [("نهر النيل", "NaturalFeature"), ("السودان", "Country")]),
        ("دعت فرنسا إلى الهدوء.", [("فرنسا", "State")]),
        ('أطلقوا معركة "فجر البادية" صباحا.', [("فجر البادية", "Operation")]),
    ],
)
def test_rules(rules, text, expected):
    doc = rules(rules.make_doc(text))
    found = [(doc[name.start : name.end].text, name.type) for name in rule_names(doc, view(doc))]
    assert found == expected


def test_titles_and_nationalities_are_marked_without_a_name(rules):
    doc = rules(rules.make_doc("وصل وزير الخارجية التركي والتقى القوات السعودية في السعودية."))
    assert [doc[mark.start : mark.end].text for mark in read_layer(doc, Layer.TITLES)] == ["وزير الخارجية"]
    nisbas = [(mark.start, mark.attrs["states"]) for mark in read_layer(doc, Layer.NISBAS)]
    assert [states for _, states in nisbas] == [["turkey"], ["saudi-arabia"]]


def test_marks_tell_the_event_and_the_speech(rules):
    doc = rules(rules.make_doc("قال شاهد إن ثلاثة قتلوا أمس"))
    marks = dict(zip([token.text for token in doc], other_marks(doc), strict=True))
    assert marks["قتلوا"] == "triggers:Killing"
    assert (marks["ثلاثة"], marks["أمس"], marks["شاهد"]) == ("numbers", "times", "")
    assert marks["قال"] not in ("", "speech")


@pytest.mark.parametrize("text", ['وصل إلى " يوم', "وصل إلى \u00a0 يوم"])
def test_a_quotation_mark_or_a_blank_alone_is_no_name(monkeypatch, text):
    """Regression: in 13 of 31,525 articles the tagger took one for a town, which then had an empty name."""
    nlp = load_pipeline(Models())
    doc = nlp.make_doc(text)
    sign = next(token.i for token in doc if not token.text.isalnum())
    found = [Proposal(at, at + 1, "Settlement", 0.9, best=True) for at in (sign, len(doc) - 1)]
    monkeypatch.setattr(component, "proposals", lambda *_: found)
    monkeypatch.setattr(nlp.get_pipe("kgb_names"), "_second_stage", None)
    assert [mark.start for mark in read_layer(nlp(doc), Layer.NAMES)] == [len(doc) - 1]
