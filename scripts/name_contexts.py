"""How a word behaves in a news corpus: does it stand where names stand, does it bend as nouns do?"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kgbuild.folding import fold
from kgbuild.resources import data_rows

_TOKEN = re.compile("[\u0621-\u0652\u0670]+|[^\\s\u0621-\u0652\u0670]")
_NISBA = re.compile("ال[ء-ي]{2,}(ي|يه)")
_PARTICLES = frozenset(
    fold(word)
    for word in ["بن", "أبو", "أبي", "أبا", "عبد", "آل", "ابن", "دي", "فان", "بو", "بنت", "فون", "دا", "دو", "دوس"]
)
_MASCULINE = frozenset(["قال", "اضاف", "اكد", "اعلن", "صرح", "اوضح", "اعتبر", "كتب", "دعا", "يقول"])
_FEMININE = frozenset(["قالت", "اضافت", "اكدت", "اعلنت", "صرحت", "اوضحت", "اعتبرت", "كتبت", "دعت", "تقول"])
_ARTICLE = "ال"


@dataclass(slots=True)
class Contexts:
    """Counts by folded word.

    Attributes:
        total: occurrences.
        spellings: unfolded spellings.
        titled: occurrences right after a title, or a title and an adjective of nationality.
        masculine, feminine: occurrences after a title or verb of saying of that gender.
        pairs: occurrences of two words in a row.
    """

    total: Counter[str] = field(default_factory=Counter)
    spellings: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    titled: Counter[str] = field(default_factory=Counter)
    masculine: Counter[str] = field(default_factory=Counter)
    feminine: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def articled(self, name: str) -> float:
        """Return how often the word takes the article, per occurrence without it; nouns do, names do not."""
        if name.startswith(_ARTICLE):
            return 0.0
        return sum(self.total[prefix + name] for prefix in ("ال", "لل", "وال", "بال")) / (self.total[name] + 1)

    def suffixed(self, name: str) -> float:
        """Return how often the word takes a suffix (pronoun or feminine ending), per bare occurrence."""
        stem = name[:-1] + "ت" if name.endswith("ه") else name
        return sum(self.total[stem + suffix] for suffix in ("ه", "ها", "هم", "نا")) / (self.total[name] + 1)

    def beside(self, is_name: Callable[[str], bool]) -> tuple[Counter[str], Counter[str]]:
        """Count for each word how often a name (or a particle of names) comes right after, and right before it."""
        before: Counter[str] = Counter()
        after: Counter[str] = Counter()
        for (first, second), count in self.pairs.items():
            if is_name(second) or second in _PARTICLES:
                before[first] += count
            if is_name(first) or first in _PARTICLES:
                after[second] += count
        return before, after


def _texts(corpus: Path) -> Iterator[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _title_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the single words of titles.tsv with the article, and the last words of its posts."""
    rows = [(fold(title).split(), kind) for title, kind, _ in data_rows("analyse", "titles.tsv")]
    single = {words[0] for words, kind in rows if len(words) == 1 and words[0].startswith(_ARTICLE) and kind != "kin"}
    last = {words[-1] for words, kind in rows if kind in ("post", "leads", "spokes", "profession")}
    return frozenset(single), frozenset(last)


def read_contexts(corpus: Path) -> Contexts:
    """Read a gzipped JSON Lines corpus once and count the contexts of its words."""
    single, last = _title_words()
    found = Contexts()
    for text in _texts(corpus):
        surfaces = _TOKEN.findall(text)
        words = ["", "", *(fold(surface) for surface in surfaces)]
        for surface, before, previous, word in zip(surfaces, words, words[1:], words[2:], strict=False):
            if len(word) == 1:
                continue
            found.total[word] += 1
            found.spellings[word][surface] += 1
            found.pairs[previous, word] += 1
            if previous in single or (_NISBA.fullmatch(previous) and before in last):
                found.titled[word] += 1
                (found.feminine if previous.endswith("ه") else found.masculine)[word] += 1
            found.masculine[word] += previous.removeprefix("و") in _MASCULINE
            found.feminine[word] += previous.removeprefix("و") in _FEMININE
    return found
