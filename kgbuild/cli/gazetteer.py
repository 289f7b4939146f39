"""``kgbuild gazetteer``: a user's own places beside the built-in ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from kgbuild.ask.table import Format, Table, render
from kgbuild.cli.console import ExitCode, remarks, results, write
from kgbuild.settings import GazetteerFormat

if TYPE_CHECKING:
    from kgbuild.gazetteer import Gazetteer, ImportReport
    from kgbuild.registry import PlaceFacts
    from kgbuild.resolve.known import KnownPlaces


# Bad lines shown on the terminal.
SHOWN = 10
BUILT_IN = "built in"
COLUMNS = ("type", "name", "english", "within", "position", "people", "source", "id")

app = typer.Typer(
    no_args_is_help=True,
    help="Places of your own beside the built-in ones.\n\nExample: `kgbuild gazetteer find طرابلس`",
)

GazetteerFile = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        help="The gazetteer's file; else $KGBUILD_GAZETTEER, else gazetteer.sqlite in your folder for data.",
    ),
]


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Table to import: .tsv, .txt, .gz or .zip.")],
    form: Annotated[
        GazetteerFormat | None,
        typer.Option("--format", help="wof, geonames or tsv; recognised by the first line without."),
    ] = None,
    alternate_names: Annotated[
        Path | None, typer.Option(help="GeoNames' alternateNamesV2 (.txt, .zip), for its Arabic names.")
    ] = None,
    gazetteer: GazetteerFile = None,
) -> None:
    """Add places to your gazetteer: Who's On First, a GeoNames dump, or a plain table.

    Example: `kgbuild gazetteer import allCountries.zip --alternate-names alternateNamesV2.zip`

    A plain table names its columns in the first line: id, ar, lat, lon, and if you like variants, en, type, country,
    governorate, population, geonames, wikidata. Places of an earlier import of a file of the same name make way.
    Exit code: 0 imported, 1 imported without the bad lines, 2 not imported.
    """
    from kgbuild.gazetteer import gazetteer_path, import_places

    target = gazetteer_path(gazetteer)
    report = import_places(file, target, form=form, alternates=alternate_names)
    _say_rejected(report, file)
    told = f"{report.places:,} places imported" + (f" in place of {report.replaced:,}" if report.replaced else "")
    results().print(f"{told}; {report.total:,} in {target}", soft_wrap=True)
    remarks().print(Text(f"link to them with: kgbuild build … --gazetteer {target}"), soft_wrap=True)
    if report.faults:
        raise typer.Exit(ExitCode.INCOMPLETE)


def _say_rejected(report: ImportReport, file: Path) -> None:
    console = remarks()
    for bad in report.bad[:SHOWN]:
        text = " ".join(f"Skipped: {file}:{bad.line}: {bad.reason}".split())
        console.print(Text(text, style="yellow"), soft_wrap=True)
    if report.faults > SHOWN:
        console.print(Text(f"Skipped: … and {report.faults - SHOWN:,} more bad lines", style="yellow"))
    for reason, count in sorted(report.unused.items()):
        console.print(Text(f"Note: {count:,} lines left out: {reason}", style="dim"), soft_wrap=True)


@app.command()
def find(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A place's name in Arabic; quotes are optional.")],
    gazetteer: GazetteerFile = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write them: table, csv, json.")] = Format.TABLE,
) -> None:
    """Show the places of a name, built in and your own.

    Example: `kgbuild gazetteer find طرابلس`

    Exit code: 0 found, 1 there is none.
    """
    from kgbuild.resolve.known import KnownPlaces

    places = KnownPlaces(_opened(gazetteer))
    found = _answer(" ".join(name), places)
    if not found.rows:
        remarks().print(Text(f"no place is called {' '.join(name)!r}"), soft_wrap=True)
        raise typer.Exit(ExitCode.INCOMPLETE)
    write(render(found, form, width=results().width))


def _opened(given: Path | None) -> Gazetteer | None:
    """Open the gazetteer that is named, or the user's where there is one."""
    from kgbuild.gazetteer import Gazetteer, gazetteer_path

    path = gazetteer_path(given)
    return Gazetteer(path) if given or path.exists() else None


def _answer(name: str, places: KnownPlaces) -> Table:
    from kgbuild.resolve.names import plain

    return Table(COLUMNS, tuple(_row(place, places) for place in places.named(plain(name))))


def _row(place: PlaceFacts, places: KnownPlaces) -> tuple[str | None, ...]:
    from kgbuild.resolve.lookup import state_by_code

    division = places.by_slug(place.within) if place.within else None
    state = state_by_code(place.country)
    where = place.coordinates
    return (
        str(place.type),
        place.name,
        place.english or None,
        "، ".join(found.name for found in (division, state) if found) or None,
        f"{where.latitude:.3f} {where.longitude:.3f}" if where else None,
        f"{place.population:,}" if place.population else None,
        place.source or BUILT_IN,
        place.slug,
    )
