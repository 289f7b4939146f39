"""``kgbuild merge``: which events of different documents tell one happening."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgbuild.cli.console import remarks, results
from kgbuild.cli.inputs import Gazetteer, settings_from

if TYPE_CHECKING:
    from kgbuild.merge import Merged
    from kgbuild.settings import Settings

# Conflicts shown on the terminal; `kgbuild review` shows all.
SHOWN = 5


def merge(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that build wrote.")],
    gazetteer: Gazetteer = None,
) -> None:
    """Merge the events of different documents that tell one happening, each merge with its reasons.

    Example: `kgbuild merge out`

    Writes `merged.nq`, a graph of its own in which each happening names its events, and `judgements.jsonl`, the
    decisions with their reasons. What you decide with `kgbuild review` stays. Give the gazetteer that the graph was
    built with. A build that changes the graph removes `merged.nq`.
    """
    merge_and_say(folder, settings_from(gazetteer=gazetteer))


def merge_and_say(folder: Path, settings: Settings, *, quiet: bool = False) -> None:
    """Merge the events of a folder and say what was found, conflicts in any case.

    Raises:
        KgbuildError: the folder cannot be read or written, or was built with other settings.
    """
    from kgbuild.flow import known_places
    from kgbuild.merge_folder import JUDGEMENTS, merge_events
    from kgbuild.store.names import MERGED

    merged = merge_events(folder, places=known_places(settings))
    say_conflicts(merged)
    if quiet:
        return
    console = results()
    joined = sum(len(found.events) for found in merged.happenings)
    console.print(f"{merged.events:,} events looked at; {joined:,} tell {len(merged.happenings):,} happenings together")
    console.print(f"written to {folder.as_posix()}: {MERGED}, {JUDGEMENTS}", soft_wrap=True)
    unsure = sum(found.verdict.value == "unsure" for found in merged.judgements)
    if unsure:
        console.print(f"{unsure:,} pairs are unsure: kgbuild review {folder.as_posix()}", soft_wrap=True)


def say_conflicts(merged: Merged) -> None:
    """Say which judgements contradict each other."""
    for conflict in merged.conflicts[:SHOWN]:
        same, different = " = ".join(conflict.same), " ≠ ".join(conflict.different)
        remarks().print(f"Conflict: {same}, but {different}; kept apart", style="yellow", soft_wrap=True)
    more = len(merged.conflicts) - SHOWN
    if more > 0:
        remarks().print(f"Conflict: … and {more:,} more", style="yellow")
