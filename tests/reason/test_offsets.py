"""Offsets that do not cut out what is quoted are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from kgbuild.iris import BASE
from kgbuild.reason import validate
from kgbuild.reason.offsets import LENGTH, QUOTATION, offset_breaches

CONFORMING = Path(__file__).with_name("conforming.ttl").read_text(encoding="utf-8")
MENTION, SENTENCE = "mention/k/6-21", "sentence/k/0"


def found(text: str, language: str = "en") -> set[tuple[str, str]]:
    graph = Graph().parse(data=text, format="turtle")
    return {(breach.focus.removeprefix(BASE), breach.shape) for breach in offset_breaches(graph, language)}


def test_good_offsets_are_no_breach() -> None:
    assert found(CONFORMING) == set()


@pytest.mark.parametrize(
    ("old", "new", "focus", "shape"),
    [
        pytest.param('"6"^^', '"7"^^', MENTION, QUOTATION, id="starts late"),
        pytest.param('"21"^^', '"22"^^', MENTION, QUOTATION, id="ends late"),
        pytest.param('oa:exact "الفصائل المسلحة"', 'oa:exact "الفصائل المسلّحة"', MENTION, QUOTATION, id="another word"),
        pytest.param('oa:start "0"^^xsd:nonNegativeInteger ; oa:end "46"',
                     'oa:start "9"^^xsd:nonNegativeInteger ; oa:end "55"', MENTION, QUOTATION, id="outside"),
        pytest.param('oa:end "46"', 'oa:end "45"', SENTENCE, LENGTH, id="longer than its offsets"),
        pytest.param("خان شيخون.", "خان شيخون", SENTENCE, LENGTH, id="shorter than its offsets"),
    ],
)  # fmt: skip
def test_bad_offsets_are_found(old: str, new: str, focus: str, shape: str) -> None:
    assert old in CONFORMING
    assert (focus, shape) in found(CONFORMING.replace(old, new))


@pytest.mark.parametrize(
    "missing",
    ["kgb:inSentence <sentence/k/0> ;", ", <mention/k/6-21/quote>", '; oa:end "21"^^xsd:nonNegativeInteger'],
)
def test_what_is_missing_is_left_to_the_shapes(missing: str) -> None:
    assert missing in CONFORMING
    assert found(CONFORMING.replace(missing, "")) == set()


@pytest.mark.parametrize(("language", "words"), [("en", "The offsets of a mention"), ("ar", "موضع الذكر")])
def test_validation_tells_it_in_words(language: str, words: str) -> None:
    graph = Graph().parse(data=CONFORMING.replace('"21"^^', '"22"^^'), format="turtle")
    (breach,) = validate(graph, language=language).breaches
    assert breach.message.startswith(words)
    assert breach.value == '"الفصائل المسلحة"'
