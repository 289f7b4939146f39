"""``kgbuild review``: what the rules are unsure of, one by one, or as CSV out and in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from kgbuild.cli.console import remarks, results
from kgbuild.errors import StoreError

if TYPE_CHECKING:
    from kgbuild.cli.review_sides import Shown
    from kgbuild.merge import Judgement, Side, Verdict

QUIT, SKIP = "q", ""
BYTE_ORDER_MARK = "\ufeff"


def review(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that build and merge wrote.")],
    out: Annotated[
        Path | None, typer.Option("--export", metavar="FILE.csv", help="Write the unsure pairs for a spreadsheet.")
    ] = None,
    given: Annotated[
        Path | None, typer.Option("--import", metavar="FILE.csv", help="Take the decisions of such a file.")
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Mark CSV so that Excel reads the Arabic right.")] = False,
) -> None:
    """Judge the pairs of events and entities that merging is unsure of: both sides with their sentences, one by one.

    Example: `kgbuild review out`

    Answer s (same), d (different), u (cannot be said), Enter to leave it for later, q to stop. Your decisions stand in
    `judgements.jsonl` and win on every later `kgbuild merge`. In a CSV file, fill the column `decision`; a row of your
    own with kind `entity` and the IRIs of two actors or places says whether they are one.

    Exit code: 0 done, 1 decisions contradict each other, 2 nothing could be done.
    """
    from kgbuild.merge_folder import JUDGEMENTS, read_judgements
    from kgbuild.store.names import ANNOTATIONS

    if out and given:
        raise typer.BadParameter("--export or --import, not both")
    if not (folder / JUDGEMENTS).is_file() and given is None:
        hint = f"kgbuild merge {folder.as_posix()} writes it"
        raise StoreError(f"no {JUDGEMENTS} here", where=str(folder), hint=hint)
    judgements = read_judgements(folder)
    if given:
        _import(folder, judgements, given)
        return
    open_ones = _open(judgements)
    if out:
        _export(open_ones, folder / ANNOTATIONS, out, excel=excel)
        return
    _ask_all(folder, judgements, open_ones)


def _open(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the rules' unsure pairs, the likeliest first."""
    from kgbuild.merge import By, Verdict

    unsure = (found for found in judgements if found.verdict is Verdict.UNSURE and found.by is By.RULE)
    return sorted(unsure, key=lambda found: (-(found.score or 0.0), found.pair))


def _import(folder: Path, judgements: Sequence[Judgement], given: Path) -> None:
    from kgbuild.cli.review_table import from_csv

    decided = from_csv(given)
    _save(folder, judgements, decided)


def _export(open_ones: Sequence[Judgement], annotations: Path, out: Path, *, excel: bool) -> None:
    from kgbuild.cli.review_sides import shown_sides
    from kgbuild.cli.review_table import as_csv
    from kgbuild.store.replacing import write_text

    text = as_csv(open_ones, shown_sides(open_ones, annotations))
    write_text(out, BYTE_ORDER_MARK + text if excel else text)
    results().print(f"{len(open_ones):,} pairs written to {out.as_posix()}", soft_wrap=True)


def _ask_all(folder: Path, judgements: Sequence[Judgement], open_ones: Sequence[Judgement]) -> None:
    from kgbuild.cli.review_sides import shown_sides
    from kgbuild.merge import Verdict
    from kgbuild.store.names import ANNOTATIONS

    if not open_ones:
        results().print("nothing is unsure")
        _say_contradictions(judgements)
        return
    shown = shown_sides(open_ones, folder / ANNOTATIONS)
    decided: list[Judgement] = []
    try:
        for number, found in enumerate(open_ones, 1):
            _show(found, shown, f"{number} / {len(open_ones)}")
            answer = _answer()
            if answer == QUIT:
                break
            if isinstance(answer, Verdict):
                decided.append(_decision(found, answer))
    finally:
        # Also after Ctrl-C: what was answered is not asked again.
        if decided:
            _save(folder, judgements, decided)


def _decision(found: Judgement, verdict: Verdict) -> Judgement:
    from kgbuild.merge import By, judgement

    return judgement(found.left, found.right, verdict, By.PERSON, kind=found.kind)


def _answer() -> Verdict | str | None:
    """Ask until there is an answer: a verdict, QUIT, or ``None`` for later; the end of the input stops."""
    from kgbuild.cli.review_table import ANSWERS

    while True:
        results().print("[s]ame  [d]ifferent  [u]nsure  Enter: later  [q]uit › ", end="")
        line = sys.stdin.readline()
        word = line.strip().lower()
        if not line or word == QUIT:
            return QUIT
        if word == SKIP:
            return None
        if word in ANSWERS:
            return ANSWERS[word]
        results().print(f"{word!r} is no answer")


def _show(found: Judgement, shown: Mapping[Side, Shown], place: str) -> None:
    from kgbuild.cli.review_sides import Shown, reasons_in

    console = results()
    console.print(Text(f"\n— {place} · score {found.score:g} —", style="bold"))
    # Arabic lines hold nothing else, so that terminals set them right to left.
    for side in (found.left, found.right):
        told = shown.get(side, Shown())
        console.print(Text(" · ".join(filter(None, (told.date, told.publisher))), style="dim"))
        if told.headline:
            console.print(told.headline, soft_wrap=True)
        console.print(_marked(told.sentence or side.iri, side.words), soft_wrap=True)
    console.print(Text(reasons_in(found, "ar"), style="dim"), soft_wrap=True)
    console.print(Text(reasons_in(found, "en"), style="dim"), soft_wrap=True)


def _marked(sentence: str, words: str) -> Text:
    text = Text(sentence)
    if words:
        text.highlight_words([words], "bold underline")
    return text


def _save(folder: Path, judgements: Sequence[Judgement], decided: Sequence[Judgement]) -> None:
    from kgbuild.merge import in_order
    from kgbuild.merge_folder import write_judgements

    together = in_order((*judgements, *decided))
    write_judgements(folder, together)
    console = results()
    console.print(f"{len(decided):,} decisions written; kgbuild merge {folder.as_posix()} applies them", soft_wrap=True)
    _say_contradictions(together)


def _say_contradictions(judgements: Iterable[Judgement]) -> None:
    from kgbuild.cli.console import ExitCode
    from kgbuild.merge.contradictions import contradictions

    found = contradictions(judgements)
    for one in found:
        left, right = one.different.pair
        chain = "; ".join(f"{link.left.iri} = {link.right.iri}" for link in one.chain)
        remarks().print(f"Conflict: {left} ≠ {right}, but {chain}", style="yellow", soft_wrap=True)
    if found:
        raise typer.Exit(ExitCode.INCOMPLETE)
