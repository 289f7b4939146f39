"""The text that the parts of one annotation refer to: offsets, sentences and entity ids checked against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kgbuild.read.fields import Fields
from kgbuild.read.surfaces import first_occurrence
from kgbuild.records import Mention


@dataclass(frozen=True, slots=True)
class Document:
    """A text, the offsets of its sentences, and the ids of its entities."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    entities: frozenset[str]

    def entity(self, fields: Fields, key: str) -> str:
        """Return the id of an entity of this document."""
        return self._known(fields, fields.text(key), key)

    def optional_entity(self, fields: Fields, key: str) -> str | None:
        """Return the id of an entity of this document, or ``None`` where it is absent or null."""
        found = fields.optional_text(key)
        return None if found is None else self._known(fields, found, key)

    def role(self, fields: Fields, key: str) -> tuple[str, ...]:
        """Return the ids of the entities in a role; an absent role is empty."""
        return tuple(self._known(fields, found, key) for found in fields.items(key, required=False))

    def sentence(self, fields: Fields) -> int:
        """Return the index of a sentence of this document."""
        return self._in_range(fields, fields.integer("sentence"))

    def optional_sentence(self, fields: Fields) -> int | None:
        """Return the index of a sentence of this document, or ``None`` where it is absent or null."""
        found = fields.optional_integer("sentence")
        return None if found is None else self._in_range(fields, found)

    def stretch(self, fields: Fields, found: Any, sentence: int | None, *, skip: int = 0) -> Mention:
        """Return the stretch that a surface or an object with offsets stands for, within ``sentence`` if given."""
        start, end = (0, len(self.text)) if sentence is None else self.sentences[sentence]
        inside = "the text" if sentence is None else f"sentence {sentence}"
        if isinstance(found, dict):
            mention = mention_from(fields, found, self.text)
            if not start <= mention.start <= mention.end <= end:
                raise fields.error(f"{mention.text!r} at {mention.start} is not in {inside}")
            return mention
        if not isinstance(found, str) or not found:
            raise fields.error(f"{found!r} is neither a surface nor an object with text, start and end")
        try:
            return first_occurrence(self.text, found, start=start, end=end, skip=skip)
        except ValueError:
            raise fields.error(f"{found!r} is not in {inside}") from None

    def _known(self, fields: Fields, found: object, key: str) -> str:
        if isinstance(found, str) and found in self.entities:
            return found
        raise fields.error(f"{key} {found!r} is no entity")

    def _in_range(self, fields: Fields, index: int) -> int:
        if index < len(self.sentences):
            return index
        raise fields.error(f"sentence {index} of {len(self.sentences)}")


def mention_from(fields: Fields, found: dict[str, Any], text: str) -> Mention:
    """Return the mention that an object with ``text``, ``start`` and ``end`` describes, checked against ``text``."""
    place = Fields(found, fields.where)
    mention = Mention(place.text("text"), place.integer("start"), place.integer("end"))
    if text[mention.start : mention.end] != mention.text:
        there = text[mention.start : mention.end]
        raise fields.error(f"text[{mention.start}:{mention.end}] is {there!r}, not {mention.text!r}")
    return mention
