"""Files become a gazetteer, whole or not at all; what is bad in them is told by line."""

import gzip
import sqlite3
import zipfile

import pytest

from kgbuild.errors import GazetteerError
from kgbuild.folding import fold
from kgbuild.gazetteer import Gazetteer, import_places
from kgbuild.gazetteer import importing as importing_module
from kgbuild.settings import GazetteerFormat

from .conftest import WOF, WOF_HEADER, geonames_line

UPPER = fold("وادي الصنوبر الأعلى")


def slugs(path, name):
    return [facts.slug for facts, _ in Gazetteer(path).named(fold(name))]


def test_places_of_whos_on_first(wof_file, target):
    report = import_places(wof_file, target)
    assert (report.places, report.faults, report.total) == (6, 0, 6)
    assert slugs(target, "وادي الصنوبر الأعلى") == ["wof-1", "wof-3"]
    town = Gazetteer(target).named(UPPER)[0][0]
    assert (town.country, town.population, town.source) == ("SY", 900, "places.tsv")
    assert (town.coordinates.latitude, town.coordinates.longitude) == (35.30, 36.80)


def test_containment_climbs_to_the_built_in_governorate(wof_file, target):
    import_places(wof_file, target)
    own = Gazetteer(target)
    quarter, same = own.by_slug("wof-2")
    assert (quarter.district, quarter.within, same) == ("wof-1", "hama-governorate", None)
    assert own.by_slug("wof-1")[0].district == "wof-1108779115"
    assert own.by_slug("wof-85678363")[1] == "hama-governorate"
    assert own.by_slug("wof-3")[0].within is None


def test_bad_lines_are_told_by_number_and_reason(write, target):
    good, bad = WOF[0], list(WOF[3])
    bad[8] = "95.0"
    unknown = [*WOF[3][:4], "castle", *WOF[3][5:]]
    lines = ["\t".join(cells) for cells in (WOF_HEADER, good, bad, unknown, good[:5], good)]
    report = import_places(write("p.tsv", lines), target)
    assert report.places == 1
    told = {bad.line: bad.reason for bad in report.bad}
    assert set(told) == {3, 4, 5, 6}
    assert "not on the globe" in told[3]
    assert "castle" in told[4]
    assert "5 cells, not 12" in told[5]
    assert "stands already in p.tsv" in told[6]


def test_names_in_other_letters_and_states_are_of_no_use_but_not_bad(write, target):
    latin = [*WOF[3][:6], "Wadi", *WOF[3][7:]]
    state = ("4", "", "", "sy", "country", "Syria", "سوريا", "Syria", "35", "38", "", "")
    lines = ["\t".join(cells) for cells in (WOF_HEADER, WOF[0], latin, state)]
    report = import_places(write("p.tsv", lines), target)
    assert (report.places, report.faults, sum(report.unused.values())) == (1, 0, 2)


def test_importing_again_replaces_that_file_alone(write, wof_file, target):
    import_places(wof_file, target)
    table = write("own.tsv", ["id\tar\tlat\tlon", "a-1\tكفر الجرن\t35.1\t36.1"])
    assert import_places(table, target).total == 7
    wof_file.write_text("\t".join(WOF_HEADER) + "\n" + "\t".join(WOF[3]) + "\n", encoding="utf-8")
    report = import_places(wof_file, target)
    assert (report.places, report.replaced, report.total) == (1, 6, 2)
    assert slugs(target, "كفر الجرن") == ["own-a-1"]
    assert slugs(target, "حماة") == []
    assert [source for source, _, _ in Gazetteer(target).sources()] == ["own.tsv", "places.tsv"]


def test_same_content_has_one_digest_whatever_the_order(write, wof_file, target, tmp_path):
    table = write("own.tsv", ["id\tar\tlat\tlon", "a-1\tكفر الجرن\t35.1\t36.1"])
    for source in (wof_file, table):
        one = import_places(source, target).digest
    for source in (table, wof_file):
        other = import_places(source, tmp_path / "other.sqlite").digest
    assert one == other == Gazetteer(target).digest
    table.write_text("id\tar\tlat\tlon\na-1\tكفر الجرن\t35.2\t36.1\n", encoding="utf-8")
    assert import_places(table, target).digest != one


