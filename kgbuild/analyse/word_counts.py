"""How often Arabic word forms occur in news, and how often where no proclitic can stand."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kgbuild.resources import data_file, data_rows

ARABIC_WORD = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06fc"
    "\u0750-\u077f\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]+"
)
MARK = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_MARKS = re.compile(f"[{MARK}]")
_SPELLINGS = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا"})


def lookup_form(word: str) -> str:
    """Return ``word`` without marks and tatweel, as it stands in the word lists; hamza is kept."""
    return _MARKS.sub("", word).translate(_SPELLINGS)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Counts of word forms.

    Attributes:
        seen: form -> occurrences.
        governed: form -> those right after a governor («في», «لم»), so without a proclitic.
    """

    seen: dict[str, int]
    governed: dict[str, int]

    def total(self, befores: Iterable[str], forms: Iterable[str]) -> int:
        """Return how often any of ``forms`` occurs written together with any of ``befores``."""
        get = self.seen.get
        befores = tuple(befores)
        return sum(get(before + form, 0) for form in forms for before in befores)


@cache
def word_counts() -> WordCounts:
    """Read the shipped counts; kept, as every tokenizer of a process needs the same."""
    seen: dict[str, int] = {}
    governed: dict[str, int] = {}
    with gzip.open(data_file("analyse", "word_counts.tsv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            form, count, *bare = line.rstrip("\n").split("\t")
            seen[form] = int(count)
            if bare:
                governed[form] = int(bare[0])
    return WordCounts(seen, governed)


@cache
def strings(kind: str) -> tuple[str, ...]:
    """Return the strings of one class of ``segmentation.tsv``, in its order."""
    return tuple(row[1] for row in data_rows("analyse", "segmentation.tsv") if row[0] == kind)
