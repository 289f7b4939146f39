"""The shipped forms are what the script makes of the lexicon's verbs."""

from __future__ import annotations

import pytest

from kgbuild.resources import data_rows

pytest.importorskip("mazini", reason="needs the extra `data`")

from scripts.build_trigger_forms import verb_forms

VERBS = sorted({row[2] for row in data_rows("analyse", "triggers.tsv") if row[1] == "v"})


def test_the_shipped_file_has_every_form_of_every_verb():
    shipped: dict[str, set[tuple[str, ...]]] = {}
    for form, lemma, features, *person in data_rows("analyse", "trigger_forms.tsv"):
        shipped.setdefault(lemma, set()).add((form, features, person[0] if person else ""))
    assert shipped.keys() == set(VERBS)
    assert [lemma for lemma in VERBS if shipped[lemma] != verb_forms(lemma)] == []


@pytest.mark.parametrize(
    ("lemma", "form", "kind"),
    [
        ("سيطر/Iq", "سيطرت", ("perfect", "3fs")),
        ("سيطر/Iq", "يسيطرون", ("imperfect", "3mp")),
        ("صوب/IV", "اصيبوا", ("perfect-passive", "3mp")),
        ("دعو/I/a~u", "داعيا", ("active-participle", "")),
        ("حذر/II", "محذره", ("active-participle", "")),
    ],
)
def test_forms_are_folded_and_told_apart(lemma, form, kind):
    assert (form, *kind) in verb_forms(lemma)
