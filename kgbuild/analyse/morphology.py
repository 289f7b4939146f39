"""Readings of a word form: which lemma of the trigger lexicon it may be, and how inflected.

Verb forms are generated ahead by ``scripts/build_trigger_forms.py`` (mazini's
conjugations); noun forms are derived here from the citation form by the regular
rules of number, case and suffixed pronouns. All comparison is on folded spelling
(:func:`kgbuild.folding.fold`), so a missing hamza costs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.analyse.remembered import WORDS_REMEMBERED
from kgbuild.folding import fold
from kgbuild.resources import data_rows

# Longest first, so that «هما» is not read as «ا» after «هم».
SUFFIXES = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ني", "ه", "ك", "ي")
DUALS = ("3md", "3fd")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form.

    Attributes:
        lemma: the lemma's name in ``triggers.tsv``.
        pos: ``v`` or ``n``.
        features: tense and voice of a verb, ``active-participle``…, or a noun's number.
        person: person, gender and number of a verb (``3ms``); empty for nouns.
        definite: whether the form carries the article.
        suffix: the suffixed pronoun, if any.
    """

    lemma: str
    pos: str
    features: str
    person: str = ""
    definite: bool = False
    suffix: str = ""

    @property
    def is_passive(self) -> bool:
        """Whether only the passive is written so (a hollow or derived verb's)."""
        return "passive" in self.features

    @property
    def is_plural(self) -> bool:
        """Whether a noun is plural or dual."""
        return self.features in ("plural", "dual")


@lru_cache(maxsize=WORDS_REMEMBERED)
def readings(norm: str) -> tuple[Reading, ...]:
    """Return every reading of the folded form ``norm``, verbs first; empty where the lexicon has none."""
    found = [*_verb_readings(norm), *_noun_readings(norm)]
    if any(reading.pos == "n" and not reading.suffix for reading in found):
        # A final ه is then the noun's own ة: «ضربة», not «ضرب» with its object. «دعما» is written as the dual of the
        # verb too, but that follows a subject of two and is next to never met.
        found = [reading for reading in found if reading.suffix != "ه" and not _is_dual_perfect(reading)]
    return tuple(dict.fromkeys(found))


def _is_dual_perfect(reading: Reading) -> bool:
    return reading.features == "perfect" and reading.person in DUALS


def _verb_readings(norm: str) -> Iterator[Reading]:
    forms = _verb_forms()
    for lemma, features, person in forms.get(norm, ()):
        yield Reading(lemma, "v", features, person)
    for stem, suffix in _without_suffix(norm):
        for form in _verb_stems(stem):
            for lemma, features, person in forms.get(form, ()):
                if "participle" not in features and suffix not in ("ي", "ك", "كم"):
                    yield Reading(lemma, "v", features, person, suffix=suffix)
    if norm.startswith("ال"):
        for lemma, features, _ in forms.get(norm[2:], ()):
            if "participle" in features:
                yield Reading(lemma, "v", features, definite=True)


def _verb_stems(stem: str) -> Iterable[str]:
    """What may stand before a suffix: «سيطروا» loses its silent alef («سيطروه»), «التقى» gets one («التقاه»)."""
    yield stem
    if stem.endswith("و"):
        yield stem + "ا"
    if stem.endswith("ا"):
        yield stem[:-1] + "ي"


def _noun_readings(norm: str) -> Iterator[Reading]:
    forms = _noun_forms()
    definite = norm.startswith("ال")
    if definite:
        for lemma, features in forms.get(norm[2:], ()):
            yield Reading(lemma, "n", features, definite=True)
    for lemma, features in forms.get(norm, ()):
        yield Reading(lemma, "n", features)
    for stem, suffix in _without_suffix(norm):
        if suffix == "ي":  # «هجومي», «انتخابي» are adjectives in news, not "my attack".
            continue
        for form in _noun_stems(stem):
            for lemma, features in forms.get(form, ()):
                yield Reading(lemma, "n", features, suffix=suffix)


def _without_suffix(norm: str) -> Iterator[tuple[str, str]]:
    for suffix in SUFFIXES:
        if norm.endswith(suffix) and len(norm) - len(suffix) >= 2:
            yield norm[: -len(suffix)], suffix


def _noun_stems(stem: str) -> Iterable[str]:
    """What may stand before a suffix: «سيطرت-ه» of «سيطرة», «لقاو-ه» and «لقاي-ه» of «لقاء»."""
    yield stem
    if stem.endswith("ت"):
        yield stem[:-1] + "ه"
    if stem.endswith(("و", "ي")):
        yield stem[:-1] + "ء"


@cache
def _verb_forms() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """A form of several lemmas is first read as the lemma that ``triggers.tsv`` names first."""
    order = {row[2]: number for number, row in reversed(list(enumerate(data_rows("analyse", "triggers.tsv"))))}
    table: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for form, lemma, features, *person in data_rows("analyse", "trigger_forms.tsv"):
        table[form].append((lemma, features, person[0] if person else ""))
    return {form: tuple(sorted(rows, key=lambda row: order[row[0]])) for form, rows in table.items()}


@cache
def _noun_forms() -> Mapping[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in data_rows("analyse", "triggers.tsv"):
        if row[1] == "n":
            for form, features in inflect_noun(row[2]):
                if (row[2], features) not in table[form]:
                    table[form].append((row[2], features))
    return {form: tuple(rows) for form, rows in table.items()}


def inflect_noun(lemma: str) -> Iterator[tuple[str, str]]:
    """Yield the folded forms without article and suffix of ``citation|broken plural|…``, with their number."""
    citation, *plurals = (fold(form) for form in lemma.split("|"))
    yield citation, "singular"
    if not citation.endswith(("ه", "اء")):
        yield citation + "ا", "singular"
    stem = citation[:-1] + "ت" if citation.endswith("ه") else citation
    for ending in ("ان", "ين", "ا", "ي"):
        if citation.endswith("ه") or ending not in ("ا", "ي"):
            yield stem + ending, "dual"
    # Every verbal noun has the sound feminine plural: «توغلات», «زيارات».
    if not citation.endswith("ات"):
        plurals.append(citation.removesuffix("ه") + "ات")
    for plural in dict.fromkeys(plurals):
        yield plural, "plural"
        yield plural + "ا", "plural"
