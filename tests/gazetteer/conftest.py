"""Small files of facts in the three formats."""

from __future__ import annotations

import pytest

WOF_HEADER = "wof_id gn_id wd_id cc placetype name ara eng lat lon population parent".split()
# A region that kgbuild has, a district of it, towns in both, a quarter, and a namesake abroad.
WOF = [
    ("85678363", "170015", "Q232355", "sy", "region", "Hamah", "محافظة حماة", "Hama", "35.22", "37.21", "", ""),
    ("1108779115", "", "", "sy", "county", "Markaz Hamah", "منطقة حماة", "", "35.23", "36.90", "", "85678363"),
    ("421202161", "170017", "Q173545", "sy", "locality", "Hama", "حماة", "Hama", "35.13", "36.75", "1", "1108779115"),
    ("1", "", "", "sy", "locality", "Wadi", "وادي الصنوبر الأعلى", "", "35.30", "36.80", "900", "1108779115"),
    ("2", "", "", "sy", "neighbourhood", "", "حارة الصنوبر الأعلى", "", "35.30", "36.80", "", "1"),
    ("3", "", "", "ye", "locality", "Wadi", "وادي الصنوبر الأعلى", "", "15.30", "44.80", "", ""),
]


def geonames_line(number, name, alternates, feature, *admin, people="0"):
    """A line of 19 cells: id, three names, position, feature, country, divisions, population and what is not read."""
    country, *divisions = [*admin, "", ""][:3]
    cells = [
        number,
        name,
        name,
        alternates,
        "35.0",
        "36.0",
        *feature.split("."),
        country,
        "",
        *divisions,
        "",
        "",
        people,
    ]
    return "\t".join([*cells, "", "", "Asia/Damascus", "2020-01-01"])


@pytest.fixture
def write(tmp_path):
    """Write lines of a file and return its path."""

    def make(name, lines):
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    return make


@pytest.fixture
def wof_file(write):
    return write("places.tsv", ["\t".join(cells) for cells in (WOF_HEADER, *WOF)])


@pytest.fixture
def target(tmp_path):
    return tmp_path / "own" / "gazetteer.sqlite"
