"""What the second look at a possible name sees: the whole stretch, its rivals, and the same words elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.clusters import word_clusters
from kgbuild.analyse.names.features import phrase_features
from kgbuild.analyse.names.gazetteer import registry_key
from kgbuild.analyse.names.proposals import Proposal
from kgbuild.docview import DocView

NEAR = 6
MANY = 4
_BINS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96, 0.99)
UNSURE = 0.3
LISTED = 0.2
STEM = 4
_JOINS = frozenset({"و", "،", "او"})
_LINKS = frozenset({"و", "في", "من", "ب", "ل", "الي", "علي", "بين", "،"})


class SpanFeatures:
    """Features of the possible names of one document."""

    def __init__(
        self, seen: DocView, marks: Sequence[str], found: Sequence[Proposal], rules: Iterable[Candidate]
    ) -> None:
        self.norms, self.marks, self.found = seen.norms, marks, found
        self.first_sentence = seen.sentences[0][1] if seen.sentences else 0
        self.rules = {(rule.start, rule.end): rule for rule in rules}
        self.rule_at = {token: rule for rule in self.rules.values() for token in range(rule.start, rule.end)}
        self.at: dict[int, list[Proposal]] = defaultdict(list)
        self.by_form: dict[tuple[str, ...], list[Proposal]] = defaultdict(list)
        for proposal in found:
            self.by_form[self._form(proposal)].append(proposal)
            for token in range(proposal.start, proposal.end):
                self.at[token].append(proposal)
        self.phrases = phrase_features(seen.norms)
        self.wider = self._wider()
        self.counts = Counter(seen.norms)

    def _wider(self) -> dict[str, dict[str, float]]:
        """Return word -> type -> score of the likeliest longer name that it is part of."""
        wider: dict[str, dict[str, float]] = defaultdict(dict)
        for item in self.found:
            if item.end - item.start > 1 and item.score > UNSURE:
                for norm in self._form(item):
                    wider[norm][item.type] = max(wider[norm].get(item.type, 0.0), item.score)
        return wider

    def of(self, item: Proposal) -> list[str]:
        """Return the features of one possible name."""
        plain = [*self._score(item), *self._rule(item), *self._rivals(item), *self._elsewhere(item)]
        plain += self._joined(item)
        typed = [*self._words(item), *self._lexicons(item), *self._shape(item), *self._events(item)]
        typed += self._governed(item)
        return [
            *plain, f"t={item.type}", *(f"{item.type}|{feature}" for feature in (*plain, *typed)), *self._shape(item)
        ]  # fmt: skip

    def _governed(self, item: Proposal) -> Iterator[str]:
        """What governs the list that the name stands in: a preposition and what is before it («الفارين من س وص»)."""
        first, place = item.start, 0
        while (last := self._joined_to(first)) and place < MANY:
            first, place = last.start, place + 1
        head, before, further = (self._norm(first - back) for back in (1, 2, 3))
        yield f"governed={head}"
        yield f"governed={before} {head}"
        yield f"governed-stem={before.removeprefix('ال')[:STEM]}:{head in _LINKS:d}"
        yield f"governed-stem2={further.removeprefix('ال')[:STEM]}"
        yield f"governed{min(place, 2)}={head}"

    def _joined_to(self, start: int) -> Proposal | None:
        """Return the likely name that a list goes on from before the token ``start``: «س و», «س، و»."""
        for joints in (1, 2):
            end = start - joints
            if end < 1 or self.norms[end] not in _JOINS:
                return None
            last = _likeliest(other for other in self.at[end - 1] if other.end == end)
            if last and last.score > LISTED:
                return last
        return None

    def _form(self, item: Proposal) -> tuple[str, ...]:
        return tuple(self.norms[item.start : item.end])

    def _score(self, item: Proposal) -> Iterator[str]:
        yield f"score{_bin(item.score)}"
        yield f"best{item.best:d}"

    def _rule(self, item: Proposal) -> Iterator[str]:
        rule = self.rules.get((item.start, item.end))
        if rule:
            same = "same" if rule.type == item.type else rule.type
            yield f"rule={same}"
            yield f"rule={same}:{rule.rule}"
            return
        over = {self.rule_at[token] for token in range(item.start, item.end) if token in self.rule_at}
        for rule in sorted(over, key=lambda rule: rule.start):
            yield f"rule-{_side(rule, item)}:{'same' if rule.type == item.type else rule.type}"
        if not over:
            yield "norule"

    def _rivals(self, item: Proposal) -> Iterator[str]:
        over = {rival for token in range(item.start, item.end) for rival in self.at[token]} - {item}
        retyped = [rival for rival in over if (rival.start, rival.end) == (item.start, item.end)]
        others = [rival for rival in over if rival not in retyped]
        best, type_best = _likeliest(others), _likeliest(retyped)
        yield f"rival{_bin(best.score) if best else '-'}"
        yield f"retyped{_bin(type_best.score) if type_best else '-'}"
        if best:
            size = (best.end - best.start) - (item.end - item.start)
            yield f"rival:{'same' if best.type == item.type else 'other'}:{(size > 0) - (size < 0)}:{best.best:d}"
        if type_best:
            yield f"retyped:{type_best.type}:{type_best.score > item.score:d}"

    def _elsewhere(self, item: Proposal) -> Iterator[str]:
        same = [other for other in self.by_form[self._form(item)] if other.start != item.start]
        agree = max((other.score for other in same if other.type == item.type), default=None)
        differ = max((other.score for other in same if other.type != item.type), default=None)
        yield f"again{'-' if agree is None else _bin(agree)}"
        yield f"against{'-' if differ is None else _bin(differ)}"
        times = min(self.counts[norm] for norm in self._form(item))
        yield f"times{min(times, MANY)}"
        yield f"share{min(MANY, 1 + len({other.start for other in same}))}/{min(times, MANY)}"

    def _joined(self, item: Proposal) -> Iterator[str]:
        """The part of a longer name, and the neighbours in a list."""
        if item.end - item.start == 1:
            longer = self.wider[self.norms[item.start]]
            yield f"part{_bin(longer.get(item.type, 0.0))}"
            others = (score for kind, score in longer.items() if kind != item.type)
            yield f"part-other{_bin(max(others, default=0.0))}"
        if item.start > 1 and self.norms[item.start - 1] in _JOINS:
            last = _likeliest(other for other in self.at[item.start - 2] if other.end == item.start - 1)
            yield f"list={_kind(last, item)}"
            yield f"list{_bin(last.score) if last else '-'}{_kind(last, item) == 'same':d}"
        if item.end + 1 < len(self.norms) and self.norms[item.end] in _JOINS:
            follow = _likeliest(other for other in self.at[item.end + 1] if other.start == item.end + 1)
            yield f"goes-on={_kind(follow, item)}"

    def _words(self, item: Proposal) -> Iterator[str]:
        form = self._form(item)
        places = {
            "first": form[0], "last": form[-1], "before": self._norm(item.start - 1), "after": self._norm(item.end),
        }  # fmt: skip
        yield f"form={' '.join(form)}"
        yield f"before2={self._norm(item.start - 2)}"
        yield f"after2={self._norm(item.end + 1)}"
        for place, norm in places.items():
            yield f"{place}={norm}"
            yield from (f"{place}c{level}:{cluster}" for level, cluster in enumerate(word_clusters().get(norm, ())))

    def _lexicons(self, item: Proposal) -> Iterator[str]:
        places = {"first": item.start, "last": item.end - 1, "before": item.start - 1, "after": item.end}
        for place, at in places.items():
            if 0 <= at < len(self.norms):
                yield from (f"{place}:{phrase}" for phrase in self.phrases[at])
        name = Candidate(item.start, item.end, item.type, "")
        yield f"known{registry_key(self.norms, name) is not None:d}"

    def _norm(self, at: int) -> str:
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def _shape(self, item: Proposal) -> Iterator[str]:
        form = self._form(item)
        yield f"length{min(len(form), MANY)}"
        opened = sum(norm in words.OPENERS for norm in form)
        closed = sum(norm in words.CLOSERS for norm in form)
        both = sum(norm in words.OPENERS and norm in words.CLOSERS for norm in form)
        yield f"quotes{'=' if opened == closed and both % 2 == 0 else '!'}:{min(opened + closed, 2)}"
        yield from (f"inside={norm}" for norm in form[1:] if norm in _LINKS)
        yield f"article{form[0].startswith('ال'):d}{form[-1].startswith('ال'):d}"
        after = self._norm(item.end)
        yield f"next-article{after.startswith('ال'):d}"
        yield f"next-nisba{after in words.nisbas():d}"
        if item.start < self.first_sentence:
            yield "first-sentence"

    def _events(self, item: Proposal) -> Iterator[str]:
        for name, tokens in (
            ("left", range(item.start - 1, max(item.start - 1 - NEAR, -1), -1)),
            ("right", range(item.end, min(item.end + NEAR, len(self.norms)))),
        ):
            for distance, token in enumerate(tokens):
                if self.marks[token]:
                    yield f"{name}={self.marks[token]}"
                    yield f"{name}{min(distance, 2)}={self.marks[token]}"
                    break


def _likeliest(items: Iterable[Proposal]) -> Proposal | None:
    return max(items, key=lambda item: (item.score, item.start, item.end, item.type), default=None)


def _kind(other: Proposal | None, item: Proposal) -> str:
    if other is None:
        return "-"
    return "same" if other.type == item.type else other.type


def _side(rule: Candidate, item: Proposal) -> str:
    """Return whether a rule's name lies in the possible name, holds it, or crosses its end."""
    if rule.start >= item.start and rule.end <= item.end:
        return "in"
    return "out" if rule.start <= item.start and rule.end >= item.end else "across"


def _bin(score: float) -> int:
    return bisect_left(_BINS, score)
