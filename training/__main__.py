"""python -m training GOLD.jsonl … [--halves DIR]: train the shipped weights, or two sets on a half each."""

from __future__ import annotations

import argparse
from pathlib import Path

from kgbuild.models import CLAIMS, EVENTS, NAMES, RELATIONS, ROLES, SHIPPED, TIMES
from training.claims import train_claims
from training.events import train_events
from training.gold import Record, half_of, read_gold
from training.names import train_names
from training.relations import train_relations
from training.roles import train_roles
from training.stacking import stacked_scenes
from training.times import train_times


def train(records: list[Record], folder: Path) -> None:
    """Write all weights trained on ``records`` to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    train_names(records, folder / NAMES)
    examples = list(stacked_scenes(records))
    train_events(examples, folder / EVENTS)
    train_roles(examples, folder / ROLES)
    train_claims(examples, folder / CLAIMS)
    train_times(examples, folder / TIMES)
    train_relations(examples, folder / RELATIONS)


def train_halves(records: list[Record], folder: Path) -> None:
    """Write the weights of each half to ``folder/0`` and ``folder/1``, to measure on the other."""
    for half in (0, 1):
        train([record for record in records if half_of(record) == half], folder / str(half))


def main() -> None:
    """Train on all documents into the package, or on each half into DIR/0 and DIR/1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--halves", type=Path, help="folder for the weights of each half, to measure on the other")
    args = parser.parse_args()
    records = read_gold(args.gold)
    if args.halves:
        train_halves(records, args.halves)
    else:
        train(records, SHIPPED)


if __name__ == "__main__":
    main()
