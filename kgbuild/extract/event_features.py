"""What the classifier of events sees of a candidate trigger."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from kgbuild.docview import Marked
from kgbuild.extract.attachments import governor
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import EntityType

NAME_REACH = 8
NEAR_REACH, COUNT_REACH = 10, 4
BEFORE, AFTER = 3, 3
# Most roots of three letters have shown themselves after so many.
STEM = 4
NEIGHBOUR = 4
# Features that also stand together with the lemma.
OF_LEMMA = ("w", "chosen", "tense", "definite", "name")
CUES = ("negation", "future", "plan", "hypothesis", "clause", "preposition", "relative", "article_voice")


def event_features(scene: Scene, index: int) -> list[str]:
    """Return the features of ``scene.candidates[index]``."""
    mark = scene.candidates[index]
    kind, lemma = mark.label, mark.attrs["lemma"]
    found = [f"lemma={lemma}", f"chosen={mark.attrs['chosen']}"]
    found += [f"tense={mark.attrs['features']}", f"definite={mark.attrs['definite']}"]
    found.append(f"suffix={bool(mark.attrs['suffix'])}")
    found += _words_around(scene, mark)
    found += _names_around(scene, mark)
    found += history(scene, index)
    found += repetition(scene, index)
    found += _setting(scene, mark)
    found += company(scene, mark)
    typed = [f"{kind}|{feature}" for feature in found]
    by_lemma = [f"{lemma}|{kind}|{feature}" for feature in found if feature.startswith(OF_LEMMA)]
    classes = [f"{kind}|class:{name}" for name in mark.attrs["classes"]]
    return [f"type={kind}", *found, *typed, *by_lemma, *classes, *(f"class:{name}" for name in mark.attrs["classes"])]


def _words_around(scene: Scene, mark: Marked) -> list[str]:
    norms = scene.view.norms
    start, end = scene.view.sentences[scene.view.sentence_of(mark.start)]
    found = [f"w0={norms[mark.start]}"]
    for offset in (*range(-BEFORE, 0), *range(1, AFTER + 1)):
        at = mark.start + offset
        word = norms[at] if start <= at < end else "|"
        found.append(f"w{offset}={word}")
        found += [f"{group}{offset}" for group in CUES if abs(offset) < BEFORE and word in words(group)]
    return [*found, *_phrases_around(norms, mark, start, end)]


def _phrases_around(norms: Sequence[str], mark: Marked, start: int, end: int) -> list[str]:
    """The beginnings of the words beside a candidate, which inflection leaves alone, and its neighbours two by two."""
    first, second, third, fourth = (
        norms[at] if start <= at < end else "|" for at in (mark.start + offset for offset in (-2, -1, 1, 2))
    )
    beside = {-2: first, -1: second, 1: third, 2: fourth}
    found = [f"p{offset}={word.removeprefix('ال')[:STEM]}" for offset, word in beside.items() if word != "|"]
    return [*found, f"bi1={third} {fourth}", f"bi-1={first} {second}", f"tri={second}_{third}"]


def _names_around(scene: Scene, mark: Marked) -> list[str]:
    start, end = scene.view.sentences[scene.view.sentence_of(mark.start)]
    after = scene.names_within(mark.end, min(end, mark.end + NAME_REACH))[:2]
    before = scene.names_within(max(start, mark.start - NAME_REACH), mark.start)[-1:]
    found = [f"name+{n}={scene.names[name].label}:{governor(scene, name, mark.end)}" for n, name in enumerate(after)]
    found += [f"name-={scene.names[name].label}" for name in before]
    # «مقاطعة غوانغدونغ», «مقتل زيد»: what stands right beside the word says more than what is near it.
    found += [f"name+next={scene.names[name].label}" for name in after[:1] if scene.names[name].start == mark.end]
    found += [f"name-next={scene.names[name].label}" for name in before if scene.names[name].end == mark.start]
    inside = scene.names_within(mark.start, mark.start + 1)
    covered = any(scene.names[i].end > mark.start for i in scene.names_within(max(start, mark.start - 4), mark.start))
    found.append(f"inside={bool(inside) or covered}")
    actors = any(EntityType(scene.names[name].label).is_actor for name in scene.names_within(start, end))
    return [*found, f"names+={len(after)}", f"actors={actors}"]


def history(scene: Scene, index: int) -> list[str]:
    """An event told before is followed up by definite nouns; the classifier learns to leave those."""
    mark = scene.candidates[index]
    sentence = scene.view.sentence_of(mark.start)
    earlier = [other for other in scene.candidates[:index] if other.attrs["chosen"] and other.label == mark.label]
    here = sum(scene.view.sentence_of(other.start) == sentence for other in earlier)
    gap = sentence - scene.view.sentence_of(earlier[-1].start) if earlier else -1
    same_lemma = any(other.attrs["lemma"] == mark.attrs["lemma"] for other in earlier)
    definite = mark.attrs["definite"] and mark.attrs["pos"] == "n"
    history = f"{min(len(earlier), 3)}:{min(gap, 3)}"
    found = [f"earlier={history}", f"earlier-definite={history}:{definite}"]
    found += [f"here={min(here, 2)}", f"same-lemma={same_lemma}"]
    if here:
        found.append(f"distance={min((mark.start - earlier[-1].start) // 4, 4)}")
    return found


def repetition(scene: Scene, index: int) -> list[str]:
    """What a candidate shares with earlier sentences that tell such an event: a repeated telling brings nothing new."""
    mark = scene.candidates[index]
    sentence = scene.view.sentence_of(mark.start)
    earlier = [
        other for other in scene.candidates[:index]
        if other.attrs["chosen"] and other.label == mark.label and scene.view.sentence_of(other.start) != sentence
    ]  # fmt: skip
    if not earlier:
        return []
    near = _entities(scene, mark, NEAR_REACH)
    shared = max(len(near & _entities(scene, other, NEAR_REACH)) for other in earlier)
    known = set().union(*(_entities(scene, other, None) for other in earlier))
    numbers, others = _numbers(scene, mark), set().union(*(_numbers(scene, other) for other in earlier))
    counted = "none" if not numbers else "same" if numbers & others else "other" if others else "new"
    fresh = len(near - known)
    return [
        f"shared={min(shared, 3)}", f"fresh={min(fresh, 3)}", f"near={min(len(near), 3)}", f"numbers={counted}",
        f"shared-fresh={min(shared, 2)}:{min(fresh, 2)}:{mark.attrs['definite']}",
    ]  # fmt: skip


def _entities(scene: Scene, mark: Marked, reach: int | None) -> set[str]:
    """Ids of the entities named within ``reach`` tokens of a candidate, or in its whole sentence."""
    names = scene.names_within(*_around(scene, mark, reach))
    return {scene.entity_of[name] for name in names if name in scene.entity_of}


def _numbers(scene: Scene, mark: Marked) -> set[str]:
    low, high = _around(scene, mark, COUNT_REACH)
    return {norm for norm in scene.view.norms[low:high] if norm.isdigit()}


def _around(scene: Scene, mark: Marked, reach: int | None) -> tuple[int, int]:
    start, end = scene.view.sentences[scene.view.sentence_of(mark.start)]
    return (start, end) if reach is None else (max(start, mark.start - reach), min(end, mark.end + reach))


def _setting(scene: Scene, mark: Marked) -> list[str]:
    sentence = scene.view.sentence_of(mark.start)
    start, end = scene.view.sentences[sentence]
    quoted = any(quote.start <= mark.start < quote.end for quote in scene.quotes)
    counted = any(True for _ in scene.within(scene.numbers, max(start, mark.start - 3), min(end, mark.end + 4)))
    dated = bool(scene.within(scene.times, start, end))
    spoken = sum(report.label == "verb" for report in scene.within(scene.speech, start, mark.start))
    rivals = sum(other.start == mark.start for other in scene.candidates)
    return [
        f"quoted={quoted}", f"counted={counted}", f"dated={dated}", f"spoken={min(spoken, 2)}",
        f"sentence={min(sentence, 4)}", f"first={mark.start == start}", f"rivals={min(rivals, 3)}",
        f"length={min((end - start) // 10, 5)}",
    ]  # fmt: skip


def company(scene: Scene, mark: Marked) -> list[str]:
    """What else the sentence tells by the rules, and what else the word itself may tell."""
    start, end = scene.view.sentences[scene.view.sentence_of(mark.start)]
    told = [other for other in scene.within(scene.candidates, start, end) if other.attrs["chosen"]]
    others = [(other, "after" if other.start > mark.start else "before") for other in told if other.start != mark.start]
    found = [f"with={other.label}:{side}" for other, side in others]
    if others:
        nearest, side = min(others, key=lambda pair: abs(pair[0].start - mark.start))
        found.append(f"near={nearest.label}:{side}:{min(abs(nearest.start - mark.start), NEIGHBOUR)}")
    same = [other for other in scene.within(scene.candidates, mark.start, mark.end) if other.start == mark.start]
    rivals = [f"rival={other.label}:{other.attrs['chosen']}" for other in same if other is not mark]
    return [*found, *rivals]


def best_of_token(scored: Sequence[tuple[Marked, float]], threshold: float) -> list[tuple[Marked, float]]:
    """Return the likeliest type of each token, where it is likely enough.

    Words of one sentence that may tell events of one type compete («شن هجوما استهدف»): the
    k-th likeliest counts with the probability that the sentence tells at least k such events.
    """
    rivals: dict[tuple[str, int], list[tuple[Marked, float]]] = defaultdict(list)
    for mark, probability in scored:
        rivals[mark.label, mark.attrs["sentence"]].append((mark, probability))
    best: dict[int, tuple[Marked, float]] = {}
    for group in rivals.values():
        ranked = sorted(group, key=lambda pair: (-pair[1], pair[0].start))
        for (mark, _), likely in zip(ranked, _at_least([p for _, p in ranked]), strict=True):
            if likely >= threshold and likely > best.get(mark.start, (mark, 0.0))[1]:
                best[mark.start] = (mark, likely)
    return [best[start] for start in sorted(best)]


def _at_least(probabilities: Sequence[float]) -> list[float]:
    """Return the probability that at least 1, 2, … of independent events happen."""
    exactly = [1.0]
    for p in probabilities:
        exactly = [a * (1 - p) + b * p for a, b in zip([*exactly, 0.0], [0.0, *exactly], strict=True)]
    return [math.fsum(exactly[count:]) for count in range(1, len(exactly))]
