"""In which language an answer names things.

The shipped questions ask for Arabic names, in one form of words that any SPARQL engine runs: a path to ``rdfs:label``
and ``FILTER(LANG(?name) = "ar")`` after it. For other readers that form alone is rewritten, so that no question is
written twice and a question of one's own that keeps to the form is answered in Latin letters too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kgbuild.ask.question import Question
from kgbuild.labels import Label

_ARABIC_NAME = re.compile(
    r"(?P<thing>\?\w+) (?:(?P<path>\S+)/)?rdfs:label \?(?P<name>\w+) \. FILTER\(LANG\(\?(?P=name)\) = \"ar\"\)"
)

# Tags of the labels that serve who reads no Arabic, the best first.
_TAGS = ("en", "ar-Latn", "ar")


class Language(Label):
    """The language of the names in an answer."""

    ARABIC = "ar"
    ENGLISH = "en"


def named_in(question: Question, language: Language) -> Question:
    """Return ``question`` so that its answer names things in ``language``, or in the next best that there is."""
    if language is Language.ARABIC:
        return question
    return replace(question, text=_ARABIC_NAME.sub(_best_label, question.text))


def _best_label(match: re.Match[str]) -> str:
    """Return the patterns for the label of the first tag that a thing has.

    They filter, as the Arabic ones do: OPTIONAL and COALESCE would say the same, but keep engines from joining
    what stands before and after in the order that is fastest (seconds become minutes).
    """
    thing, label, path = match["thing"], f"?{match['name']}", ""
    if match["path"]:
        thing, path = f"{label}_of", f"{thing} {match['path']} {label}_of . "
    choices = [_has_tag(label, _TAGS[0])]
    for number, tag in enumerate(_TAGS[1:], start=1):
        better = " || ".join(_has_tag(f"{label}_better", earlier) for earlier in _TAGS[:number])
        absent = f"NOT EXISTS {{ {thing} rdfs:label {label}_better . FILTER({better}) }}"
        choices.append(f"({_has_tag(label, tag)} && {absent})")
    return f"{path}{thing} rdfs:label {label} . FILTER({' || '.join(choices)})"


def _has_tag(label: str, tag: str) -> str:
    # LANGMATCHES with "ar" would take "ar-Latn" too; without it the case would count, which engines change.
    return f'LANG({label}) = "ar"' if tag == "ar" else f'LANGMATCHES(LANG({label}), "{tag}")'