def test_a_failing_import_leaves_all_as_it_was(wof_file, write, target, monkeypatch):
    import_places(wof_file, target)
    before = target.read_bytes()
    with pytest.raises(GazetteerError, match="holds no place"):
        import_places(write("p.tsv", ["\t".join(WOF_HEADER), "x"]), target)

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing_module, "place_in_containers", interrupted)
    with pytest.raises(KeyboardInterrupt):
        import_places(wof_file, target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_archives_are_unpacked(wof_file, target, tmp_path):
    packed, archive = tmp_path / "a.tsv.gz", tmp_path / "places.zip"
    packed.write_bytes(gzip.compress(wof_file.read_bytes()))
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.write(wof_file, "places.txt")
        zipped.writestr("readme.txt", "about")
    assert import_places(packed, target).places == 6
    assert import_places(archive, tmp_path / "b.sqlite").places == 6


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("cut.tsv.gz", gzip.compress(b"wof_id\t" * 100, mtime=0)[:20], "cannot be read"),
        ("no.zip", b"PK", "cannot be read"),
        ("latin.tsv", "id\tar\tlat\tlon\nx\tالقاهرة\t1\t1\n".encode("cp1256"), "not UTF-8"),
        ("words.txt", b"hello", "its format is unknown"),
        ("columns.tsv", b"id\tar\tlat\tlon\theight\n", "unknown column 'height'"),
        ("empty.tsv", b"", "its format is unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unreadable_files(tmp_path, target, name, content, reason):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GazetteerError, match=reason) as error:
        import_places(tmp_path / name, target)
    assert name in str(error.value)
    assert not target.exists()


def test_format_that_is_told_must_be_the_file_s(wof_file, target):
    with pytest.raises(GazetteerError, match="is not in the format geonames"):
        import_places(wof_file, target, form=GazetteerFormat.GEONAMES)


def test_another_sqlite_file_is_left_alone(wof_file, tmp_path):
    other = tmp_path / "mail.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE letters (text)")
    connection.close()
    with pytest.raises(GazetteerError, match="no gazetteer of kgbuild"):
        import_places(wof_file, other)


def test_dump_of_geonames_with_alternate_names(write, target):
    dump = write(
        "SY.txt",
        [
            geonames_line("170015", "Hama", "محافظة حماة", "A.ADM1", "SY", "10"),
            geonames_line("900", "Nahiya", "منطقة الصنوبر", "A.ADM2", "SY", "10", "1001"),
            geonames_line("901", "Upper", "Upper,وادي الصنوبر الأعلى", "P.PPL", "SY", "10", "1001", people="900"),
            geonames_line("902", "Late", "Late", "P.PPL", "SY", "10"),
            geonames_line("903", "Old", "خربة الصنوبر", "P.PPLH", "SY", "10"),
        ],
    )
    names = write("alternateNamesV2.txt", ["1\t902\tar\tكفر المتأخرة\t\t\t\t\t\t", "2\t902\tfr\tTard\t\t\t\t\t\t"])
    report = import_places(dump, target, alternates=names)
    assert (report.places, report.faults, sum(report.unused.values())) == (4, 0, 1)
    own = Gazetteer(target)
    upper = own.by_slug("gn-901")[0]
    assert (upper.district, upper.within, upper.geonames) == ("gn-900", "hama-governorate", 901)
    assert slugs(target, "كفر المتأخرة") == ["gn-902"]
    assert own.by_slug("gn-170015")[1] == "hama-governorate"


def test_plain_table(write, target):
    header = "id\tar\tvariants\ten\ttype\tcountry\tgovernorate\tlat\tlon\tpopulation\twikidata"
    rows = [
        "t1\tمعسكر الصنوبر\tالصنوبر|\tPine camp\tFacility\tSY\tحماة\t35.1\t36.1\t\tQ5",
        "t2\tالصنوبر\t\t\tPerson\tSY\t\t35.1\t36.1\t\t",
        "t3\tالصنوبر\t\t\t\tSY\tالقاهرة\t35.1\t36.1\t\t",
        "t4\tالصنوبر\t\t\t\tZZ\t\t35.1\t36.1\t\t",
        "t5\tالصنوبر\t\t\t\tSY\t\t35.1\t36.1\tmany\t",
        "T 6\tالصنوبر\t\t\t\tSY\t\t35.1\t36.1\t\t",
    ]
    report = import_places(write("own.tsv", [header, *rows]), target)
    assert report.places == 1
    place = Gazetteer(target).by_slug("own-t1")[0]
    assert (place.type.value, place.within, place.wikidata, place.english) == (
        "Facility",
        "hama-governorate",
        "Q5",
        "Pine camp",
    )
    reasons = {bad.line: bad.reason for bad in report.bad}
    assert [word in reasons[line] for line, word in ((3, "Person"), (4, "القاهرة"), (5, "ZZ"), (6, "many"), (7, "T 6"))]
    assert len(reasons) == 5
