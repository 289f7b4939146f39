"""The governorates that come with kgbuild, as other gazetteers name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from kgbuild.folding import fold
from kgbuild.registry import PlaceFacts, governorates

# First words of divisions' names in other gazetteers, without which the built-in ones are named.
_HEADS = tuple(fold(head) + " " for head in ("محافظة", "ولاية", "إقليم", "مقاطعة", "منطقة", "شعبية", "بلدية", "إمارة"))


def find_division(names: Iterable[str], country: str | None) -> str | None:
    """Return the slug of the one built-in governorate of a country that bears one of ``names``, or is the slug itself.

    The first name that fits decides.
    """
    for name in names:
        form = fold(name)
        bare = next((form.removeprefix(head) for head in _HEADS if form.startswith(head)), form)
        found = {place.slug for key in (form, bare) for place in _by_name().get(key, ()) if place.country == country}
        if len(found) == 1:
            return found.pop()
    return None


@cache
def _by_name() -> Mapping[str, tuple[PlaceFacts, ...]]:
    found: dict[str, tuple[PlaceFacts, ...]] = {}
    for place in governorates():
        for name in dict.fromkeys((place.slug, *map(fold, place.names))):
            found[name] = (*found.get(name, ()), place)
    return found
