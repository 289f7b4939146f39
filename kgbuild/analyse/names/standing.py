"""Whether a country's or capital's name stands for its government or for the place.

Annotation guidelines, section 1: a State acts, speaks, is supported, accused or
visited; a Country is only where something happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kgbuild.folding import fold
from kgbuild.resources import data_rows

REACH = 3


@cache
def _cues(group: str) -> frozenset[str]:
    rows = data_rows("analyse", "standing.tsv")
    return frozenset(fold(word) for name, members in rows if name == group for word in members.split())


def stands_for_government(norms: Sequence[str], start: int, end: int) -> bool:
    """Return whether the name in the tokens ``start`` to ``end`` acts as a government where it stands."""
    before = norms[start - 1] if start else ""
    if before in _cues("place_before"):
        return False
    if before in _cues("state_before"):
        return True
    for index in range(start - 1, max(start - 1 - REACH, -1), -1):
        if norms[index] in _cues("place_head"):
            return False
        if norms[index] in _cues("state_head"):
            return True
    if before in ("و", "،"):
        return _joined_stands(norms, start)
    return True


def _joined_stands(norms: Sequence[str], start: int) -> bool:
    """A coordinated name stands as the first of its list does: «بين روسيا وتركيا»."""
    for index in range(start - 2, max(start - 8, -1), -1):
        if norms[index] in _cues("place_before") | _cues("place_head"):
            return False
        if norms[index] in _cues("state_before") | _cues("state_head"):
            return True
    return True
