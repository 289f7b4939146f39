"""What counts as the same name when annotations are compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kgbuild.folding import fold

Record = Mapping[str, Any]


def surface(mention: Any) -> Any:
    """Return a mention's or trigger's text: it is that text, or an object that carries it."""
    return mention["text"] if isinstance(mention, Mapping) else mention


def folded(name: Any) -> str:
    """Return the spelling under which a name or mention is compared; nothing is the empty name."""
    text = surface(name) if name is not None else ""
    return fold(str(text))
