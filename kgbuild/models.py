"""Where the learned parts' weights are, and whether to use them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
NAMES = "names.crfsuite"
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
