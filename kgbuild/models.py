"""Where the learned parts' weights are, whether to use them, and how their files are read."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path

from kgbuild.errors import ExtractError

SHIPPED = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Models:
    """The weights of a pipeline.

    Attributes:
        folder: folder of the weights; ``None`` lets the rules decide alone.
    """

    folder: Path | None = SHIPPED

    def file(self, name: str) -> Path | None:
        """Return the path of the weights called ``name``; ``None`` where the rules decide."""
        return self.folder / name if self.folder else None


RULES_ALONE = Models(None)
NAMES = "names.crfsuite.gz"
# The second stage of the names, which stands beside the first.
NAME_SPANS = "names.tsv.gz"
EVENTS = "events.tsv.gz"
# The second look at the events.
EVENT_CONTEXT = "event-context.tsv.gz"
ROLES = "roles.tsv.gz"
MODALITY = "modality.tsv.gz"
CLAIMS = "claims.tsv.gz"
TIMES = "times.tsv.gz"
RELATIONS = "relations.tsv.gz"


def read_weights(path: Path) -> bytes:
    """Return what a gzipped file of weights holds.

    Raises:
        ExtractError: the file is not there, empty or damaged.
    """
    try:
        content = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise unreadable(path, getattr(error, "strerror", None) or f"damaged file ({error})") from error
    if not content:
        raise unreadable(path, "empty file")
    return content


def unreadable(path: Path, reason: str) -> ExtractError:
    """Return the error that says why a file of weights is of no use, and what to do."""
    return ExtractError(
        f"no weights: {reason}", where=str(path), hint="install kgbuild again, or use the annotator 'rules'"
    )
