"""A gazetteer is read one name at a time, in any process."""

import pickle

import pytest

from kgbuild.errors import GazetteerError
from kgbuild.folding import fold
from kgbuild.gazetteer import ENVIRONMENT, Gazetteer, gazetteer_path, import_places


@pytest.fixture
def own(wof_file, target):
    import_places(wof_file, target)
    return Gazetteer(target)


def test_generic_first_word_may_be_missing(own):
    assert [facts.slug for facts, _ in own.named(fold("منطقة حماة"))] == ["wof-1108779115"]
    assert "wof-1108779115" in [facts.slug for facts, _ in own.named(fold("حماة"))]


def test_by_geonames_and_by_the_built_in_governorate(own):
    assert [facts.slug for facts, _ in own.by_geonames(170017)] == ["wof-421202161"]
    assert [facts.wikidata for facts, _ in own.by_builtin("hama-governorate")] == ["Q232355"]


def test_it_may_go_to_another_process(own):
    other = pickle.loads(pickle.dumps(own))
    assert other.named(fold("حماة")) == own.named(fold("حماة"))
    assert other.digest == own.digest


def test_missing_and_foreign_files(tmp_path):
    with pytest.raises(GazetteerError, match="kgbuild gazetteer import"):
        Gazetteer(tmp_path / "none.sqlite")
    text = tmp_path / "text.sqlite"
    text.write_text("no database, but long enough to have a header of a hundred bytes " * 3)
    with pytest.raises(GazetteerError, match=r"text\.sqlite"):
        Gazetteer(text)


def test_older_gazetteer_says_what_to_do(own, target):
    import sqlite3

    own.close()
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(GazetteerError, match="import again"):
        Gazetteer(target)


def test_where_it_is(tmp_path, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "mine"))
    assert gazetteer_path() == tmp_path / "mine"
    assert gazetteer_path(tmp_path / "given") == tmp_path / "given"
    monkeypatch.delenv(ENVIRONMENT)
    assert gazetteer_path().name == "gazetteer.sqlite"
