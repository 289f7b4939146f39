"""The forms of an entity's name under which the registry may know it. All forms are folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kgbuild.folding import fold, without_marks
from kgbuild.records import Entity
from kgbuild.registry import StateFacts, nisba_forms, nisba_index
from kgbuild.resources import data_rows

ARTICLE = "ال"
# The preposition ل fused with the article; annotations keep it (guidelines, section 6).
FUSED = "لل"
# «الدفاع المدني في غزة», «وزارة الصحة بغزة», «الجانب الأيسر من الموصل»
JOINTS = ("في ", "ب", "من ")
HASHTAG = str.maketrans("#_", "  ")


def forms(entity: Entity) -> tuple[str, ...]:
    """Return the entity's name and its mentions, the name first, then the longer before the shorter."""
    mentions = {plain(mention.text) for mention in entity.mentions}
    return tuple(dict.fromkeys((plain(entity.name), *sorted(mentions, key=lambda form: (-len(form), form)))))


def plain(text: str) -> str:
    """Fold a name as it stands in a text: without hashtag signs, with the article where «لل» hides it."""
    form = fold(text.translate(HASHTAG))
    return ARTICLE + form.removeprefix(FUSED) if form.startswith(FUSED) else form


def shown(text: str) -> str:
    """Return a name as a label: without hashtag signs and marks, with the article where «لل» hides it.

    What one document writes «للنازحين» and another «النازحين» is one thing (:func:`plain`), and has one label.
    """
    name = without_marks(text.translate(HASHTAG))
    return ARTICLE + name.removeprefix(FUSED) if name.startswith(FUSED) else name


def without_head(form: str, kind: str) -> str | None:
    """Return ``form`` without a generic first word (``heads.tsv``), or ``None`` where it has none."""
    for head in _heads(kind):
        if form.startswith(head):
            return form.removeprefix(head)
    return None


@cache
def _heads(kind: str) -> tuple[str, ...]:
    heads = (fold(word) + " " for of, word in data_rows("resolve", "heads.tsv") if of == kind)
    return tuple(sorted(heads, key=lambda head: (-len(head), head)))


def spellings(form: str) -> Iterator[str]:
    """Yield ``form`` with and without the article, and with the other spelling of a final -a."""
    yield form
    yield form.removeprefix(ARTICLE) if form.startswith(ARTICLE) else ARTICLE + form
    swap = {"ا": "ه", "ه": "ا"}
    if form and form[-1] in swap:
        yield form[:-1] + swap[form[-1]]


def nisba_state(form: str, likely: str = "") -> StateFacts | None:
    """Return the state of the adjective of nationality in ``form``, where there is exactly one such state.

    An adjective that is also an ordinary word, as «مالي» (financial) is, counts only for the ``likely`` country.
    """
    words = form.split()
    pairs = [" ".join(words[i : i + 2]) for i in range(len(words) - 1)]
    # «الكورية الشمالية» is one adjective: a pair comes before its words.
    for group in (pairs, words):
        found = {
            state.code: state
            for text in group
            for state in nisba_index().get(text, ())
            if state.code == likely or _is_clear(text, state)
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def own_nisba(state: StateFacts) -> tuple[str, ...]:
    """Return the folded adjectives of a state as they stand after a definite noun: «السوري», «السورية»."""
    found = (form for stem in state.nisba for form in nisba_forms(stem))
    return tuple(dict.fromkeys(fold(form.text) for form in found if form.definite and form.number == "singular"))


def in_places(name: str, places: Iterable[str]) -> list[str]:
    """Return a name with each of some places, as the registry may have it: «القصر الجمهوري في الخرطوم»."""
    return [f"{name} {joint}{place}" for place in places if place != name for joint in JOINTS]


def definite(form: str) -> str | None:
    """Return a noun and an adjective of nationality («قوات أميركية») with articles, or ``None`` for other forms."""
    noun, space, adjective = form.partition(" ")
    bare = space and not noun.startswith(ARTICLE) and not adjective.startswith(ARTICLE)
    return f"{ARTICLE}{noun} {ARTICLE}{adjective}" if bare and adjective in nisba_index() else None


def _is_clear(text: str, state: StateFacts) -> bool:
    """Whether an adjective is no ordinary word."""
    bare = text.removeprefix(ARTICLE)
    return not any(bare.startswith(fold(word)) for word in state.ambiguous)


def without_nisba(form: str) -> tuple[str, StateFacts] | None:
    """Return ``form`` without a last word that tells a nationality, and the state that it tells."""
    name, _, last = form.rpartition(" ")
    states = nisba_index().get(last, ())
    return (name, states[0]) if name and len(states) == 1 else None
