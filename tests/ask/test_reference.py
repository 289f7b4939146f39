from __future__ import annotations

from pathlib import Path

from kgbuild.ask.library import list_questions
from kgbuild.ask.reference import reference_page

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference_page(list_questions()), (
        "write docs/queries.md anew with kgbuild.ask.reference.reference_page"
    )


def test_page_tells_each_question_once_with_its_parameters() -> None:
    page = reference_page(reversed(list_questions()))
    for question in list_questions():
        assert page.count(f"### {question.name}\n") == 1
        assert question.question_ar in page
    assert "| `place` | place | yes |" in page
    assert "| `from` | date | no |" in page
