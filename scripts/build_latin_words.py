"""Write ``kgbuild/latin/data/known_words.tsv.gz``: how the words of names are usually spelled in Latin letters.

    python scripts/build_latin_words.py names.sqlite3 wd_arabic_80 wd_arabic_20

The files are those of arabic-name-romanizer 0.2.0 and NETransliteration-COLING2018 (name_sources.py); persons
and places with an English name come from kgbuild's own registry. A word is listed with its commonest spelling,
where that is not what reading it letter by letter gives.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from anyascii import anyascii
from name_sources import ARABIC
from rapidfuzz.distance import Levenshtein

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.latin.romanise import by_letters
from kgbuild.latin.spellings import KNOWN, ROOM, common_words
from kgbuild.registry.load import actors, ambiguous_places, governorates, places, states
from kgbuild.resources import data_file, data_rows

Spellings = defaultdict[str, Counter[str]]

_HEADER = """\
# Usual Latin spellings of the words of names. word, folded, without article<TAB>spelling
# Sources: Wikidata by way of arabic-name-romanizer 0.2.0 (CC0) and NETransliteration-COLING2018 (CC0); kgbuild's
# registry of states, persons and places (GeoNames, CC BY 4.0, and others: see NOTICE).
# Made by scripts/build_latin_words.py.
"""
_ARTICLE = re.compile(r"^(?:a[ldrstnz]|ash|el)[- ]+", re.IGNORECASE)
_ARTICLES = re.compile(r"\b(?:a[ldrstnz]|ash|el)[ -]+(?=\S)", re.IGNORECASE)
_OTHER_SCRIPTS = ("IR", "PK")
# Bearers from which on a spelling counts, of short words more; one in the registry is in the news, and counts more.
_KNOWN, _SHORT_KNOWN, _SHORT = 2, 5, 3
_REGISTRY_WEIGHT = 10
# Below this likeness a spelling is of another name; from this population on a town's English name is everybody's.
_ALIKE, _CITY = 0.35, 100_000


def read_persons(database: Path, spellings: Spellings) -> None:
    """Add the parts of Arab names of ``names.sqlite3``."""
    with sqlite3.connect(database) as connection:
        rows = connection.execute("select arabic_key, latin, country, count from units where source = 'wikidata'")
        for name, latin, country, count in rows:
            word = fold(name).replace(" ", "")
            bare = _ARTICLE.sub("", latin)
            if country in _OTHER_SCRIPTS or not ARABIC.fullmatch(name):
                continue
            if not word.startswith("ال"):
                spellings[word][_plain(latin)] += count
            elif bare != latin:
                spellings[word[2:]][_plain(bare)] += count


def read_names(files: Iterable[Path], spellings: Spellings) -> None:
    """Add the names of people of all countries."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            latin, arabic, count = line.split("\t")
            spelling = _plain(latin)
            spellings[_without_article(fold(arabic.replace(" ", "")), spelling)][spelling] += int(count)


def read_registry(spellings: Spellings) -> None:
    """Add the words of persons and places whose Arabic and English names have as many words."""
    persons = [(actor.name, actor.english) for actor in actors() if actor.type is EntityType.PERSON]
    pairs = Counter(pair for name, english in persons for pair in _aligned(name, english))
    known = Counter(pair for place in places() for pair in _aligned(place.name, place.english))
    # A place's English name may say what it is, and not how it is called: one place is no witness.
    for (word, spelling), count in (pairs + Counter({pair: n for pair, n in known.items() if n >= _KNOWN})).items():
        spellings[word][spelling] += count * _REGISTRY_WEIGHT


def _aligned(name: str, english: str) -> Iterator[tuple[str, str]]:
    """Yield a name's words with their spellings, without articles."""
    words, latin = fold(name).split(), _ARTICLES.sub("", re.sub(r"\(.*?\)|[`'’‘ʿ]", "", english)).split()
    if len(words) == len(latin) > 1:
        for word, spelling in zip(words, map(_plain, latin), strict=True):
            yield _without_article(word, spelling), spelling


def well_known() -> dict[str, str]:
    """Return the names of one word of states and large towns, with their article, and their English names."""
    named = [(state.name, state.english) for state in states() if state.name not in state.ambiguous]
    large = [place for place in places() if place.population >= _CITY]
    named += [(place.name, place.english) for place in (*governorates(), *large)]
    found: dict[str, str] = {}
    for name, english in named:
        one_word = " " not in name and not re.search("[ -]", english)
        if one_word and fold(name) not in ambiguous_places():
            found.setdefault(fold(name), anyascii(english))
    return found


def listed(spellings: Spellings) -> dict[str, str]:
    """Return the words to list with their spelling."""
    names = {fold(row[0]) for file in ("given_names.tsv", "surnames.tsv") for row in data_rows("analyse", file)}
    found = {}
    for word, counts in spellings.items():
        spelling, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        read = by_letters(word)
        enough = count >= (_SHORT_KNOWN if len(word) <= _SHORT else _KNOWN)
        alike = Levenshtein.normalized_similarity(spelling.casefold(), read.casefold()) >= _ALIKE
        # What the lists of names leave out is an ordinary word, unless places are called so.
        named = word in names or "ال" + word in names or count >= _KNOWN * _REGISTRY_WEIGHT
        if len(word) > 1 and enough and alike and named and spelling.casefold() != read.casefold():
            found[word] = spelling
    return found


def _without_article(word: str, spelling: str) -> str:
    """Return «المصري» without its article; «الكسندر» has none."""
    article = word.startswith("ال") and len(word) > 4 and not spelling.startswith(("Al", "El", "Il", "Ol"))
    return word[2:] if article else word


def _plain(latin: str) -> str:
    """Return a spelling in ASCII, each part with a capital."""
    letters = anyascii(latin).strip()
    return re.sub(r"(?:^|(?<=[ -]))[a-z]", lambda first: first[0].upper(), letters.casefold())


def main() -> None:
    """Read the sources and write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path, help="names.sqlite3 of arabic-name-romanizer")
    parser.add_argument("names", type=Path, nargs="+", help="files of NETransliteration-COLING2018")
    arguments = parser.parse_args()
    spellings: Spellings = defaultdict(Counter)
    read_persons(arguments.database, spellings)
    read_names(arguments.names, spellings)
    read_registry(spellings)
    words = listed(spellings)
    known = words.keys() | common_words().keys()
    words = {word: words[word] for word in words if not (word.startswith("ال") and word[2:] in known)} | well_known()
    lines = [f"{word}\t{words[word]}\n" for word in sorted(words) if word not in common_words()]
    packed = gzip.compress((_HEADER + "".join(lines)).encode(), 9, mtime=0)
    data_file(ROOM, KNOWN).write_bytes(packed)
    print(f"{len(lines)} words, {len(packed)} bytes")


if __name__ == "__main__":
    main()
