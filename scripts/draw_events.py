"""Draw events from many articles for a person to judge one by one: how precise is the extraction on other texts?

    python scripts/draw_events.py ARTICLES.jsonl.gz --categories middleEast,internationalNews \
        --articles 300 --events 150 --seed 7 --without GOLD.jsonl > sample.tsv

Prints one line for each event, with its sentence and empty columns for the verdicts. The same articles, seed and
version draw the same events; ``--without`` leaves out articles that the weights have learned from.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from kgbuild import Annotation, Article
from kgbuild.embedded import EmbeddedAnnotator
from kgbuild.labels import Role
from kgbuild.read import ReadOptions, read_articles
from kgbuild.records import Event
from kgbuild.sentences import split_sentences

Item = TypeVar("Item")
ROLES = (Role.AGENT, Role.TARGET, Role.PLACE)
VERDICTS = ("event?", "agent?", "target?")
HEADER = ("article", "type", "trigger", *(role.value for role in ROLES), "time", "count", "modality", "claims")
SHORT = 400


def draw_articles(path: Path, categories: set[str], left_out: set[str], number: int, seed: int) -> list[Article]:
    """Return ``number`` random articles of some categories, in the order of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        chosen = [line for line in lines if _fits(json.loads(line), categories, left_out)]
    with TemporaryDirectory() as folder:
        drawn = Path(folder) / "drawn.jsonl"
        drawn.write_text("".join(_sample(chosen, number, seed)), encoding="utf-8")
        return [item for item in read_articles([drawn], options=ReadOptions()) if isinstance(item, Article)]


def _fits(record: dict[str, str], categories: set[str], left_out: set[str]) -> bool:
    return record["cat"] in categories and record["id"] not in left_out


def rows_of(annotations: list[Annotation], number: int, seed: int) -> Iterator[list[str]]:
    """Yield the cells of ``number`` random events (0: all), in the order of the articles."""
    events = [(annotation, event) for annotation in annotations for event in annotation.events]
    for annotation, event in _sample(events, number, seed) if number else events:
        yield _row(annotation, event)


def _sample(items: list[Item], number: int, seed: int) -> list[Item]:
    """Return ``number`` random items in their order, all where there are fewer."""
    drawn = random.Random(seed).sample(range(len(items)), min(number, len(items)))  # noqa: S311 - a sample, no secret
    return [items[index] for index in sorted(drawn)]


def _row(annotation: Annotation, event: Event) -> list[str]:
    names = {entity.id: f"{entity.name} ({entity.type.value})" for entity in annotation.entities}
    roles = ["؛ ".join(names[filler] for filler in event.role(role)) for role in ROLES]
    claims = "؛ ".join(f"{claim.stance.value} {names.get(claim.source or '', '-')}" for claim in event.claims)
    count = "" if event.count is None else str(event.count)
    start, end = split_sentences(annotation.article.text)[event.sentence]
    told = [*roles, event.time or "", count, event.modality.value, claims, *("" for _ in VERDICTS)]
    sentence = annotation.article.text[start:end][:SHORT]
    return [annotation.article.id, event.type.value, event.trigger.text, *told, sentence]


def main() -> None:
    """Print the sample as tab-separated values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, help="articles, gzipped JSON Lines with id, cat, title, time and text")
    parser.add_argument("--categories", required=True, help="values of cat, with commas")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--events", type=int, default=150, help="0: all of the articles")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="records of articles to leave out")
    args = parser.parse_args()
    left_out = {json.loads(line)["id"] for path in args.without for line in path.open(encoding="utf-8")}
    articles = draw_articles(args.news, set(args.categories.split(",")), left_out, args.articles, args.seed)
    annotator = EmbeddedAnnotator()
    annotations = [annotator.annotate(article) for article in articles]
    table = csv.writer(sys.stdout, dialect="excel-tab", lineterminator="\n")
    table.writerow((*HEADER, *VERDICTS, "sentence"))
    table.writerows(rows_of(annotations, args.events, args.seed))
    print(f"{len(articles)} articles, {sum(len(a.events) for a in annotations)} events", file=sys.stderr)


if __name__ == "__main__":
    main()
