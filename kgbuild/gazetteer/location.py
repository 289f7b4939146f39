"""Where a user's gazetteer is."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

ENVIRONMENT = "KGBUILD_GAZETTEER"
_FILE = "gazetteer.sqlite"


def gazetteer_path(given: Path | None = None) -> Path:
    """Return ``given``, else ``$KGBUILD_GAZETTEER``, else ``gazetteer.sqlite`` in the user's folder for data."""
    if given is not None:
        return given
    named = os.environ.get(ENVIRONMENT)
    return Path(named) if named else platformdirs.user_data_path("kgbuild", appauthor=False) / _FILE
