"""Where surfaces stand in a text: offsets for annotations that give bare strings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgbuild.records import Mention

# One-letter words that Arabic writes together with the next one (and, so, by, to, like, will);
# two may stand in a row («ولحماة», «فبغداد»).
_PROCLITICS = "[وفبلكس]{0,2}?"


def _pattern(surfaces: Iterable[str]) -> re.Pattern[str]:
    """Whole words, longest first, so that a name inside a longer one is not taken for itself."""
    choices = "|".join(re.escape(surface) for surface in sorted(surfaces, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w){_PROCLITICS}({choices})(?!\w)")


def occurrences(text: str, surfaces: Iterable[str]) -> dict[str, list[Mention]]:
    """Return every whole-word occurrence of each surface, those inside a longer surface left out.

    A surface that is found nowhere so is looked for alone, then as part of a word, and
    gets the first occurrence; one that ``text`` does not hold has no entry.
    """
    wanted = {surface for surface in surfaces if surface in text}
    found: dict[str, list[Mention]] = {}
    if wanted:
        for match in _pattern(wanted).finditer(text):
            found.setdefault(match[1], []).append(Mention(match[1], match.start(1), match.end(1)))
    return {surface: found.get(surface) or [first_occurrence(text, surface)] for surface in wanted}


def first_occurrence(text: str, surface: str, *, start: int = 0, end: int | None = None, skip: int = 0) -> Mention:
    """Return an occurrence of ``surface`` in ``text[start:end]``, as a whole word if possible.

    Args:
        text: the text that offsets refer to.
        surface: what to find.
        start: where to begin.
        end: where to stop.
        skip: how many whole-word occurrences to pass over, as far as there are more.

    Raises:
        ValueError: there is none.
    """
    stop = len(text) if end is None else end
    places = [match.start(1) for match in _pattern([surface]).finditer(text, start, stop)]
    place = places[min(skip, len(places) - 1)] if places else text.index(surface, start, stop)
    return Mention(surface, place, place + len(surface))
