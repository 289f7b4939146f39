"""Persons by the posts that they held on a day: «وزير الخارجية التركي» is another person in 2020 than in 2024.

A title is read as an office and whose it is: a state, told by its nationality or name, or a body of the registry.
The posts of the registry are read in the same way, so that both meet under one key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.registry import ActorFacts, Position, actor_index, actors, nisba_index, state_index
from kgbuild.resolve.names import ARTICLE, FUSED
from kgbuild.resolve.periods import is_within, may_be_within
from kgbuild.resources import data_rows

# The day up to which the posts of the registry were checked: who holds a post after it is not known.
CHECKED_UNTIL = "2025-11-30"
# Words that a state's or body's name at the end of a title may have: «المجلس الأعلى للأمن القومي الإيراني».
LONGEST_OWNER = 6
FOR = "ل"
# «رئيس الوزراء في العراق» is whose office «رئيس وزراء العراق» is; «المبعوث الأممي إلى سوريا» keeps its «إلى».
IN = " في"

# An office and whose it is: a state's code or an actor's slug.
Post = tuple[str, str]


def posts_of(title: str) -> frozenset[Post]:
    """Return the posts that a folded title may be: each office with the state or body at its end."""
    words = title.split()
    found = set()
    for size in range(1, min(LONGEST_OWNER, len(words) - 1) + 1):
        office, owner = " ".join(words[:-size]), " ".join(words[-size:])
        found |= {(office_of(office.removesuffix(IN)), key) for key in _owners(owner)}
    return frozenset(found)


def posts_in(title: str, bodies: frozenset[str]) -> frozenset[Post]:
    """Return the posts of a title that a text puts in some bodies (codes of states, slugs of actors)."""
    told = fold(title)
    return posts_of(told) | {(office_of(told), body) for body in bodies}


def holder(posts: frozenset[Post], day: str | None) -> ActorFacts | None:
    """Return who held one of some posts on a day.

    Args:
        posts: what a title may be, from :func:`posts_of`.
        day: ISO day; ``None`` where it is unknown.

    Returns:
        The one holder of the registry; ``None`` if the posts are not registered, if nobody certainly held one on
        the day, or if somebody else may have.
    """
    if day is None or day > CHECKED_UNTIL:
        return None
    terms = [held for post in posts for held in _terms().get(post, ())]
    possible = {person.slug for person, term in terms if may_be_within(day, term.since, term.until)}
    certain = [person for person, term in terms if is_within(day, term.since, term.until)]
    return certain[0] if certain and len(possible) == 1 else None


def owners(name: str) -> frozenset[str]:
    """Return whose a post in a body can be called, by the body's folded name: its own and its state's."""
    bodies = {actor for actor in actor_index().get(name, ()) if actor.type is not EntityType.PERSON}
    seats = {state.code for state in state_index(seats=True).get(name, ())}
    countries = {actor.country for actor in bodies if actor.country}
    return frozenset({*_owners(name), *(seats if len(seats) == 1 else ()), *(countries if len(bodies) == 1 else ())})


def office_of(title: str) -> str:
    """Return the one wording of a folded office (``post_words.tsv``), in the masculine."""
    first, space, rest = title.partition(" ")
    masculine = first.removesuffix("ه") + space + rest
    for form in (title, masculine):
        for words, wording in _wordings():
            if form == words or form.startswith(words + " "):
                return wording + form.removeprefix(words)
    return masculine


@cache
def _wordings() -> tuple[tuple[str, str], ...]:
    rows = {fold(words): fold(wording) for words, wording in data_rows("resolve", "post_words.tsv")}
    # «رئيس الوزراء» stands for itself, before «رئيس» stands for «الرئيس».
    rows |= {wording: wording for wording in rows.values()}
    return tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row)))


def _owners(words: str) -> Iterator[str]:
    """Yield the states and bodies that the last words of a title name."""
    for form in _without_preposition(words):
        found = {state.code for state in (*nisba_index().get(form, ()), *state_index().get(form, ()))}
        if len(found) == 1:
            yield found.pop()
        bodies = [actor for actor in actor_index().get(form, ()) if actor.type is not EntityType.PERSON]
        if len(bodies) == 1:
            yield bodies[0].slug


def _without_preposition(words: str) -> Iterator[str]:
    """Yield words as they stand, and without the «ل» of «الأمين العام لحزب الله» and «للأمم المتحدة»."""
    yield words
    if words.startswith(FUSED):
        yield ARTICLE + words.removeprefix(FUSED)
    elif words.startswith(FOR):
        yield words.removeprefix(FOR)


@cache
def _terms() -> Mapping[Post, tuple[tuple[ActorFacts, Position], ...]]:
    """Return each post of the registry -> who held it, and when."""
    found: dict[Post, list[tuple[ActorFacts, Position]]] = {}
    for person in actors():
        for term in person.positions:
            title = fold(term.title)
            for post in sorted(posts_of(title) or {(office_of(title), term.body)}):
                found.setdefault(post, []).append((person, term))
    return MappingProxyType({post: tuple(terms) for post, terms in found.items()})


def in_office(persons: tuple[ActorFacts, ...], day: str | None) -> ActorFacts | None:
    """Return the one of some persons who certainly held a post on a day when all others certainly held none."""
    if day is None or day > CHECKED_UNTIL:
        return None
    # Of whom no post is registered, or one without a beginning, nobody can tell.
    known = all(person.positions and all(term.since for term in person.positions) for person in persons)
    possible = [p for p in persons if any(may_be_within(day, term.since, term.until) for term in p.positions)]
    certain = [p for p in persons if any(is_within(day, term.since, term.until) for term in p.positions)]
    return certain[0] if known and len(possible) == 1 == len(certain) else None
