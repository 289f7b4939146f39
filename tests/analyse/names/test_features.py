"""What the tagger sees of a token."""

from __future__ import annotations

from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.features import lexical, phrase_features, token_features


def test_phrases_begin_go_on_and_are_followed(norms):
    found = phrase_features(norms("وزير الخارجية ثابت"))
    assert any(feature.startswith("titleB:") for feature in found[0])
    assert any(feature.startswith("titleI:") for feature in found[1])
    assert any(feature.startswith("titleA:") for feature in found[2])


def test_a_token_sees_its_neighbours_lexicons_but_not_their_affixes(seen):
    text = seen("زار محمد بيروت")
    features = token_features(text, [Candidate(2, 3, "Settlement", "gazetteer")], ["", "", ""])
    assert {"w=محمد", "w-1=زار", "rule=O", "rule1=B-Settlement", "1gazetteerB:Settlement:0"} <= set(features[1])
    assert not any(feature.startswith(("1p2=", "-1s3=", "1c0:")) for feature in features[1])


def test_the_preposition_and_the_man(seen):
    man, preposition = (token_features(seen(text), [], [""])[0] for text in ("علي", "على"))
    assert ("dotted-ya" in man, "dotted-ya" in preposition) == (True, False)


def test_lexicon_entries_of_a_word():
    assert {"given1", "article"} & set(lexical("محمد")) == {"given1"}
    assert "article" in lexical("المدينه")
