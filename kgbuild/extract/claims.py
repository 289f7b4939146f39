"""Who says so: the stretch of text that each speaker is responsible for, and the claims on an event in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgbuild.docview import Marked
from kgbuild.extract.attachments import first_token, governor
from kgbuild.extract.scene import Scene, words
from kgbuild.labels import ACTOR_TYPES, EntityType, Stance

SPEAKER_REACH = 14
ATTRIBUTION_REACH = 10
THAT_REACH = 4
DENIAL = "deny"
# Verbs that carry on what the last speaker said: «وأضاف», «وتابع».
CONTINUATION = "add"
COMMAS = frozenset({"،", ","})
INTRODUCERS = frozenset({"ان", ":"})


@dataclass(frozen=True, slots=True)
class Scope:
    """Tokens that one speaker answers for.

    Attributes:
        start, end: token offsets.
        source: id of the speaker; ``None`` for one without a name.
        stance: whether what stands there is asserted or denied.
        retort: whether it answers what others say there, and leaves their claims standing.
    """

    start: int
    end: int
    source: str | None
    stance: Stance
    retort: bool = False


def find_scopes(scene: Scene) -> list[Scope]:
    """Return the reported stretches of a document, in text order; what no scope covers the article says itself."""
    scopes: list[Scope] = []
    last_speaker: str | None = None
    for start, end in scene.view.sentences:
        found = list(_sentence_scopes(scene, start, end, last_speaker))
        scopes += found
        named = [scope.source for scope in found if scope.source and not scope.retort]
        last_speaker = named[-1] if named else last_speaker
    return scopes


def _sentence_scopes(scene: Scene, start: int, end: int, last_speaker: str | None) -> Iterator[Scope]:
    speaker = last_speaker
    reports = scene.within(scene.speech, start, end)
    yield from _retorts(scene, (start, end))
    for report in reports:
        if _is_hearsay(scene, report, reports):
            continue
        if report.label == "phrase" and report.attrs["kind"] == DENIAL:
            yield _complement(scene, report, (start, end), speaker or _attributed_in(scene, reports, end))
        elif report.label == "verb":
            speaker = _speaker(scene, report, (start, end), last_speaker)
            if speaker:
                yield _complement(scene, report, (start, end), speaker)
        elif report.label == "participle" and speaker:
            yield _complement(scene, report, (start, end), speaker)
        elif report.label == "source":
            source = _attributed(scene, report, end)
            if source:
                yield _attribution(report, (start, end), source)


def _is_hearsay(scene: Scene, report: Marked, reports: list[Marked]) -> bool:
    """«نفت الوزارة ما تردد عن …», «لا صحة لما أشيع»: what is denied is told by nobody in particular."""
    relative = report.start > 0 and scene.view.norms[report.start - 1] == "ما"
    return relative and any(
        0 <= report.start - other.end <= SPEAKER_REACH and other.attrs["kind"] == DENIAL for other in reports
    )


def _retorts(scene: Scene, sentence: tuple[int, int]) -> Iterator[Scope]:
    """«…، وهو ما نفته س», «لكن س تنفي ذلك»: a denial that takes up what the sentence told before it."""
    norms = scene.view.norms
    for at in range(sentence[0] + 2, sentence[1]):
        with_pronoun = norms[at] in words("retort") and norms[at - 1] in words("taken_up")
        if with_pronoun or _denies_that(scene, at):
            speaker = _retorter(scene, at, sentence)
            if speaker:
                yield Scope(sentence[0], at, speaker, Stance.DENIES, retort=True)


def _denies_that(scene: Scene, at: int) -> bool:
    is_denial = any(report.attrs["kind"] == DENIAL for report in scene.within(scene.speech, at, at + 1))
    return is_denial and not words("that").isdisjoint(scene.view.norms[at + 1 : at + 1 + THAT_REACH])


def _retorter(scene: Scene, at: int, sentence: tuple[int, int]) -> str | None:
    """Whoever stands right before the denial («لكن طهران تنفي ذلك»), else the first actor after it."""
    before = [n for n in scene.names_within(max(sentence[0], at - THAT_REACH), at) if scene.names[n].end >= at - 1]
    after = scene.names_within(at + 1, min(sentence[1], at + SPEAKER_REACH))
    return next((scene.entity_of.get(name) for name in (*before, *after) if _can_speak(scene, name)), None)


def _speaker(scene: Scene, report: Marked, sentence: tuple[int, int], last: str | None) -> str | None:
    """The subject of a verb of saying: the first bare actor after it, else the one before, else the last speaker."""
    for name in scene.names_within(report.end, min(sentence[1], report.end + SPEAKER_REACH)):
        between = scene.view.norms[report.end : first_token(scene, name)]
        if not INTRODUCERS.isdisjoint(between) or not words("opener").isdisjoint(between):
            break
        plain = governor(scene, name, report.end) in ("", "conjunction", "باسم")
        if (plain or _is_source_in(scene, report.end, name)) and _can_speak(scene, name):
            return scene.entity_of.get(name)
        if between and between[-1] == "في":
            continue
        break
    if report.attrs["kind"] == CONTINUATION:
        return last
    for name in reversed(scene.names_within(max(sentence[0], report.start - SPEAKER_REACH), report.start)):
        if _can_speak(scene, name) and governor(scene, name, sentence[0]) in ("", "conjunction", "ان"):
            return scene.entity_of.get(name)
    return last


def _is_source_in(scene: Scene, start: int, name: int) -> bool:
    """«نفى مصدر في الجيش …»: a source without a name speaks for where it is."""
    first = first_token(scene, name)
    nouns = any(report.label == "noun" for report in scene.within(scene.speech, start, first))
    return nouns and scene.view.norms[first - 1] in ("في", "ب", "من")


def _can_speak(scene: Scene, name: int) -> bool:
    return EntityType(scene.names[name].label) in ACTOR_TYPES


def _attributed(scene: Scene, report: Marked, end: int) -> str | None:
    """The first actor after «بحسب»; «بحسب مصادر محلية انسحب س» names none."""
    for name in scene.names_within(report.end, min(end, report.end + ATTRIBUTION_REACH)):
        start = first_token(scene, name)
        verbs = any(mark.attrs["pos"] == "v" for mark in scene.within(scene.triggers, report.end, start))
        if verbs or not COMMAS.isdisjoint(scene.view.norms[report.end : start]):
            return None
        if _can_speak(scene, name):
            return scene.entity_of.get(name)
    return None


def _attributed_in(scene: Scene, reports: list[Marked], end: int) -> str | None:
    """The first one to whom a sentence attributes something («لا صحة لذلك، بحسب الوزارة»)."""
    named = (_attributed(scene, report, end) for report in reports if report.label == "source")
    return next(filter(None, named), None)


def _complement(scene: Scene, report: Marked, sentence: tuple[int, int], source: str | None) -> Scope:
    """What is said runs from the verb to where the article takes the floor again."""
    stance = Stance.DENIES if report.attrs["kind"] == DENIAL else Stance.ASSERTS
    end = _floor_returns(scene, report.end, sentence[1], stance)
    return Scope(report.end, end, source, stance)


def _floor_returns(scene: Scene, start: int, end: int, stance: Stance) -> int:
    norms = scene.view.norms
    quoted = {t for quote in scene.within(scene.quotes, start, end) for t in range(quote.start, quote.end)}
    commas = 0
    for index in range(start + 1, end):
        if index in quoted:
            continue
        after_comma = norms[index - 1] in COMMAS or norms[index - 1] == "و"
        if after_comma and norms[index] in words("article_voice"):
            return index
        commas += norms[index] in COMMAS
        if stance is Stance.DENIES and norms[index - 1] == "و" and _is_finite_verb(scene, index):
            return index
        # A denial is of its own clause; what comes after the second comma is told, not denied.
        if stance is Stance.DENIES and commas and norms[index] in COMMAS and index - start > 6:
            return index
    return end


def _is_finite_verb(scene: Scene, token: int) -> bool:
    """«نفى الاتفاق ودعا إلى القتال»: the second verb is told, not denied."""
    told = [mark.attrs for mark in scene.within(scene.candidates, token, token + 1)]
    finite = any(attrs["pos"] == "v" and "participle" not in attrs["features"] for attrs in told)
    return finite or any(report.label == "verb" for report in scene.within(scene.speech, token, token + 1))


def _attribution(report: Marked, sentence: tuple[int, int], source: str) -> Scope:
    """«بحسب س» at the front covers the sentence, behind or amid it covers the clause before."""
    if report.start - sentence[0] <= 1:
        return Scope(report.end, sentence[1], source, Stance.ASSERTS)
    return Scope(sentence[0], report.start, source, Stance.ASSERTS)


def claims_on(scopes: list[Scope], trigger: Marked, *, negated: bool) -> tuple[tuple[str | None, Stance], ...]:
    """Return (source, stance) of everyone who says or denies the event that ``trigger`` tells.

    The innermost (last opened) scope decides; a negation in it turns its stance.
    """
    covering = [scope for scope in scopes if scope.start <= trigger.start < scope.end]
    retorts = tuple((scope.source, scope.stance) for scope in covering if scope.retort)
    told = [scope for scope in covering if not scope.retort]
    if not told:
        return ((None, Stance.DENIES if negated else Stance.ASSERTS), *retorts)
    scope = max(told, key=lambda item: (item.start, -item.end))
    if negated:
        scope = replace(scope, stance=Stance.DENIES if scope.stance is Stance.ASSERTS else Stance.ASSERTS)
    return ((scope.source, scope.stance), *retorts)
