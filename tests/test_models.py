"""Where the weights are: shipped with the package, elsewhere, or nowhere."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kgbuild import models
from kgbuild.analyse.pipeline import load_pipeline
from kgbuild.errors import ExtractError
from kgbuild.models import RULES_ALONE, SHIPPED, Models, read_weights

FILES = sorted(value for name, value in vars(models).items() if name.isupper() and isinstance(value, str))


def test_the_weights_are_named():
    assert {"names.crfsuite.gz", "events.tsv.gz", "roles.tsv.gz", "claims.tsv.gz"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_part_has_its_weights_in_the_package(name):
    path = Models().file(name)
    assert path == SHIPPED / name
    assert path.is_file()


@pytest.mark.parametrize("name", FILES)
def test_the_rules_alone_have_none(name):
    assert RULES_ALONE.file(name) is None


def test_other_weights_come_from_their_folder():
    assert Models(Path("mine")).file(models.ROLES) == Path("mine", "roles.tsv.gz")


def test_nothing_is_shipped_that_no_part_reads():
    assert {path.name for path in SHIPPED.iterdir()} <= set(FILES)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty file|damaged file"), (b"no gzip", "damaged file"), (gzip.compress(b"much")[:-9], "damaged file"),
     (gzip.compress(b""), "empty file"), (None, "No such file")],
)  # fmt: skip
def test_weights_that_cannot_be_read_say_why(content, reason, tmp_path):
    path = tmp_path / models.ROLES
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ExtractError, match=f"roles.tsv.gz: no weights: ({reason})"):
        read_weights(path)


@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_a_damaged_tagger_stops_the_pipeline(kept, tmp_path):
    """Regression: CRFsuite crashes on a model that was cut off."""
    model = read_weights(SHIPPED / models.NAMES)
    content = model[: int(kept * len(model))] or b"no model"
    (tmp_path / models.NAMES).write_bytes(gzip.compress(content))
    with pytest.raises(ExtractError, match=r"names\.crfsuite\.gz: no weights: damaged file"):
        load_pipeline(Models(tmp_path))
