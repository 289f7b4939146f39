"""python -m training GOLD … [--twice GOLD …] [--articles FILE …] [--halves DIR]: train the weights, or two sets."""

from __future__ import annotations

import argparse
from pathlib import Path

from kgbuild.errors import AnnotationError
from kgbuild.models import SHIPPED
from training.gold import read_gold
from training.standoff import attached
from training.weights import train, train_halves


def main() -> None:
    """Train on all documents into the package, or on each half into DIR/0 and DIR/1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument(
        "--twice", nargs="+", default=[], type=Path, help="gold files that count twice, such as two readers annotated"
    )
    parser.add_argument(
        "--articles", nargs="+", default=[], type=Path, help="files of the articles of gold records without text"
    )
    parser.add_argument("--halves", type=Path, help="folder for the weights of each half, to measure on the other")
    args = parser.parse_args()
    try:
        records = attached(read_gold(args.twice, weight=2) + read_gold(args.gold), args.articles)
    except AnnotationError as error:
        parser.error(str(error))
    if args.halves:
        train_halves(records, args.halves)
    else:
        train(records, SHIPPED)


if __name__ == "__main__":
    main()
