"""python -m training GOLD … [--twice GOLD …] [--halves DIR]: train the shipped weights, or two sets on a half each."""

from __future__ import annotations

import argparse
from pathlib import Path

from kgbuild.models import SHIPPED
from training.gold import read_gold
from training.weights import train, train_halves


def main() -> None:
    """Train on all documents into the package, or on each half into DIR/0 and DIR/1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument(
        "--twice", nargs="+", default=[], type=Path, help="gold files that count twice, such as two readers annotated"
    )
    parser.add_argument("--halves", type=Path, help="folder for the weights of each half, to measure on the other")
    args = parser.parse_args()
    records = read_gold(args.twice, weight=2) + read_gold(args.gold)
    if args.halves:
        train_halves(records, args.halves)
    else:
        train(records, SHIPPED)


if __name__ == "__main__":
    main()
