"""Write kgbuild/analyse/data/trigger_forms.tsv: every inflected form of the lexicon's verbs.

Needs mazini (the `data` extra). Run it after editing triggers.tsv; a test checks
that the shipped file covers every verb of the lexicon.
"""

from __future__ import annotations

import re
from pathlib import Path

import mazini

from kgbuild.folding import fold

DATA = Path(__file__).parents[1] / "kgbuild" / "analyse" / "data"
# News is told in the third person; quotations add "we". Women in the plural and "I" are rarer than what they
# are confused with («عدن», «أمني»).
PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "1p")
# In order of preference where two slots are spelled alike without vowel marks.
TENSES = {
    "past": "perfect", "ind": "imperfect", "sub": "imperfect", "past_pass": "perfect-passive",
    "ind_pass": "imperfect-passive", "juss": "jussive", "juss_pass": "jussive",
}  # fmt: skip
PARTICIPLES = {"ap": "active-participle", "pp": "passive-participle"}


def verb_forms(lemma: str) -> set[tuple[str, str, str]]:
    """Return (folded form, features, person) of a verb written as root/pattern."""
    root, code = lemma.split("/", 1)
    slots = mazini.conjugate(root, code).slots
    rows: dict[str, tuple[str, str]] = {}
    for person in PERSONS:
        for tense, features in TENSES.items():
            for form in slots.get(f"{tense}_{person}", ()):
                rows.setdefault(fold(form.form), (features, person))
    for slot, features in PARTICIPLES.items():
        for form in slots.get(slot, ()):
            # «داعيا», «داعية», «داعين»: the accusative of circumstance, in which a participle tells a further act.
            bare = fold(form.form)
            stem = bare + "ي" if form.form.endswith("ٍ") else bare
            for ended in (stem + "ا", stem + "ه", bare + "ين"):
                rows.setdefault(ended, (features, ""))
    return {(form, *kind) for form, kind in rows.items() if re.fullmatch(r"[\u0621-\u064a]{2,}", form)}


def main() -> None:
    """Conjugate each verb of triggers.tsv once and write the forms sorted."""
    rows = [
        line.split("\t")
        for line in (DATA / "triggers.tsv").read_text(encoding="utf-8").splitlines()
        if line and line[0] != "#"
    ]
    lemmas = sorted({row[2] for row in rows if row[1] == "v"})
    lines = [
        "# Inflected forms of the verbs of triggers.tsv, folded.",
        "# Source: made by scripts/build_trigger_forms.py with mazini (CC BY 4.0).",
        "# Columns: form, lemma, features, person",
    ]
    for lemma in lemmas:
        lines += sorted("\t".join((form, lemma, features, person)) for form, features, person in verb_forms(lemma))
    (DATA / "trigger_forms.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lemmas)} verbs, {len(lines) - 2} forms")


if __name__ == "__main__":
    main()
