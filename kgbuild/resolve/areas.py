"""Areas that are a part of what they are named after: «ريف حماة الشمالي», «شمال سوريا», «الجنوب اللبناني»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.registry import PlaceFacts, StateFacts, place_index, state_index
from kgbuild.resolve.names import ARTICLE, nisba_state, spellings, without_head
from kgbuild.resources import data_rows

# What may have parts with a direction, the larger first: «شمال حلب» is the north of the governorate.
WHOLES = (EntityType.GOVERNORATE, EntityType.AREA)
NORTH_SOUTH, EAST_WEST, MIDDLE = "NS", "EW", "C"


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a country, governorate or region.

    Attributes:
        whole: what it is a part of.
        direction: on which side, as ``N`` to ``NW``, ``C`` for the middle; ``None`` where the name tells none.
        countryside: whether it is the land around the towns («ريف»).
    """

    whole: PlaceFacts | StateFacts
    direction: str | None
    countryside: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other part."""
        return self.whole.slug, self.direction or "", "countryside" if self.countryside else ""

    @property
    def arabic(self) -> str:
        """Its name, the same whatever a text calls it."""
        noun, adjective, _ = _words(self.direction)
        if self.countryside:
            return " ".join(filter(None, ("ريف", self.whole.name, adjective)))
        return f"{noun} {self.whole.name}"

    @property
    def english(self) -> str:
        """Its English name."""
        adjective = _words(self.direction)[2]
        if self.countryside:
            return f"{adjective} countryside of {self.whole.english}".strip()
        return f"{adjective} {self.whole.english}"


def read_part(name: str, likely: str) -> PartOf | None:
    """Return the part that a folded name speaks of, or ``None`` where it names no part of a whole that is known.

    Args:
        name: the folded name.
        likely: code of the country that the document is most about; tells wholes of one name apart.
    """
    words = name.split()
    # «ريف دمشق» is a governorate of that name, and «ريف دمشق الغربي» a part of it.
    for countryside in (False, True)[: 1 + (words[0] in _countryside())]:
        if part := _read(words[countryside:], likely, countryside=countryside):
            return part
    return None


def _read(rest: list[str], likely: str, *, countryside: bool) -> PartOf | None:
    size = next((size for size, word in enumerate(rest) if not _direction_of(word)), len(rest))
    # «جنوب الغوطة الشرقية»: the last word is the region's, so the whole name comes before its parts.
    for end in range(len(rest), size, -1):
        if end < len(rest) and _direction_of(rest[end - 1]):
            # «المنطقة الجنوبية» is a district's name, but «المنطقة الجنوبية الغربية» the southwest of somewhere.
            continue
        turns = (*rest[:size], *rest[end:])
        if not all(map(_direction_of, rest[end:])):
            break
        whole = _whole(" ".join(rest[size:end]), likely, near_article=bool(size) and rest[0].startswith(ARTICLE))
        direction = _compose(turns)
        if whole and (direction or (countryside and not turns)):
            return PartOf(whole, direction, countryside)
    return None


def _whole(name: str, likely: str, *, near_article: bool) -> PlaceFacts | StateFacts | None:
    """Return the one governorate, region or state of a name, the likely country's first."""
    if near_article:
        # «الشمال السوري»
        return nisba_state(name, likely) if " " not in name else None
    for form in filter(None, (name, without_head(name, "place"))):
        if len(states := state_index().get(form, ())) == 1:
            return states[0]
        found = next((places for spelling in spellings(form) if (places := place_index().get(spelling))), ())
        for kind in WHOLES:
            if whole := _only((place for place in found if place.type is kind), likely):
                return whole
    return None


def _only(places: Iterable[PlaceFacts], likely: str) -> PlaceFacts | None:
    found = tuple(places)
    at_home = tuple(place for place in found if place.country == likely)
    chosen = found if len(found) == 1 else at_home
    return chosen[0] if len(chosen) == 1 else None


def _compose(words: Iterable[str]) -> str | None:
    """Return the direction of one word or two; ``None`` where there is none, or they do not go together."""
    turns = [_direction_of(word) or "" for word in words]
    if len(turns) == 1:
        return turns[0]
    if len(turns) == 2 and turns[0] in NORTH_SOUTH and turns[1] in EAST_WEST:
        return "".join(turns)
    return None


def _direction_of(word: str) -> str | None:
    return _directions().get(word.removeprefix(ARTICLE))


def _words(direction: str | None) -> tuple[str, str, str]:
    """Return noun, adjective and English adjective of a direction."""
    rows = {row[0]: (row[1], row[2], row[3]) for row in data_rows("resolve", "directions.tsv")}
    return rows[direction] if direction else ("", "", "")


@cache
def _directions() -> Mapping[str, str]:
    return {fold(word): turn for kind, word, turn in data_rows("resolve", "area_words.tsv") if kind == "direction"}


@cache
def _countryside() -> frozenset[str]:
    return frozenset(fold(row[1]) for row in data_rows("resolve", "area_words.tsv") if row[0] == "countryside")
