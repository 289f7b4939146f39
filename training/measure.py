"""python -m training.measure GOLD.jsonl … --halves DIR: score each document with the weights of the other half."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kgbuild.embedded import EmbeddedAnnotator
from kgbuild.errors import AnnotationError
from kgbuild.evaluate import score
from kgbuild.models import RULES_ALONE, Models
from kgbuild.records import Article
from kgbuild.store.annotations import annotation_to_json
from training.gold import Record, half_of, read_gold
from training.standoff import attached


def predict(records: list[Record], annotators: dict[int, EmbeddedAnnotator]) -> list[Record]:
    """Annotate each document with the annotator that was not trained on its half."""
    found = []
    for record in records:
        article = Article(record["id"], record["text"], record["title"], record.get("date"), record.get("publisher"))
        found.append(dict(annotation_to_json(annotators[1 - half_of(record)].annotate(article))))
    return found


def main() -> None:
    """Print the scores of each gold file, cross-fitted or by the rules alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument(
        "--halves", type=Path, help="weights made by `python -m training --halves`; absent: the rules alone"
    )
    parser.add_argument(
        "--articles", nargs="+", default=[], type=Path, help="files of the articles of gold records without text"
    )
    parser.add_argument("--out", type=Path, help="folder for the predictions")
    args = parser.parse_args()
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
    folders = {half: Models(args.halves / str(half)) if args.halves else RULES_ALONE for half in (0, 1)}
    annotators = {half: EmbeddedAnnotator(models) for half, models in folders.items()}
    try:
        gold = {path: attached(read_gold([path]), args.articles) for path in args.gold}
    except AnnotationError as error:
        parser.error(str(error))
    for path, records in gold.items():
        predicted = predict(records, annotators)
        if args.out:
            lines = [json.dumps(record, ensure_ascii=False) for record in predicted]
            (args.out / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        report = score(records, predicted).as_dict()
        figures = {part: value["f1"] if isinstance(value, dict) else value for part, value in report.items()}
        print(path.name, json.dumps(figures))


if __name__ == "__main__":
    main()
