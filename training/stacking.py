"""Scenes as the later learned parts meet them: with names from a tagger that has not seen the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kgbuild.analyse.pipeline import load_pipeline
from kgbuild.extract.coreference import find_entities
from kgbuild.extract.scene import Scene, scene_of
from kgbuild.models import NAMES, Models
from kgbuild.records import Entity
from training.gold import Record, analysed
from training.names import train_names

FOLDS = 3

Example = tuple[Record, Scene, list[Entity]]


def stacked_scenes(records: list[Record], folds: int = FOLDS) -> Iterator[Example]:
    """Yield each document with its scene and entities, its names tagged by a model of the other folds."""
    with TemporaryDirectory() as folder:
        for fold in range(folds):
            model = Path(folder) / str(fold) / NAMES
            model.parent.mkdir()
            train_names([r for number, r in enumerate(records) if number % folds != fold], model, folds=folds)
            yield from scenes(records[fold::folds], Models(model.parent))


def scenes(records: Iterable[Record], models: Models) -> Iterator[Example]:
    """Yield each document with its scene and entities, its names tagged by ``models``."""
    nlp = load_pipeline(models)
    for record in records:
        scene = scene_of(analysed(nlp, record))
        yield record, scene, find_entities(scene)
