from __future__ import annotations

from pathlib import Path

import pytest

from kgbuild.ask.library import find_question, list_questions, read_question
from kgbuild.errors import QueryError


def test_questions_are_listed_by_name() -> None:
    names = [question.name for question in list_questions()]
    assert names == sorted(names)
    assert {"seizures", "contested-events", "evidence"} <= set(names)


def test_question_is_found_by_name_and_by_file(tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text("ASK {}", encoding="utf-8-sig")
    assert find_question("seizures") == find_question("seizures.rq")
    assert find_question(str(own)).text == "ASK {}"


def test_unknown_name_suggests_close_ones() -> None:
    with pytest.raises(QueryError, match=r"no question is called 'siezures' .*seizures"):
        find_question("siezures")
    with pytest.raises(QueryError, match=r"there are: actor-network, .*withdrawals"):
        find_question("xxxxxxxx")


def test_name_does_not_reach_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.rq").write_text("ASK {}", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "one.rq").write_text("ASK {}", encoding="utf-8")
    with pytest.raises(QueryError, match="no question"):
        find_question("../secret", tmp_path / "inner")


def test_unreadable_files_are_refused(tmp_path: Path) -> None:
    bad = tmp_path / "bad.rq"
    bad.write_bytes("اسأل".encode("cp1256"))
    with pytest.raises(QueryError, match="not UTF-8"):
        read_question(bad)
    with pytest.raises(QueryError, match="cannot be read"):
        read_question(tmp_path / "absent.rq")
    with pytest.raises(QueryError, match=r"no \.rq file"):
        list_questions(tmp_path / "nowhere")
