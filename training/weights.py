"""All weights of a pipeline, from all documents or from each half of them."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from kgbuild.models import CLAIMS, MODALITY, NAMES, RELATIONS, ROLES, TIMES, Models
from training.claims import train_claims
from training.events import train_events, with_gold_triggers
from training.gold import Record, half_of, has_checked_names
from training.modality import train_modality
from training.names import train_names
from training.relations import train_relations
from training.roles import train_roles
from training.stacking import FOLDS, scenes, stacked_scenes
from training.times import train_times


def train(records: list[Record], folder: Path, *, folds: int = FOLDS) -> None:
    """Write all weights trained on ``records`` to ``folder``; fewer ``folds`` are quicker and a little worse."""
    folder.mkdir(parents=True, exist_ok=True)
    checked = [record for record in records if has_checked_names(record)]
    train_names(checked, folder / NAMES, folds=folds)
    stacked = list(stacked_scenes(checked, folds))
    # The tagger has learned from none of the others.
    others = scenes([record for record in records if not has_checked_names(record)], Models(folder))
    examples = [*stacked, *others]
    train_events(examples, folder)
    examples = with_gold_triggers(examples)
    train_roles(examples, folder / ROLES)
    train_modality(examples, folder / MODALITY)
    train_claims(examples, folder / CLAIMS)
    train_times(examples, folder / TIMES)
    train_relations(examples[: len(stacked)], folder / RELATIONS)


def train_halves(records: list[Record], folder: Path, *, folds: int = FOLDS) -> None:
    """Write the weights of each half to ``folder/0`` and ``folder/1``, to measure on the other; both at a time."""
    halves = [[record for record in records if half_of(record) == half] for half in (0, 1)]
    with ProcessPoolExecutor(len(halves), get_context("spawn")) as pool:
        # A list, so that what fails in a process is raised here.
        list(pool.map(partial(train, folds=folds), halves, [folder / "0", folder / "1"]))
