"""A text's tokens as the recognisers of names see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgbuild.analyse.tokenizer import ArabicTokenizer, token_norms
from kgbuild.docview import DocView, view


@pytest.fixture(scope="session")
def seen() -> Callable[[str], DocView]:
    """Make the view of a text."""
    import spacy

    tokenizer = ArabicTokenizer(spacy.blank("ar").vocab)
    return lambda text: view(tokenizer(text))


@pytest.fixture
def norms() -> Callable[[str], tuple[str, ...]]:
    """Cut a text into folded tokens."""
    return token_norms
