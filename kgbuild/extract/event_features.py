"""What the classifier of events sees of a candidate trigger."""

from __future__ import annotations

from collections.abc import Sequence

from kgbuild.docview import Marked
from kgbuild.extract.attachments import governor
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import EntityType

NAME_REACH = 8
BEFORE, AFTER = 3, 3
CUES = ("negation", "future", "plan", "hypothesis", "clause", "preposition", "relative", "article_voice")


def event_features(scene: Scene, index: int) -> list[str]:
    """Return the features of ``scene.candidates[index]``."""
    mark = scene.candidates[index]
    kind, lemma = mark.label, mark.attrs["lemma"]
    found = [f"lemma={lemma}", f"chosen={mark.attrs['chosen']}"]
    found += [f"tense={mark.attrs['features']}", f"definite={mark.attrs['definite']}", f"suffix={bool(mark.attrs['suffix'])}"]
    found += _words_around(scene, mark)
    found += _names_around(scene, mark)
    found += _history(scene, index)
    found += _setting(scene, mark)
    typed = [f"{kind}|{feature}" for feature in found]
    by_lemma = [f"{lemma}|{kind}|{feature}" for feature in found if feature.startswith(("w", "chosen", "tense", "definite", "name"))]
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
    return found


def _names_around(scene: Scene, mark: Marked) -> list[str]:
    start, end = scene.view.sentences[scene.view.sentence_of(mark.start)]
    after = scene.names_within(mark.end, min(end, mark.end + NAME_REACH))[:2]
    before = scene.names_within(max(start, mark.start - NAME_REACH), mark.start)[-1:]
    found = [f"name+{n}={scene.names[name].label}:{governor(scene, name, mark.end)}" for n, name in enumerate(after)]
    found += [f"name-={scene.names[name].label}" for name in before]
    inside = scene.names_within(mark.start, mark.start + 1)
    covered = any(scene.names[i].end > mark.start for i in scene.names_within(max(start, mark.start - 4), mark.start))
    found.append(f"inside={bool(inside) or covered}")
    actors = any(EntityType(scene.names[name].label).is_actor for name in scene.names_within(start, end))
    return [*found, f"names+={len(after)}", f"actors={actors}"]


def _history(scene: Scene, index: int) -> list[str]:
    """An event told before is followed up by definite nouns; the classifier learns to leave those."""
    mark = scene.candidates[index]
    sentence = scene.view.sentence_of(mark.start)
    earlier = [other for other in scene.candidates[:index] if other.attrs["chosen"] and other.label == mark.label]
    here = sum(scene.view.sentence_of(other.start) == sentence for other in earlier)
    gap = sentence - scene.view.sentence_of(earlier[-1].start) if earlier else -1
    same_lemma = any(other.attrs["lemma"] == mark.attrs["lemma"] for other in earlier)
    definite = mark.attrs["definite"] and mark.attrs["pos"] == "n"
    history = f"{min(len(earlier), 3)}:{min(gap, 3)}"
    found = [f"earlier={history}", f"earlier-definite={history}:{definite}", f"here={min(here, 2)}", f"same-lemma={same_lemma}"]
    if here:
        found.append(f"distance={min((mark.start - earlier[-1].start) // 4, 4)}")
    return found


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


def best_of_token(scored: Sequence[tuple[Marked, float]], threshold: float) -> list[tuple[Marked, float]]:
    """Return the likeliest type of each token, where it is likely enough."""
    best: dict[int, tuple[Marked, float]] = {}
    for mark, probability in scored:
        if probability >= threshold and probability > best.get(mark.start, (mark, 0.0))[1]:
            best[mark.start] = (mark, probability)
    return [best[start] for start in sorted(best)]
