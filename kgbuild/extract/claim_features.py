"""What the learned attribution sees of an event and of someone who may say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgbuild.docview import Marked
from kgbuild.extract.attachments import governor
from kgbuild.extract.claims import Scope
from kgbuild.extract.paths import path_features
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import EntityType

ARTICLE = "article"
OPENED = frozenset({":", '"', "«", "“"})
DISTANCES = (1, 3, 6, 10, 16, 25)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who may say that an event happened.

    Attributes:
        entity: id; ``None`` for the article itself.
        name: index of its mention nearest to the trigger in the sentence; ``None`` where it has none there.
    """

    entity: str | None
    name: int | None


def speakers(scene: Scene, scopes: list[Scope], trigger: Marked) -> list[Speaker]:
    """Return the article, the actors of the sentence, and whoever the rules hold responsible or spoke last."""
    start, end = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    found: dict[str | None, int | None] = {None: None}
    for name in scene.names_within(start, end):
        entity = scene.entity_of.get(name)
        if entity and _is_actor(scene, name) and _nearer(scene, name, found.get(entity), trigger):
            found[entity] = name
    for scope in [scope for scope in scopes if scope.start <= trigger.start][-2:]:
        found.setdefault(scope.source, None)
    return [Speaker(entity, name) for entity, name in found.items()]


def _is_actor(scene: Scene, name: int) -> bool:
    return EntityType(scene.names[name].label).is_actor


def _nearer(scene: Scene, name: int, known: int | None, trigger: Marked) -> bool:
    if known is None:
        return True
    return abs(scene.names[name].start - trigger.start) < abs(scene.names[known].start - trigger.start)


def claim_features(
    scene: Scene, scopes: list[Scope], trigger: Marked, speaker: Speaker, context: Mapping[str, str]
) -> list[str]:
    """Return the features of ``speaker`` as a source of the event that ``trigger`` tells.

    ``context`` holds the rules' answer (``rule``), the speaker's role in the event (``role``)
    and whether the event is negated (``negated``).
    """
    setting = _setting(scene, scopes, trigger)
    own = [f"rule={context['rule']}", f"role={context['role']}", f"negated={context['negated']}"]
    if speaker.entity is None:
        return [f"{ARTICLE}|{feature}" for feature in [*own, *setting, "bias"]]
    own += _speaker(scene, scopes, trigger, speaker)
    crossed = [f"{context['rule']}|{feature}" for feature in (*own[3:], *setting)]
    return ["other", *own, *setting, *crossed]


def _setting(scene: Scene, scopes: list[Scope], trigger: Marked) -> list[str]:
    start, end = scene.view.sentences[scene.view.sentence_of(trigger.start)]
    before = [report for report in scene.within(scene.speech, start, trigger.start) if report.label != "noun"]
    after = [report for report in scene.within(scene.speech, trigger.end, end) if report.label == "source"]
    covering = [scope for scope in scopes if scope.start <= trigger.start < scope.end]
    quoted = any(quote.start <= trigger.start < quote.end for quote in scene.quotes)
    found = [
        f"type={trigger.label}",
        f"pos={trigger.attrs['pos']}",
        f"quoted={quoted}",
        f"covering={min(len(covering), 2)}",
    ]
    found += [f"after={after[0].attrs['kind']}"] if after else ["after=none"]
    if before:
        last = before[-1]
        between = scene.view.norms[last.end : trigger.start]
        floor = sum(word in words("article_voice") for word in between)
        commas = sum(word == "،" for word in between)
        found += [
            f"last={last.label}:{last.attrs['kind']}", f"gap={_bucket(len(between))}", f"floor={min(floor, 2)}",
            f"commas={min(commas, 3)}", f"that={'ان' in between}", f"last-verb={scene.view.norms[last.start]}",
            f"type={trigger.label}:{last.label}", f"spoken={min(len(before), 3)}",
        ]  # fmt: skip
        nearest = [word for word in between if word in words("article_voice")]
        found += [f"floor-word={nearest[-1]}"] if nearest else []
    else:
        found.append("last=none")
    return [*found, f"lead={trigger.start - start <= 1}", *_words_around(scene.view.norms, trigger, (start, end))]


def _words_around(norms: Sequence[str], trigger: Marked, sentence: tuple[int, int]) -> list[str]:
    start, end = sentence
    near = (trigger.start - 2, trigger.start - 1, trigger.end, start, start + 1)
    before, previous, following, first, second = (norms[at] if start <= at < end else "|" for at in near)
    return [
        f"previous={previous}", f"previous2={before}", f"previous-two={before} {previous}", f"next={following}",
        f"first={first}", f"first-two={first} {second}",
    ]  # fmt: skip


def _speaker(scene: Scene, scopes: list[Scope], trigger: Marked, speaker: Speaker) -> list[str]:
    sources = [scope for scope in scopes if scope.source == speaker.entity]
    opened = [scope for scope in sources if scope.start <= trigger.start]
    found = [f"opened={min(len(opened), 2)}", f"speaks={bool(sources)}"]
    if opened:
        found.append(
            f"since={min(scene.view.sentence_of(trigger.start) - scene.view.sentence_of(opened[-1].start), 3)}"
        )
    if speaker.name is None:
        return [*found, "absent"]
    mark = scene.names[speaker.name]
    side = "before" if mark.start < trigger.start else "after"
    report = _report_beside(scene, mark)
    return [
        *found, f"kind={mark.label}", f"side={side}", f"governor={governor(scene, speaker.name, 0)}:{side}",
        f"distance={side}:{_bucket(abs(mark.start - trigger.start))}", f"beside={report}",
        f"kind={mark.label}:{report}", *_between(scene, trigger, mark, side),
    ]  # fmt: skip


def _between(scene: Scene, trigger: Marked, mark: Marked, side: str) -> list[str]:
    """Whether a speaker and an event stand in one statement: «أن» or a colon between, other events, the words."""
    low, high = (mark.end, trigger.start) if side == "before" else (trigger.end, mark.start)
    words_between = scene.view.norms[low:high]
    opened = not OPENED.isdisjoint(words_between)
    events = len(scene.within(scene.triggers, low, high))
    reports = len(scene.within(scene.speech, low, high))
    path, begin, finish = path_features(scene, low, high)
    return [
        f"that-between={'ان' in words_between}:{side}", f"opened-between={opened}:{side}",
        f"events-between={min(events, 3)}:{side}", f"reports-between={min(reports, 2)}:{side}",
        f"path={side}:{path}", f"path-starts={side}:{begin}", f"path-ends={side}:{finish}",
    ]  # fmt: skip


def _report_beside(scene: Scene, mark: Marked) -> str:
    """The report right before a name («قال س», «بحسب س») or right after it («س قال»)."""
    near = scene.within(scene.speech, max(mark.start - 6, 0), mark.end + 3)
    ranked = sorted(near, key=lambda report: abs(report.start - mark.start))
    return f"{ranked[0].label}:{ranked[0].attrs['kind']}:{ranked[0].start < mark.start}" if ranked else "none"


def _bucket(distance: int) -> int:
    return sum(distance >= bound for bound in DISTANCES)
