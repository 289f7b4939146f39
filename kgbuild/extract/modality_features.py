"""What the classifier of modality sees of an event's trigger."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.docview import Marked
from kgbuild.extract.attachments import count_breaks
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import Modality

NEAR, REACH = 3, 9
CUES = ("future", "plan", "hypothesis", "purpose", "negation")


def modality_features(scene: Scene, trigger: Marked, by_rule: Modality) -> list[str]:
    """Return the features of a trigger; ``by_rule`` is what the rules hold of it."""
    pos, tense = trigger.attrs["pos"], trigger.attrs["features"]
    found = [f"rule={by_rule.value}", f"pos={pos}", f"tense={tense}", f"definite={trigger.attrs['definite']}"]
    found += [*_beside(scene, trigger), *_cues(scene, trigger), *_setting(scene, trigger)]
    typed = [f"{trigger.label}|{feature}" for feature in found]
    formed = [f"{pos}:{tense}|{feature}" for feature in found]
    return [
        f"type={trigger.label}",
        f"lemma={trigger.attrs['lemma']}",
        *found,
        *typed,
        *formed,
        *_words(scene, trigger),
    ]


def _sentence(scene: Scene, trigger: Marked) -> tuple[int, int]:
    return scene.view.sentences[scene.view.sentence_of(trigger.start)]


def _beside(scene: Scene, trigger: Marked) -> Iterator[str]:
    low, high = _sentence(scene, trigger)
    for offset in (*range(-NEAR, 0), *range(1, NEAR)):
        at = trigger.start + offset if offset < 0 else trigger.end - 1 + offset
        yield f"w{offset}={scene.view.norms[at] if low <= at < high else '|'}"


def _cues(scene: Scene, trigger: Marked) -> Iterator[str]:
    """The nearest word of each group on either side, by the clauses between («سيعقد البرلمان، السبت، جلسة»)."""
    norms = scene.view.norms
    low, high = _sentence(scene, trigger)
    for group in CUES:
        before = next((at for at in range(trigger.start - 1, low - 1, -1) if norms[at] in words(group)), None)
        after = next((at for at in range(trigger.end, high) if norms[at] in words(group)), None)
        for side, at in (("before", before), ("after", after)):
            if at is not None:
                first, last = sorted((at, trigger.start))
                breaks = count_breaks(scene, first + 1, last)
                yield f"{group}:{side}:{min(breaks, 3)}"
                yield f"{group}:{side}:near={last - first <= REACH}"


def _setting(scene: Scene, trigger: Marked) -> Iterator[str]:
    low, high = _sentence(scene, trigger)
    times = scene.within(scene.times, low, high)
    nearest = min(times, key=lambda mark: abs(mark.start - trigger.start), default=None)
    yield f"time={nearest.attrs['kinds'] if nearest else '-'}"
    yield f"open={bool(nearest and nearest.attrs.get('futures'))}"
    yield f"quoted={any(quote.start <= trigger.start < quote.end for quote in scene.quotes)}"
    yield f"spoken={min(len(scene.within(scene.speech, low, trigger.start)), 2)}"
    others = [other for other in scene.within(scene.triggers, low, trigger.start) if other.start < trigger.start]
    yield f"after={others[-1].label if others else '-'}"


def _words(scene: Scene, trigger: Marked) -> Iterator[str]:
    norms = scene.view.norms
    low, high = _sentence(scene, trigger)
    yield from (f"before={norm}" for norm in norms[max(low, trigger.start - REACH) : trigger.start])
    yield from (f"behind={norm}" for norm in norms[trigger.end : min(high, trigger.end + REACH)])
