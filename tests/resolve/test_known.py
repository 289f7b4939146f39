"""Built-in and imported places, each once, by all their spellings."""

import pytest

from kgbuild.folding import fold
from kgbuild.gazetteer import Gazetteer, import_places
from kgbuild.resolve.known import KnownPlaces

HEADER = "id\tar\ten\ttype\tcountry\tgovernorate\tlat\tlon\tpopulation\tgeonames\twikidata"


@pytest.fixture
def known(tmp_path):
    """Make the places of a table known beside the built-in ones."""

    def make(*rows):
        table, target = tmp_path / "own.tsv", tmp_path / "own.sqlite"
        table.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        import_places(table, target)
        return KnownPlaces(Gazetteer(target))

    return make


def slugs(places, name):
    return [place.slug for place in places.named(fold(name))]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("كفرزيتا", "kafr-zayta-gn168620"),
        ("رقة", "raqqa-gn172955"),
        ("السويدا", "as-suwayda-gn172408"),
        ("ديرالزور", "deir-ez-zor-gn170794"),
        ("بلدة سراقب", "saraqib-gn164816"),
    ],
)
def test_spellings(name, slug):
    assert slug in slugs(KnownPlaces(), name)


def test_imported_place_joins_its_namesakes(known):
    places = known("k1\tطرابلس\tTrablus\tSettlement\tSY\t\t36.5\t37.5\t300\t\t")
    assert slugs(places, "طرابلس") == [*slugs(KnownPlaces(), "طرابلس"), "own-k1"]
    assert places.by_slug("own-k1").population == 300


@pytest.mark.parametrize(
    "row",
    [
        "k1\tمدينة حماة\t\t\tSY\t\t35.20\t36.70\t\t\t",
        "k1\tحماة\t\t\tSY\t\t0\t0\t\t170017\tQ173545",
    ],
    ids=["within 10 km", "one GeoNames id"],
)
def test_imported_place_that_is_built_in_is_not_a_second_one(known, row):
    assert slugs(known(row), "حماة") == slugs(KnownPlaces(), "حماة")


def test_another_name_of_a_built_in_place(known):
    places = known("k1\tأبيفانيا\t\t\tSY\t\t35.1\t36.7\t\t170017\tQ173545")
    assert slugs(places, "أبيفانيا") == ["hama-gn170017"]


def test_ids_that_the_gazetteer_adds(known):
    places = known("k1\tأبيفانيا\t\t\tSY\t\t35.1\t36.7\t\t170017\tQ173545")
    hama = places.by_slug("hama-gn170017")
    assert places.register_ids(hama) == ([170017], ["Q173545"])
    assert KnownPlaces().register_ids(hama) == ([170017], [])


def test_town_of_the_supplement_that_geonames_has_too_is_one():
    assert slugs(KnownPlaces(), "خربة غزالة") == ["khirbat-ghazala-sy"]
    place = KnownPlaces().by_slug("khirbat-ghazala-sy")
    assert KnownPlaces().register_ids(place) == ([168120], [])


def test_towns_of_one_name_stay_apart():
    assert len(slugs(KnownPlaces(), "صوران")) > 1


def test_built_in_place_without_position_gets_that_of_the_only_one_that_fits(known):
    place = KnownPlaces().named(fold("نهم"))[0]
    assert place.coordinates is None
    named = known("k1\tمديرية نهم\t\tArea\tYE\t\t15.73\t44.55\t\t\t").named(fold("نهم"))
    assert [(found.slug, found.coordinates.latitude) for found in named] == [(place.slug, 15.73)]
