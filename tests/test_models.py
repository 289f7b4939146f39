"""Where the weights are: shipped with the package, elsewhere, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgbuild import models
from kgbuild.models import RULES_ALONE, SHIPPED, Models

FILES = sorted(value for name, value in vars(models).items() if name.isupper() and isinstance(value, str))


def test_the_weights_are_named():
    assert {"names.crfsuite", "events.tsv.gz", "roles.tsv.gz", "claims.tsv.gz"} <= set(FILES)


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
