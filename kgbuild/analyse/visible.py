"""The tokens of a ``Doc`` that grammar looks at: all but blanks within a line."""

from __future__ import annotations

from spacy.tokens import Doc


def visible_norms(doc: Doc) -> tuple[list[int], list[str]]:
    """Return the indices and the folded forms of the tokens of ``doc``, without doubled and no-break spaces.

    Line breaks stay, as no expression runs over one.
    """
    places = []
    norms = []
    strings = doc.vocab.strings
    for place, key in enumerate(doc.to_array("NORM").tolist()):
        norm = strings[key]
        if not norm.isspace() or "\n" in norm:
            places.append(place)
            norms.append(norm)
    return places, norms
