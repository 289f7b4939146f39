"""Count the Arabic word forms of a news corpus into ``kgbuild/analyse/data/word_counts.tsv.gz``.

The list holds facts only: single word forms and how often each occurs, no running
text. The shipped one counts the ANT corpus v2.1, titles and bodies:

    python scripts/build_word_counts.py ant_v2.1_multisource.jsonl.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kgbuild.analyse.stem_evidence import Proclitic
from kgbuild.analyse.word_counts import ARABIC_WORD, lookup_form, strings
from kgbuild.resources import data_file

MIN_COUNT = 2
_PROCLITICS = frozenset(Proclitic)
# An Arabic word, or any other sign that keeps two words from being neighbours.
_CHUNK = re.compile(rf"{ARABIC_WORD.pattern}|[^\s]")
_HEADER = """\
# Word forms of Arabic news with their counts, in code-point order: form <TAB> count <TAB> governed.
# governed: those right after a governor of segmentation.tsv («في», «لم»), for forms in و ف ب ل ك س; 0 is left out.
# Forms are without vowel marks and tatweel and with one letter for each of yeh and kaf (lookup_form).
# Counted by scripts/build_word_counts.py in the titles and bodies of the ANT corpus v2.1
# (31,525 articles of 2018, antcorpus/antcorpus.multisource.data); forms that occur once are left out.
"""


def texts(corpus: Path) -> Iterator[str]:
    """Yield the title and the body of each article of a gzipped JSON Lines corpus."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["title"]
            yield article["text"]


def count_forms(sources: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Count the Arabic words of ``sources`` by their lookup form: all, and those right after a governor."""
    seen: Counter[str] = Counter()
    governed: Counter[str] = Counter()
    governors = frozenset(strings("governor"))
    for text in sources:
        before = ""
        for chunk in _CHUNK.findall(text):
            form = lookup_form(chunk) if ARABIC_WORD.match(chunk) else ""
            seen[form] += 1
            if before in governors and form[:1] in _PROCLITICS:
                governed[form] += 1
            before = form
    return seen, governed


def write_counts(seen: Counter[str], governed: Counter[str], target: Path) -> None:
    """Write the forms that occur at least ``MIN_COUNT`` times; same counts, same bytes."""
    rows = []
    for form, count in sorted(seen.items()):
        if form and count >= MIN_COUNT:
            rows.append(f"{form}\t{count}\t{governed[form]}\n" if governed[form] else f"{form}\t{count}\n")
    content = (_HEADER + "".join(rows)).encode("utf-8")
    target.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


def main() -> None:
    """Read the corpus named on the command line and write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, help="gzipped JSON Lines with the keys title and text")
    parser.add_argument("--target", type=Path, default=data_file("analyse", "word_counts.tsv.gz"))
    arguments = parser.parse_args()
    write_counts(*count_forms(texts(arguments.corpus)), arguments.target)


if __name__ == "__main__":
    main()
