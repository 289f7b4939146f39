"""When an event happened: the time expression of its clause, or of the announcement that tells it."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.docview import Marked
from kgbuild.extract.attachments import count_breaks
from kgbuild.extract.scene import Scene, words
from kgbuild.folding import fold
from kgbuild.labels import Modality
from kgbuild.linear import LinearModel

# A time binds to the nearest event; beyond so many clause breaks it belongs to another.
MAX_BREAKS = 2
BREAK_COST, BEFORE_COST = 8, 3
DATES, OTHER = "dates", "other"
THRESHOLD = 0.3
DISTANCES = (1, 2, 3, 5, 8, 12, 18, 26)
NEAR = 3
BY, SCHEDULED = fold("بحلول"), (fold("المقرر"), fold("المزمع"), fold("المرتقب"))


def time_of(scene: Scene, trigger: Marked, modality: Modality, model: LinearModel | None) -> Marked | None:
    """Return the resolvable time expression that dates the event which ``trigger`` tells, or ``None``."""
    candidates = time_candidates(scene, trigger, modality)
    if model is None:
        return nearest_time(scene, trigger, candidates)
    scored = [
        (model.probabilities(features)[DATES], -mark.start, mark)
        for mark, features in candidate_features(scene, trigger, candidates, modality)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= THRESHOLD else None


def time_candidates(scene: Scene, trigger: Marked, modality: Modality) -> list[Marked]:
    """Return the resolvable time expressions of the trigger's sentence."""
    start, end = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    return [mark for mark in scene.within(scene.times, start, end) if time_value(mark, modality)]


def time_value(mark: Marked, modality: Modality) -> str | None:
    """Return the ISO value of a time expression; the coming one for an event ahead, where the text leaves it open."""
    future = mark.attrs.get("futures")
    if modality is not Modality.ACTUAL and future:
        return str(future)
    value = mark.attrs.get("values")
    return str(value) if value else None


def is_ahead(scene: Scene, mark: Marked) -> bool:
    """Whether what stands before a time expression says that it is to come: «بحلول 15 أكتوبر», «المقررة في أكتوبر»."""
    before = scene.view.norms[max(mark.start - NEAR, 0) : mark.start]
    return before[-1:] == [BY] or any(norm.startswith(SCHEDULED) for norm in before)


def nearest_time(scene: Scene, trigger: Marked, candidates: list[Marked]) -> Marked | None:
    """Return the candidate that is nearest in words and clauses, by the rules."""
    scored = [(cost, mark.start, mark) for mark in candidates if (cost := _cost(scene, trigger, mark)) is not None]
    return min(scored, key=lambda item: item[:2])[2] if scored else None


def _between(trigger: Marked, mark: Marked) -> tuple[int, int]:
    return (trigger.end, mark.start) if mark.start >= trigger.end else (mark.end, trigger.start)


def _cost(scene: Scene, trigger: Marked, mark: Marked) -> int | None:
    low, high = _between(trigger, mark)
    breaks = count_breaks(scene, low, high)
    if breaks > MAX_BREAKS:
        return None
    # What stands behind an event dates it more often than what stands before.
    return high - low + BREAK_COST * breaks + (BEFORE_COST if mark.start < trigger.start else 0)


def candidate_features(
    scene: Scene, trigger: Marked, candidates: list[Marked], modality: Modality
) -> Iterator[tuple[Marked, list[str]]]:
    """Yield each candidate with what the learned binding sees of it."""
    by_rule = nearest_time(scene, trigger, candidates)
    for rank, mark in enumerate(candidates):
        setting = [
            f"rank={min(rank, 3)}",
            f"times={min(len(candidates), 4)}",
            f"rule={mark is by_rule}",
            f"modality={modality}",
        ]
        yield mark, _features(scene, trigger, mark, setting)


def _features(scene: Scene, trigger: Marked, mark: Marked, setting: list[str]) -> list[str]:
    norms = scene.view.norms
    low, high = _between(trigger, mark)
    side = "after" if mark.start >= trigger.end else "before"
    between = norms[low:high]
    rivals = sum(low <= other.start < high for other in scene.triggers)
    spoken = any(
        abs(report.start - mark.start) <= NEAR + 2
        for report in scene.within(scene.speech, max(mark.start - 8, 0), mark.end + 6)
    )
    floor = sum(word in words("article_voice") for word in between)
    found = [
        *setting, f"side={side}", f"distance={side}:{sum(high - low >= bound for bound in DISTANCES)}",
        f"breaks={side}:{min(count_breaks(scene, low, high), 4)}", f"rivals={side}:{min(rivals, 3)}",
        f"kind={mark.attrs['kinds']}:{side}", f"commas={side}:{min(between.count('،'), 3)}", f"spoken={spoken}:{side}",
        f"floor={min(floor, 2)}:{side}", f"and={'و' in between}:{side}", f"pos={trigger.attrs['pos']}:{side}",
        f"previous={norms[mark.start - 1] if mark.start else '|'}", f"length={mark.end - mark.start}",
        f"since={'منذ' in norms[max(mark.start - 2, 0) : mark.start]}", f"definite={trigger.attrs['definite']}:{side}",
    ]  # fmt: skip
    found += [f"between={' '.join(between)}:{side}"] if len(between) <= NEAR else []
    return [
        *found,
        *(f"{trigger.label}|{feature}" for feature in found),
        *(f"{setting[2]}|{feature}" for feature in found),
    ]
