"""What the tests of the read room share: a news sentence, and reading in one call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgbuild.read import Notice, ReadOptions, read_articles
from kgbuild.records import Article, Skipped

Result = list[Article | Skipped | Notice]


@pytest.fixture
def news() -> str:
    """Three sentences of news Arabic."""
    return "سيطرت الفصائل على بلدة مورك في ريف حماة الشمالي. ونفت وزارة الدفاع سقوط البلدة.\nوقُتل أربعة مدنيين."


@pytest.fixture
def read() -> Callable[..., Result]:
    """Read inputs to a list."""

    def run(*inputs: str | Path, **options: str | int) -> Result:
        return list(read_articles(inputs, options=ReadOptions(**options)))  # type: ignore[arg-type]

    return run
