"""Who's On First as a table: one place a line, names by language, the parent's id.

Columns: wof_id, gn_id, wd_id (GeoNames and Wikidata concordances), cc, placetype, name, ara, eng (names separated by
``|``), lat, lon, population, parent. Source of the placetypes: https://whosonfirst.org/docs/placetypes/.
"""

from __future__ import annotations

from kgbuild.gazetteer.arabic import arabic_names, latin_name
from kgbuild.gazetteer.rows import NO_ARABIC, Row, UnusableRowError, country_code, number, place_types, position
from kgbuild.settings import GazetteerFormat as Format

HEADER = "wof_id gn_id wd_id cc placetype name ara eng lat lon population parent".split()


def parse_wof(cells: list[str]) -> Row:
    """Return the place of one line.

    Raises:
        UnusableRowError: a sound line of no use here.
        ValueError: what is wrong with the line.
    """
    if len(cells) != len(HEADER):
        raise ValueError(f"{len(cells)} cells, not {len(HEADER)}")
    wof, geonames, wikidata, country, kind, name, arabic, english, lat, lon, population, parent = cells
    if not wof.isascii() or not wof.isdigit():
        raise ValueError(f"wof_id is no number: {wof!r}")
    types = place_types(Format.WOF)
    if kind not in types:
        raise ValueError(f"placetype {kind!r} is unknown; known are: {', '.join(sorted(types))}")
    entity_type = types[kind]
    if entity_type is None:
        raise UnusableRowError(f"a {kind}, which kgbuild has already or cannot place")
    names = arabic_names((*arabic.split("|"), name))
    if not names:
        raise UnusableRowError(NO_ARABIC)
    return Row(
        f"wof-{int(wof)}",
        entity_type,
        names,
        latin_name((*english.split("|"), name)),
        country_code(country),
        position(lat, lon),
        number(population, "population") or 0,
        number(geonames, "gn_id"),
        wikidata_id(wikidata),
        key=wof,
        parent=parent,
    )


def wikidata_id(cell: str) -> str | None:
    """Return a Wikidata id; ``None`` where the cell is empty.

    Raises:
        ValueError: it is not ``Q`` and digits.
    """
    if not cell:
        return None
    if not (cell.isascii() and cell[0] == "Q" and cell[1:].isdigit()):
        raise ValueError(f"no Wikidata id: {cell!r}")
    return cell
