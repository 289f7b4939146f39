"""What the role ranker sees of a trigger and a name: syntax, agreement, types, words, and the rules' own answer."""

from __future__ import annotations

from collections.abc import Mapping

from kgbuild.docview import Marked
from kgbuild.extract.agreement import agreement_features
from kgbuild.extract.attachments import COMMAS, STOPS, Attachment, first_token
from kgbuild.extract.paths import path_features
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import EntityType

DISTANCES = (0, 1, 2, 3, 5, 8, 12, 20)
NEAR = 3
STEM = 4


def role_features(scene: Scene, trigger: Marked, item: Attachment, context: Mapping[str, str]) -> list[str]:
    """Return the features of a name that hangs on a trigger.

    ``context`` is what is known beyond the pair: the rules' role, the name's rank among its like, and so on.
    """
    kind, name = trigger.label, scene.names[item.name]
    side = "after" if item.after else "before"
    verb = "v" if trigger.attrs["pos"] == "v" else "n"
    voice = "passive" if "passive" in trigger.attrs["features"] else "active"
    place = f"{side}:{_bucket(item.distance)}"
    head = head_of(scene, trigger, item)
    base = [
        f"slot={item.slot}:{side}",
        f"slot={item.slot}:{side}:{verb}:{voice}",
        f"distance={place}",
        f"breaks={min(item.breaks, 3)}:{side}",
        *(f"{key}={value}" for key, value in context.items()),
        f"rule={context['rule']}:{min(item.breaks, 2)}",
        *_words_between(scene, trigger, item),
        *_words_around(scene, item, side),
        *_rivals(scene, trigger, item, side),
        *_position(scene, trigger, item, side),
        f"head={head}:{item.slot}:{side}",
        f"head-kind={head.partition(':')[0]}:{side}:{min(item.breaks, 1)}",
    ]
    pair = f"{kind}|{name.label}"
    entity = [f"{name.label}|{feature}" for feature in base]
    event = [f"{kind}|{feature}" for feature in base]
    both = [
        f"{pair}|{side}:{verb}", f"{pair}|{item.slot}:{side}:{verb}:{voice}", f"{pair}|{context['rule']}",
        f"{kind}|{trigger.attrs['lemma']}|{item.slot}:{side}", f"{pair}|{place}", f"{pair}|{min(item.breaks, 3)}",
        f"{trigger.attrs['lemma']}|{name.label}|{item.slot}:{side}",
    ]  # fmt: skip
    shape = [*agreement_features(scene, trigger, item), *_path(scene, trigger, item, side)]
    return [pair, *base, *entity, *event, *both, *shape, *_own_words(scene, trigger, item, side)]


def _path(scene: Scene, trigger: Marked, item: Attachment, side: str) -> list[str]:
    path, begin, finish = path_features(scene, *_gap(scene, trigger, item))
    where, pos = f"{side}:{EntityType(scene.names[item.name].label).is_place}", trigger.attrs["pos"]
    return [
        f"path={where}:{pos}:{path}", f"{trigger.label}|path={where}:{path}",
        f"path-starts={where}:{pos}:{begin}", f"path-ends={where}:{finish}",
    ]  # fmt: skip


def _own_words(scene: Scene, trigger: Marked, item: Attachment, side: str) -> list[str]:
    """«قوات» do and «مدنيين» suffer, whoever they are."""
    mark = scene.names[item.name]
    first, last = scene.view.norms[mark.start], scene.view.norms[mark.end - 1]
    return [f"{trigger.label}|first={first}:{side}", f"{trigger.label}|last={last}:{side}"]


def _bucket(distance: int) -> int:
    return sum(distance >= bound for bound in DISTANCES)


def _gap(scene: Scene, trigger: Marked, item: Attachment) -> tuple[int, int]:
    """The tokens between a trigger and a name with its title."""
    start, end = first_token(scene, item.name), scene.names[item.name].end
    return (trigger.end, start) if item.after else (end, trigger.start)


