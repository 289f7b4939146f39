"""Names that the registry and the gazetteer know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgbuild.analyse.names.candidate import Candidate, Strength
from kgbuild.analyse.names.standing import stands_for_government
from kgbuild.analyse.names.words import place_adjectives
from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.folding import fold
from kgbuild.registry import actors, ambiguous_places, governorates, places, states

# A village's name is taken without a head before it only where the world is likely to know it.
KNOWN_POPULATION = 5_000


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase names: its type, its key, and whether it is also an ordinary word."""

    type: str
    key: str
    ambiguous: bool = False


@cache
def actor_phrases() -> PhraseIndex[Known]:
    """Return the names of the registry's actors and operations."""
    known = (actor for actor in actors() if actor.tagged)
    return PhraseIndex((name, Known(actor.type.value, actor.slug)) for actor in known for name in actor.names)


@cache
def state_phrases() -> PhraseIndex[Known]:
    """Return the names of states, and of the cities that stand for their governments (``Capital``)."""
    phrases = []
    for state in states():
        guarded = {fold(name) for name in state.ambiguous}
        phrases += [(name, Known("State", state.slug, fold(name) in guarded)) for name in state.names]
        phrases += [(name, Known("Capital", state.slug, fold(name) in guarded)) for name in state.seats]
    return PhraseIndex(phrases)


@cache
def place_phrases() -> PhraseIndex[Known]:
    """Return the names of governorates, settlements, areas, facilities and natural features."""
    guarded = ambiguous_places()
    # «الغربية» is a governorate and, nearly always, just western.
    adjectives = {adjective for adjective in place_adjectives() if " " not in adjective}
    phrases = []
    # Of two places with one name the settlement is likelier meant; a governorate has its head word.
    for place in (place for place in (*places(), *governorates()) if place.tagged):
        small = place.geonames is not None and place.population < KNOWN_POPULATION
        for name in place.names:
            folded = fold(name)
            unsure = folded in guarded or (small and " " not in folded) or folded in adjectives
            phrases.append((name, Known(place.type.value, place.slug, unsure)))
    return PhraseIndex(phrases)


def find_known(norms: Sequence[str], start: int, end: int) -> Iterator[Candidate]:
    """Yield the registry's and gazetteer's names in the tokens ``start`` to ``end`` of one sentence."""
    for at in actor_phrases().starts(norms, start, end):
        actor = actor_phrases().match(norms, at)
        if actor and actor[0] <= end:
            yield Candidate(at, actor[0], actor[1].type, "registry", Strength.STRONG, actor[1].key)
    for at in state_phrases().starts(norms, start, end):
        state = state_phrases().match(norms, at)
        if state and state[0] <= end and not state[1].ambiguous:
            yield _state(norms, at, state)
    for at in place_phrases().starts(norms, start, end):
        place = place_phrases().match(norms, at)
        if place and place[0] <= end and not place[1].ambiguous:
            yield Candidate(at, place[0], place[1].type, "gazetteer", Strength.FAIR, place[1].key)


def _state(norms: Sequence[str], at: int, found: tuple[int, Known]) -> Candidate:
    end, known = found
    acts = stands_for_government(norms, at, end)
    if known.type == "Capital":
        kind, rule = ("State", "capital-acts") if acts else ("Settlement", "capital")
    else:
        kind, rule = ("State", "state-acts") if acts else ("Country", "country")
    return Candidate(at, end, kind, rule, Strength.STRONG, known.key)


def place_end(norms: Sequence[str], at: int, limit: int, *, ambiguous: bool = False) -> int | None:
    """Return the end of the known place that begins at ``at``; ``ambiguous`` takes ordinary words too."""
    ends = []
    for index in (place_phrases(), state_phrases()):
        found = index.match(norms, at)
        if found and found[0] <= limit and (ambiguous or not found[1].ambiguous):
            ends.append(found[0])
    return max(ends, default=None)


# Which kinds of phrases a type's names may be in the registry: a State's name may be a capital's.
_KEYED = {"State": ("State", "Capital"), "Country": ("State",), "Settlement": ("Settlement", "Capital")}


def registry_key(norms: Sequence[str], name: Candidate) -> str | None:
    """Return the registry's key of a name whose span a model found, or ``None`` where it is not known."""
    for index in (actor_phrases(), state_phrases(), place_phrases()):
        for end, known in index.matches(norms, name.start):
            if end == name.end and known.type in _KEYED.get(name.type, (name.type,)):
                return known.key
    return None
