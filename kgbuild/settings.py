"""What a run may be told; read once at the edge and passed in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kgbuild.iris import BASE
from kgbuild.labels import Label


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a run.

    Attributes:
        base: namespace under which data IRIs are minted; ends in ``/`` or ``#``.
        annotator: name of an entry point of the group ``kgbuild.annotators``.
        processes: worker processes for extraction; 1 works in the calling process.
        gazetteer: the user's gazetteer, whose places are linked to beside the built-in ones; ``None``: these alone.
        anew: whether a build begins without what its folder holds.
        check: whether each document's graph has to keep the shapes; one that breaks them is skipped.
    """

    base: str = BASE
    annotator: str = "embedded"
    processes: int = 1
    gazetteer: Path | None = None
    check: bool = False
    anew: bool = False

    def __post_init__(self) -> None:
        """Refuse values that no run could use.

        Raises:
            ValueError: ``base`` does not end in a separator, or ``processes`` is below 1.
        """
        if not self.base.endswith(("/", "#")):
            raise ValueError(f"base {self.base!r} must end in / or #, so that names can follow it")
        if self.processes < 1:
            raise ValueError(f"processes must be at least 1, not {self.processes}")


class Reasoner(Label):
    """Who reasons: rules of OWL 2 RL, or a reasoner of OWL 2 DL in Java."""

    RL = "rl"
    HERMIT = "hermit"
    PELLET = "pellet"


class GazetteerFormat(Label):
    """Files that a user's gazetteer is made from: Who's On First as a table, GeoNames' dumps, a plain table."""

    WOF = "wof"
    GEONAMES = "geonames"
    TSV = "tsv"