def _words_between(scene: Scene, trigger: Marked, item: Attachment) -> list[str]:
    norms = scene.view.norms
    low, high = _gap(scene, trigger, item)
    between = norms[low:high]
    found = [f"between={' '.join(between)}"] if len(between) <= NEAR else []
    found += [f"comma={'،' in between}", f"and={'و' in between}"]
    events = sum(low <= other.start < high for other in scene.triggers)
    names = sum(True for _ in scene.within(scene.names, low, high))
    return [*found, f"events={min(events, 3)}", f"names={min(names, 4)}"]


def head_of(scene: Scene, trigger: Marked, item: Attachment) -> str:
    """What the name, with its preposition and heads, directly follows: the trigger, a name, another event, a word."""
    norms = scene.view.norms
    at = first_token(scene, item.name) - 1
    while at >= 0 and norms[at] in words("preposition") | words("conjunction") | words("opener"):
        at -= 1
    if trigger.start <= at < trigger.end:
        return "trigger"
    for mark in scene.within(scene.names, max(at - NEAR, 0), at + 1):
        if mark.start <= at < mark.end:
            return mark.label
    others = [mark.label for mark in scene.within(scene.triggers, at, at + 1)]
    if others:
        return f"event:{others[0]}"
    if at < 0 or norms[at] in STOPS or norms[at] in COMMAS:
        return "stop"
    return "definite" if norms[at].startswith("ال") else "plain"


def _words_around(scene: Scene, item: Attachment, side: str) -> list[str]:
    norms = scene.view.norms
    start, end = first_token(scene, item.name), scene.names[item.name].end
    low, high = _sentence(scene, start)
    before, last, after, further = (
        norms[at] if low <= at < high else "|" for at in (start - 2, start - 1, end, end + 1)
    )
    return [
        f"before={last}", f"after={after}", f"before2={before} {last}", f"after2={after} {further}",
        f"before-stem={_stem(last)}", f"before2-stem={_stem(before)}", f"after-stem={_stem(after)}",
        # Endings show case and number in part: «ون» and «ان» are of subjects.
        f"ends={norms[start][-2:]}:{side}:{item.slot}",
    ]  # fmt: skip


def _stem(word: str) -> str:
    return word.removeprefix("ال")[:STEM]


def _rivals(scene: Scene, trigger: Marked, item: Attachment, side: str) -> list[str]:
    """Another event that stands nearer to the name has a better claim on it, and so has a verb of saying between."""
    start, end = first_token(scene, item.name), scene.names[item.name].end

    def distance(mark: Marked) -> int:
        return start - mark.end if mark.start < start else mark.start - end

    low, high = _gap(scene, trigger, item)
    said = scene.within(scene.speech, low, high)
    found = [f"speech={min(len(said), 2)}:{side}", *(f"said={report.label}:{side}" for report in said[-1:])]
    others = [mark for mark in scene.within(scene.triggers, *_sentence(scene, start)) if mark.start != trigger.start]
    nearest = min(others, key=lambda mark: abs(distance(mark)), default=trigger)
    if abs(distance(nearest)) >= abs(distance(trigger)):
        return [*found, f"nearest=own:{side}"]
    where = f"{'before' if nearest.start < start else 'after'}:{side}"
    gap = min(abs(distance(nearest)), NEAR)
    return [*found, f"nearer={nearest.label}:{where}", f"nearer-pos={nearest.attrs['pos']}:{where}:{gap}"]


def _position(scene: Scene, trigger: Marked, item: Attachment, side: str) -> list[str]:
    start = first_token(scene, item.name)
    low, _ = _sentence(scene, start)
    return [f"leads={start - low < NEAR}:{side}", f"trigger-leads={trigger.start - low < NEAR - 1}:{side}"]


def _sentence(scene: Scene, token: int) -> tuple[int, int]:
    return scene.view.sentences[scene.view.sentence_of(token)]
