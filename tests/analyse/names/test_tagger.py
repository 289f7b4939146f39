"""Names from tags, and what is cut from their ends."""

from __future__ import annotations

import pytest

from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.tagger import spans_of, trimmed


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["O", "B-Person", "I-Person", "O"], [(1, 3, "Person")]),
        (["B-Person", "B-Person"], [(0, 1, "Person"), (1, 2, "Person")]),
        (["B-Person", "I-Area"], [(0, 1, "Person"), (1, 2, "Area")]),
        (["O", "I-Area"], [(1, 2, "Area")]),
    ],
)
def test_spans(tags, spans):
    assert list(spans_of(tags)) == spans


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("مورك الاستراتيجية", "مورك"),
        ("الغوطة الشرقية", "الغوطة الشرقية"),
        ("حماس )", "حماس"),
        ("« حماس", "حماس"),
        ("حركة « حماس »", "حركة « حماس »"),
    ],
)
def test_trimmed(norms, text, kept):
    tokens = norms(text)
    name = trimmed(tokens, Candidate(0, len(tokens), "Area", "tagger"))
    assert tokens[name.start : name.end] == norms(kept)


def test_a_name_ends_before_the_blanks_at_the_end_of_its_line():
    """Regression: a name took the line break after it, and its offsets reached over the end of its sentence."""
    name = trimmed(["صحيفه", "الوطن", ""], Candidate(0, 3, "MediaOrganization", "tagger"))
    assert (name.start, name.end) == (0, 2)
