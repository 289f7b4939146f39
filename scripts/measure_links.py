"""Measure how rightly the entities of gold records are linked, by a key made by hand (``kgbuild.evaluate.links``).

    python scripts/measure_links.py tests/gold/links.jsonl tests/gold/dev.jsonl [GOLD.jsonl ...]

Prints accuracy of the links made and coverage of the linkable entities for each type, then each error.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from kgbuild.evaluate import LinkScore, score_links
from kgbuild.read import read_annotations
from kgbuild.records import Annotation, Knowledge
from kgbuild.resolve import resolve


def resolved(gold: Path) -> Iterator[Knowledge]:
    """Yield the documents of a gold file, resolved by their own annotations."""
    for found in read_annotations(gold):
        if not isinstance(found, Annotation):
            raise SystemExit(f"{found.where}: {found.reason}")
        yield resolve(found)


def line(kind: str, score: LinkScore) -> str:
    """Return a line of the table."""
    figures = f"{score.right:5} {score.made:5} {score.linkable:9}"
    return f"{kind:27}{figures}   {score.accuracy:.3f}    {score.coverage:.3f}"


def main() -> None:
    """Print the table and the errors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("key", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    arguments = parser.parse_args()
    key = [json.loads(row) for row in arguments.key.read_text(encoding="utf-8").splitlines()]
    report = score_links(key, (document for gold in arguments.gold for document in resolved(gold)))
    print(f"{'type':27}right  made  linkable  accuracy  coverage")
    for kind, score in report.scores.items():
        print(line(kind, score))
    print(*report.errors, sep="\n")


if __name__ == "__main__":
    main()
