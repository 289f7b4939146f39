"""The lines of a file to import: plain, gzipped, or the only table in a zip archive, in a format told or recognised."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TextIO

from kgbuild.errors import GazetteerError
from kgbuild.gazetteer import geonames, table, wof
from kgbuild.gazetteer.rows import Rejected, Row, Rows, UnusableRowError
from kgbuild.settings import GazetteerFormat as Format

# Names of a place in Arabic by its GeoNames id, from a file of alternate names.
MoreNames = Callable[[int], tuple[str, ...]]
Parser = Callable[[list[str]], Row]
_README = "readme.txt"


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """Open a file of UTF-8 text, whether ``.gz``, ``.zip`` or neither.

    Raises:
        GazetteerError: it cannot be read, or an archive holds no table or several.
    """
    try:
        with path.open("rb") as raw:
            if path.suffix == ".zip":
                with zipfile.ZipFile(raw) as archive, archive.open(_member(archive, path)) as stream:
                    yield io.TextIOWrapper(stream, encoding="utf-8-sig", newline="\n")
            elif path.suffix == ".gz":
                with gzip.open(raw) as packed:
                    yield io.TextIOWrapper(packed, encoding="utf-8-sig", newline="\n")
            else:
                yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="\n")
    except UnicodeDecodeError as error:
        raise GazetteerError("is not UTF-8 text", where=str(path)) from error
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        raise GazetteerError(f"cannot be read: {getattr(error, 'strerror', None) or error}", where=str(path)) from error


def _member(archive: zipfile.ZipFile, path: Path) -> str:
    names = [name for name in archive.namelist() if not name.endswith("/") and Path(name).name.lower() != _README]
    # The archive of alternate names brings a list of languages along.
    tables = [name for name in names if Path(name).stem.lower() == path.stem.lower()] or names
    if len(tables) != 1:
        raise GazetteerError(f"holds {len(tables)} files", where=str(path), hint="unpack it and import one of them")
    return tables[0]


@contextmanager
def open_rows(path: Path, form: Format | None = None, more: MoreNames | None = None) -> Iterator[tuple[Format, Rows]]:
    """Open a file as its format and, by number of line, its places or why a line tells none.

    Args:
        path: the file.
        form: its format; recognised by the first line where it is ``None``.
        more: further Arabic names of GeoNames' places.

    Raises:
        GazetteerError: the file cannot be read, or is in no format that can be imported.
    """
    with open_text(path) as lines:
        first = next(lines, "").rstrip("\r\n")
        header = first.split("\t")
        form = form or _recognise(header, path)
        _check_header(header, form, path)
        headed = form is not Format.GEONAMES
        body = lines if headed else chain([first], lines)
        yield form, _rows(enumerate(body, 2 if headed else 1), _parser(form, header, more))


def _rows(lines: Iterable[tuple[int, str]], parse: Parser) -> Rows:
    for number, line in lines:
        if line.strip() and not line.startswith("#"):
            yield number, _parse(parse, line.rstrip("\r\n").split("\t"), number)


def _parse(parse: Parser, cells: list[str], number: int) -> Row | Rejected:
    try:
        return parse(cells)
    except UnusableRowError as error:
        return Rejected(number, str(error), fault=False)
    except ValueError as error:
        return Rejected(number, str(error))


def _recognise(header: list[str], path: Path) -> Format:
    if header == wof.HEADER:
        return Format.WOF
    if set(header) >= table.NEEDED:
        return Format.TSV
    if len(header) == geonames.COLUMNS and header[0].isdigit():
        return Format.GEONAMES
    raise _no_such(path)


def _check_header(header: list[str], form: Format, path: Path) -> None:
    fits = {
        Format.WOF: header == wof.HEADER,
        Format.TSV: set(header) >= table.NEEDED and len(set(header)) == len(header),
        Format.GEONAMES: len(header) == geonames.COLUMNS,
    }
    if not fits[form]:
        raise _no_such(path, form)
    unknown = set(header) - table.NEEDED - table.POSSIBLE if form is Format.TSV else set()
    if unknown:
        possible = ", ".join(sorted(table.NEEDED | table.POSSIBLE))
        raise GazetteerError(f"unknown column {min(unknown)!r}", where=str(path), hint=f"possible are: {possible}")


_EXPECTED = {
    Format.WOF: f"its first line must be, tab-separated: {' '.join(wof.HEADER)}",
    Format.TSV: f"its first line must name columns, tab-separated, with {', '.join(sorted(table.NEEDED))} among them",
    Format.GEONAMES: "its lines must have 19 tab-separated cells, and there must be no header",
}


def _no_such(path: Path, form: Format | None = None) -> GazetteerError:
    if form:
        return GazetteerError(f"is not in the format {form}", where=str(path), hint=_EXPECTED[form])
    hint = "; or ".join(f"{kind}: {words}" for kind, words in _EXPECTED.items())
    return GazetteerError("its format is unknown", where=str(path), hint=hint)


def _parser(form: Format, header: list[str], more: MoreNames | None) -> Parser:
    if form is Format.WOF:
        return wof.parse_wof
    if form is Format.TSV:
        return lambda cells: table.parse_table(header, cells)
    return lambda cells: _with_names(cells, more)


def _with_names(cells: list[str], more: MoreNames | None) -> Row:
    known = more(int(cells[0])) if more and cells[0].isdigit() else ()
    return geonames.parse_geonames(cells, known)


def alternate_names(path: Path) -> Iterator[tuple[int, str, int]]:
    """Yield (GeoNames id, Arabic name, rank: the preferred name's is 0) of a file of alternate names.

    Columns: id of the name, GeoNames id, language, name, then marks for preferred, short, colloquial and historic.

    Raises:
        GazetteerError: the file cannot be read.
    """
    with open_text(path) as lines:
        for line in lines:
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) >= 4 and cells[2] == "ar" and cells[1].isdigit():
                marks = [*cells[4:8], "", "", "", ""]
                # Historic and colloquial names come last.
                yield int(cells[1]), cells[3], 2 if "1" in marks[2:4] else 0 if marks[0] == "1" else 1
