"""The small condition language of ``triggers.tsv``: what must stand near a word for it to tell an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.analyse.morphology import SUFFIXES, Reading
from kgbuild.analyse.remembered import WORDS_REMEMBERED
from kgbuild.folding import fold
from kgbuild.resources import data_rows

# How far each kind of condition looks: (tokens before, tokens after).
WINDOWS = {"obj": (0, 4), "adj": (0, 2), "prev": (3, 0), "near": (10, 10)}
PREPOSITION_REACH = 7
# Marks of a row: its conditions bind the learned classifier too; the rules leave it to the classifier.
BINDING, WEAK = "must", "weak"


@dataclass(frozen=True, slots=True)
class Condition:
    """One test: ``kind`` of test, the classes or words it names, and whether it is negated."""

    kind: str
    values: frozenset[str]
    negated: bool

    def holds(self, context: Context, reading: Reading) -> bool:
        """Return whether the test is met at a place of a sentence."""
        return self._met(context, reading) != self.negated

    def _met(self, context: Context, reading: Reading) -> bool:
        if self.kind in WINDOWS:
            return not self.values.isdisjoint(context.classes(*WINDOWS[self.kind]))
        if self.kind == "prep":
            return not self.values.isdisjoint(context.following(PREPOSITION_REACH))
        if self.kind == "pass":
            return reading.is_passive
        if self.kind in ("def", "indef"):
            return reading.definite == (self.kind == "def")
        raise ValueError(f"triggers.tsv names an unknown condition: {self.kind}")


@dataclass(frozen=True, slots=True)
class Context:
    """A token's place in its sentence: folded forms and word classes around it, and its surface where that is known."""

    norms: Sequence[str]
    word_classes: Sequence[frozenset[str]]
    at: int
    surface: str = ""

    def classes(self, before: int, after: int) -> set[str]:
        """Return the word classes met within ``before`` and ``after`` tokens, without the token itself."""
        found: set[str] = set()
        low = max(self.at - before, 0)
        for index in range(low, min(self.at + after + 1, len(self.norms))):
            if index != self.at:
                found |= self.word_classes[index]
        return found

    def following(self, reach: int) -> Sequence[str]:
        """Return the folded forms of the next ``reach`` tokens."""
        return self.norms[self.at + 1 : self.at + 1 + reach]


@dataclass(frozen=True, slots=True)
class Sense:
    """One row of ``triggers.tsv``.

    Attributes:
        type: an event type, or ``-`` for none.
        conditions: what must hold for the rules to choose the sense.
        binding: whether the sense is impossible where they do not hold («وضع» tells a seizure only with «اليد»).
        weak: whether the word tells such an event so seldom that the rules never choose the sense.
    """

    type: str
    conditions: tuple[Condition, ...]
    binding: bool = False
    weak: bool = False

    def fits(self, context: Context, reading: Reading) -> bool:
        """Return whether all conditions hold."""
        return all(condition.holds(context, reading) for condition in self.conditions)

    def may_tell(self, context: Context, reading: Reading) -> bool:
        """Return whether the sense is possible at all."""
        return not self.binding or self.fits(context, reading)


@cache
def senses() -> Mapping[tuple[str, str], tuple[Sense, ...]]:
    """Return the senses of each (lemma, part of speech), in the lexicon's order."""
    table = defaultdict(list)
    for kind, pos, lemma, *condition in data_rows("analyse", "triggers.tsv"):
        terms = condition[0].split() if condition else []
        parsed = tuple(_parse(term) for term in terms if term not in (BINDING, WEAK))
        table[lemma, pos].append(Sense(kind, parsed, BINDING in terms, WEAK in terms))
    return {key: tuple(rows) for key, rows in table.items()}


def _parse(term: str) -> Condition:
    kind, _, values = term.lstrip("!").partition("=")
    named = values.split(",") if values else []
    return Condition(kind, frozenset(fold(value) if kind == "prep" else value for value in named), term.startswith("!"))


@lru_cache(maxsize=WORDS_REMEMBERED)
def classes_of(norm: str) -> frozenset[str]:
    """Return the classes of ``trigger_classes.tsv`` that a folded word belongs to, article and suffix aside."""
    table = _class_table()
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    found = table.get(bare, frozenset())
    for suffix in SUFFIXES:
        if bare.endswith(suffix) and len(bare) - len(suffix) >= 3:
            stem = bare[: -len(suffix)]
            found |= table.get(stem, frozenset())
            if stem.endswith("ت"):
                found |= table.get(stem[:-1] + "ه", frozenset())
            break
    return found


@cache
def _class_table() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for name, words in data_rows("analyse", "trigger_classes.tsv"):
        for word in words.split():
            bare = fold(word)
            table[bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare].add(name)
    return {word: frozenset(names) for word, names in table.items()}
