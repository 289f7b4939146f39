"""Write kgbuild/analyse/data/speech_verbs.tsv: the third-person forms of the verbs in speech_roots.tsv.

Needs mazini (the `data` extra). Run it after editing speech_roots.tsv.
"""

from __future__ import annotations

import re

import mazini

from kgbuild.resources import data_file, data_rows

_PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp")
_TENSES = ("past", "ind", "sub", "juss")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_WORD = re.compile("[\u0621-\u064a]{2,}")
_HEADER = """\
# Third-person forms, perfect and imperfect, active, of the verbs in speech_roots.tsv; without vowel marks.
# form<TAB>kind
# kind: assert, deny, add, relay, opine, ask, promise, confess, as explained in speech_roots.tsv.
# A form of two verbs has the kind of the first in speech_roots.tsv.
# Made by scripts/build_speech_verbs.py with mazini (CC BY 4.0).
"""


def third_person_forms(verb: str) -> list[str]:
    """Return the unvowelled forms of a verb written as root/pattern, without repetitions.

    The masculine dual of the perfect of the first pattern is left out: it is spelled like
    the accusative of the verbal noun (نقلا, ردا), and a verb before its subject is singular.

    Raises:
        mazini.MaziniError: the root or the pattern is none that mazini knows.
    """
    root, pattern = verb.split("/", 1)
    slots = mazini.conjugate(root, pattern).slots
    names = [f"{tense}_{person}" for tense in _TENSES for person in _PERSONS]
    if pattern.startswith("I/"):
        names.remove("past_3md")
    forms = (_MARKS.sub("", form.form) for name in names for form in slots.get(name, ()))
    return [form for form in dict.fromkeys(forms) if _WORD.fullmatch(form)]


def main() -> None:
    """Conjugate each verb and write its forms in the order of speech_roots.tsv."""
    kinds: dict[str, str] = {}
    for verb, kind, _gloss, without in data_rows("analyse", "speech_roots.tsv"):
        for form in third_person_forms(verb):
            if form not in without.split(","):
                kinds.setdefault(form, kind)
    rows = "".join(f"{form}\t{kind}\n" for form, kind in kinds.items())
    data_file("analyse", "speech_verbs.tsv").write_text(_HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
