"""The sources of the name lists: names with counts, without judgement.

* names.sqlite3 of the PyPI package arabic-name-romanizer 0.2.0 (MIT, data CC0): parts of
  names of people in Wikidata, by role.
* wd_arabic_* of steveash/NETransliteration-COLING2018 (MIT, data CC0): Latin and Arabic
  spellings of given names and surnames in Wikidata.
* the PyPI package Faker (MIT): given names by gender and surnames of some 60 locales, in Latin
  or Cyrillic letters, which tell the role and gender of a transliterated name.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kgbuild.folding import fold

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]{2,}")
_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфхцыэіїєґјљњћђџжчшщюяё",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "ts",
            "y",
            "e",
            "i",
            "yi",
            "e",
            "g",
            "j",
            "lj",
            "nj",
            "c",
            "dj",
            "dz",
            "zh",
            "ch",
            "sh",
            "shch",
            "yu",
            "ya",
            "e",
        ],
        strict=True,
    )
) | {"ь": "", "ъ": ""}
_ROMANISATIONS = tuple(pair.split(">") for pair in ("iy>y", "iy>i", "ey>ei", "ay>ai", "ks>x", "kh>h", "yu>iu", "ya>ia"))
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "ß": "ss", "đ": "d", "æ": "ae"})
# Which Arabic letters a Latin initial may become; pairs that break this are misaligned.
_INITIALS = {
    "a": "اعهح", "b": "ب", "c": "كستشج", "d": "د", "e": "ايعهح", "f": "ف", "g": "غجقكي", "h": "هحخا", "i": "ايع",
    "j": "جيهخزغ", "k": "كخق", "l": "ل", "m": "م", "n": "ن", "o": "اوعه", "p": "بف", "q": "قكتش", "r": "ر",
    "s": "سشصزا", "t": "تطث", "u": "ايوع", "v": "فو", "w": "وف", "x": "شزكخ", "y": "يا", "z": "زتس",
}  # fmt: skip


@dataclass(slots=True)
class Sources:
    """Names by folded spelling.

    Attributes:
        given, surnames: how many people in Wikidata bear the part in that role.
        latin: folded Arabic spelling -> Latin spellings with their counts.
        spellings: folded spelling -> unfolded spellings with their counts.
        genders: Latin given name -> counts of ``m``, ``f`` and ``u``.
        latin_surnames: Latin surnames.
        arabic_genders: folded Arabic given name -> gender.
    """

    given: Counter[str] = field(default_factory=Counter)
    surnames: Counter[str] = field(default_factory=Counter)
    latin: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    spellings: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    genders: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    latin_surnames: set[str] = field(default_factory=set)
    arabic_genders: dict[str, str] = field(default_factory=dict)

    def foreign_given(self, name: str) -> int:
        """Count the bearers of a transliterated given name."""
        return sum(count for latin, count in self.latin[name].items() if latin in self.genders)

    def foreign(self, name: str) -> int:
        """Count the bearers of a transliterated name in any role."""
        return self.latin[name].total() if name in self.latin else 0


def plain(latin: str) -> str:
    """Return a Latin name in lower case without diacritics."""
    decomposed = unicodedata.normalize("NFKD", latin.lower().translate(_PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def romanisations(name: str) -> set[str]:
    """Return the usual Latin spellings of a name in Cyrillic or Latin letters."""
    latin = plain("".join(_CYRILLIC.get(char, char) for char in name.lower()))
    found = {latin}
    if latin != plain(name):
        for old, new in _ROMANISATIONS:
            found |= {spelling.replace(old, new) for spelling in found}
    return found


def _joined(name: str) -> str:
    """Return «عبد الفتاح» as one word, which is how half of the news writes it; other names as they are."""
    return name.replace(" ", "") if re.match("عبد \\S+$", name) else name


def read_romanizer(database: Path, sources: Sources) -> None:
    """Add the given names and surnames of ``names.sqlite3``."""
    with sqlite3.connect(database) as connection:
        for name, role, count in connection.execute("select arabic_key, role, count from units"):
            if ARABIC.fullmatch(name) and not name.startswith(("بن ", "بنت ")):
                target = {"given": sources.given, "surname": sources.surnames}.get(role)
                if target is not None:
                    target[_joined(fold(name))] += count


def read_transliterations(files: Iterable[Path], sources: Sources) -> None:
    """Add the Latin-Arabic pairs whose initials agree."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            latin, arabic, count = line.split("\t")
            spelling = arabic.replace(" ", "")
            name, key = fold(spelling), plain(latin)
            bare = name.removeprefix("ال") or name
            fits = _INITIALS.get(key[0], "")
            if ARABIC.fullmatch(name) and (name[0] in fits or bare[0] in fits):
                sources.latin[name][key] += int(count)
                sources.spellings[name][spelling] += int(count)


def _locale_names(provider: type, *attributes: str) -> Iterator[str]:
    for attribute in attributes:
        value = getattr(provider, attribute, ())
        if isinstance(value, (tuple, list, dict, set)):
            yield from (name for name in value if isinstance(name, str))


def read_faker(sources: Sources) -> None:
    """Add gender and role of the names that Faker's locales list."""
    person = importlib.import_module("faker.providers.person")
    for module in sorted(entry.name for entry in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for gender, word in (("m", "male"), ("f", "female")):
            names = set(_locale_names(provider, f"first_names_{word}", f"first_romanized_names_{word}"))
            for name in sorted(names):
                if module.startswith("ar_"):
                    sources.arabic_genders.setdefault(fold(name), gender)
                for latin in romanisations(name):
                    sources.genders[latin][gender] += 1
        for name in _locale_names(provider, "first_names", "first_romanized_names"):
            for latin in romanisations(name):
                sources.genders[latin]["u"] += 1
        last = ("last_names", "last_names_male", "last_names_female", "last_romanized_names")
        for name in _locale_names(provider, *last):
            sources.latin_surnames |= romanisations(name)
