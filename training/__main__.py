"""python -m training GOLD.jsonl … [--halves DIR]: train the shipped weights, or two sets on a half each."""

from __future__ import annotations

import argparse
from pathlib import Path

from kgbuild.models import CLAIMS, EVENTS, NAMES, RELATIONS, ROLES, SHIPPED, TIMES
from training.claims import train_claims
from training.events import train_events
from training.gold import half_of, read_gold
from training.names import train_names
from training.relations import train_relations
from training.roles import train_roles
from training.stacking import stacked_scenes
from training.times import train_times


def main() -> None:
    """Train on all documents into the package, or on each half into DIR/0 and DIR/1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--halves", type=Path, help="folder for the weights of each half, to measure on the other")
    args = parser.parse_args()
    records = read_gold(args.gold)
    sets = {SHIPPED: records}
    if args.halves:
        sets = {args.halves / str(half): [r for r in records if half_of(r) == half] for half in (0, 1)}
    for folder, chosen in sets.items():
        folder.mkdir(parents=True, exist_ok=True)
        train_names(chosen, folder / NAMES)
        examples = list(stacked_scenes(chosen))
        train_events(examples, folder / EVENTS)
        train_roles(examples, folder / ROLES)
        train_claims(examples, folder / CLAIMS)
        train_times(examples, folder / TIMES)
        train_relations(examples, folder / RELATIONS)


if __name__ == "__main__":
    main()
