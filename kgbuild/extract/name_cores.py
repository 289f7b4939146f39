"""What a name says beyond the kind of thing that it names: the part by which two names are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.docview import Marked
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.resources import data_rows

_ARTICLE = "ال"
_ENDINGS = ("يين", "يون", "ين", "ون", "ان", "ات", "يه", "ه", "ا")
# What an ending leaves: «يين» of a nisba's plural leaves its ي.
_LEFT = {"يين": "ي", "يون": "ي", "يه": "ي"}
MIN_STEM = 3


@dataclass(frozen=True, slots=True)
class Core:
    """A name as coreference compares it.

    Attributes:
        stems: stems of the words that tell this thing from others of its kind, in order.
        kinds: stems of the words that only say what kind of thing it is («قوات», «ميليشيات»).
        nations: slugs of the states that its adjectives of nationality may mean.
    """

    stems: tuple[str, ...]
    kinds: frozenset[str]
    nations: frozenset[str]


@cache
def words(group: str) -> frozenset[str]:
    """Return a group of ``coreference.tsv``, folded."""
    rows = data_rows("extract", "coreference.tsv")
    return frozenset(fold(word) for name, members in rows if name == group for word in members.split())


@cache
def _stems(group: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in words(group))


@cache
def _same() -> dict[str, str]:
    rows = data_rows("extract", "coreference.tsv")
    groups = [[stem_of(fold(word)) for word in members.split()] for name, members in rows if name == "same"]
    return {stem: group[0] for group in groups for stem in group}


@lru_cache(maxsize=50_000)
def stem_of(noun: str) -> str:
    """Return a folded noun without article and the endings of gender, number and case («المدنيين» -> «مدني»)."""
    bare = noun.removeprefix(_ARTICLE)
    for ending in _ENDINGS:
        left = bare.removesuffix(ending) + _LEFT.get(ending, "")
        if bare.endswith(ending) and len(left) >= MIN_STEM:
            return left
    return bare


def core_of(scene: Scene, mark: Marked) -> Core:
    """Return the core of the name ``mark``."""
    nisbas = {nisba.start: nisba.attrs["states"] for nisba in scene.within(scene.nisbas, mark.start, mark.end)}
    stems, kinds, nations = [], set(), set()
    for token in range(mark.start, mark.end):
        norm = scene.view.norms[token]
        stem = stem_of(norm)
        if token in nisbas and mark.label != EntityType.POPULATION.value:
            nations.update(nisbas[token])
        elif stem in _stems("kinds") or stem in _stems("epithets"):
            kinds.add(_same().get(stem, stem))
        elif len(norm) > 1 and norm not in words("linking"):
            stems.append(_same().get(stem, stem))
    return Core(tuple(stems), frozenset(kinds), frozenset(nations))


def contains(longer: Core, shorter: Core) -> bool:
    """Return whether every stem of the shorter core stands in the longer, in that order."""
    rest = iter(longer.stems)
    return bool(shorter.stems) and all(stem in rest for stem in shorter.stems)


def may_agree(one: Core, other: Core) -> bool:
    """Return whether the nationalities of two names allow that they name one thing."""
    return not one.nations or not other.nations or bool(one.nations & other.nations)
