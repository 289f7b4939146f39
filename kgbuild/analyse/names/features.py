"""What the learned tagger of names sees of each token: lexicon entries, word shape, and the rules' own proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from kgbuild.analyse.counts import word_count
from kgbuild.analyse.names import gazetteer, groups, persons, places, populations, words
from kgbuild.analyse.names.candidate import Candidate
from kgbuild.analyse.names.clusters import word_clusters, word_signs
from kgbuild.analyse.phrases import PhraseIndex
from kgbuild.analyse.remembered import WORDS_REMEMBERED
from kgbuild.docview import DocView

# Offsets of the neighbours whose words, and whose lexicon entries, a token sees.
WORD_WINDOW = (-3, -2, -1, 1, 2, 3)
LEXICON_WINDOW = (-2, -1, 1, 2)
OUTSIDE = "O"
# What only the token itself has: affixes, its finest and its coarsest cluster.
_OWN = ("p2=", "p3=", "s2=", "s3=", "c0:", "c2:")


def token_features(seen: DocView, candidates: Iterable[Candidate], marks: Sequence[str]) -> list[list[str]]:
    """Return the features of each token of a document.

    Args:
        seen: the document.
        candidates: what the rules take for names, without overlaps.
        marks: one word a token for what other layers say of it, as :func:`other_marks` of the component gives them.
    """
    norms = seen.norms
    shown = [_shown("w", norm) for norm in norms]
    proposed = [_shown("rule", tag) for tag in _proposals(candidates, len(norms))]
    own = [
        (*lexical(norm), *phrase, f"mark={mark.partition(':')[0]}", *_spelling(norm, word))
        for norm, word, phrase, mark in zip(norms, seen.words, phrase_features(norms), marks, strict=True)
    ]
    found = [[shown[at][0], proposed[at][0], *own[at]] for at in range(len(norms))]
    for offset in WORD_WINDOW:
        for at in range(max(0, -offset), min(len(norms), len(norms) - offset)):
            found[at] += (shown[at + offset][offset], proposed[at + offset][offset])
    shifted = [_shifted(features) for features in own]
    for offset in LEXICON_WINDOW:
        for at in range(max(0, -offset), min(len(norms), len(norms) - offset)):
            found[at] += shifted[at + offset][offset]
    for at, pair in enumerate(pairwise(norms)):
        joined = "|".join(pair)
        found[at].append(f"pair={joined}")
        found[at + 1].append(f"pair-={joined}")
    return found


@lru_cache(maxsize=WORDS_REMEMBERED)
def _shown(kind: str, value: str) -> Mapping[int, str]:
    """Return offset -> how a token sees a word or proposal that stands there."""
    return {0: f"{kind}={value}", **{offset: f"{kind}{offset}={value}" for offset in WORD_WINDOW}}


def _spelling(norm: str, word: str) -> tuple[str, ...]:
    """«علي» the man and «على» the preposition fold alike."""
    return ("dotted-ya",) if norm == "علي" and word.endswith("ي") else ()


@lru_cache(maxsize=WORDS_REMEMBERED)
def _shifted(features: tuple[str, ...]) -> Mapping[int, tuple[str, ...]]:
    """Return offset -> what a token sees of a neighbour: its lexicon entries; affixes and fine clusters tell little."""
    seen = [feature for feature in features if not feature.startswith(_OWN)]
    return {offset: tuple(f"{offset}{feature}" for feature in seen) for offset in LEXICON_WINDOW}


@lru_cache(maxsize=WORDS_REMEMBERED)
def lexical(norm: str) -> tuple[str, ...]:
    """Return what the lexicons and the spelling say of one word."""
    found = [f"p2={norm[:2]}", f"p3={norm[:3]}", f"s2={norm[-2:]}", f"s3={norm[-3:]}"]
    found.append(f"count{min(5, len(str(word_count(norm))) if word_count(norm) else 0)}")
    given, surname = persons.given_names().get(norm), persons.surnames().get(norm)
    found += [f"given{int(given)}"] if given is not None else []
    found += [f"surname{int(surname)}"] if surname is not None else []
    people = populations.population_nouns().get(norm)
    found += [f"people:{people[0]}:{people[1]}"] if people else []
    flags = {
        "particle": norm in persons.particles(),
        "nisba": norm in words.nisbas(),
        "function": words.is_function_word(norm),
        "verb": words.is_verb_like(norm),
        "article": norm.startswith("ال"),
        "latin": norm.isascii() and norm.isalpha(),
    }
    levels = word_clusters().get(norm, ())
    found += [f"c{level}:{cluster}" for level, cluster in enumerate(levels)]
    found += [f"sign:{sign}" for sign in word_signs().get(norm, ())]
    return (*found, *(name for name, holds in flags.items() if holds))


@cache
def _indexes() -> tuple[tuple[str, PhraseIndex[Any], Callable[[Any], str]], ...]:
    return (
        ("title", persons.titles(), lambda payload: str(payload[0])),
        ("group", groups.heads(), ":".join),
        ("place", places.place_heads(), lambda head: f"{head.type}:{head.kept:d}"),
        ("direction", places.directions(), str),
        ("actor", gazetteer.actor_phrases(), lambda known: known.type),
        ("state", gazetteer.state_phrases(), lambda known: f"{known.type}:{known.ambiguous:d}"),
        ("gazetteer", gazetteer.place_phrases(), lambda known: f"{known.type}:{known.ambiguous:d}"),
    )


@cache
def _by_first() -> Mapping[str, list[tuple[str, PhraseIndex[Any], Callable[[Any], str]]]]:
    """Return the first token of a phrase -> the indexes that have such phrases: most tokens begin none."""
    found: dict[str, list[tuple[str, PhraseIndex[Any], Callable[[Any], str]]]] = {}
    for entry in _indexes():
        for first in entry[1].firsts:
            found.setdefault(first, []).append(entry)
    return found


def phrase_features(norms: Sequence[str]) -> list[list[str]]:
    """Mark where phrases of the lexicons begin (B), go on (I), and what comes right after (A)."""
    found: list[list[str]] = [[] for _ in norms]
    by_first = _by_first()
    for start, norm in enumerate(norms):
        for name, index, label in by_first.get(norm, ()):
            match = index.match(norms, start)
            if match:
                end, payload = match
                kind = label(payload)
                found[start].append(f"{name}B:{kind}")
                for token in range(start + 1, end):
                    found[token].append(f"{name}I:{kind}")
                if end < len(norms):
                    found[end].append(f"{name}A:{kind}")
    return found


def _proposals(candidates: Iterable[Candidate], length: int) -> list[str]:
    tags = [OUTSIDE] * length
    for candidate in candidates:
        tags[candidate.start : candidate.end] = bio_tags(candidate.type, candidate.end - candidate.start)
    return tags


def bio_tags(kind: str, length: int) -> list[str]:
    """Return the BIO tags of a name of ``length`` tokens."""
    return [f"B-{kind}", *[f"I-{kind}"] * (length - 1)]
