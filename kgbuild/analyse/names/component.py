"""The component that marks names: the rules propose, the learned tagger decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.analyse.names import words
from kgbuild.analyse.names.candidate import Candidate, choose
from kgbuild.analyse.names.features import token_features
from kgbuild.analyse.names.gazetteer import find_known, registry_key
from kgbuild.analyse.names.groups import find_groups
from kgbuild.analyse.names.operations import find_operations
from kgbuild.analyse.names.persons import find_persons, short_forms, titles
from kgbuild.analyse.names.places import find_places
from kgbuild.analyse.names.populations import find_populations
from kgbuild.analyse.names.proposals import proposals, undescribed
from kgbuild.analyse.names.rescoring import rescored, second_stage
from kgbuild.analyse.names.span_features import SpanFeatures
from kgbuild.analyse.names.tagger import Tagger, trimmed
from kgbuild.docview import DocView, Layer, Marked, read_layer, view, write_layer
from kgbuild.linear import load_linear

FIELDS = ("rule", "key", "title_start", "confidence")


@Language.factory("kgb_names", requires=["doc.spans"], assigns=["doc.spans"], default_config={"model": None})
def create_name_marker(nlp: Language, name: str, model: str | None) -> NameMarker:
    """Create the component; ``model`` is the tagger's file, without which the rules decide alone."""
    return NameMarker(Path(model) if model else None)


class NameMarker:
    """Writes the layers ``names`` (labelled with the entity type), ``titles`` and ``nisbas``.

    Args:
        model: file of the tagger; ``None`` takes the rules' names as they are. Where the second stage's file
            does not stand beside it, the tagger's best reading is taken.

    Raises:
        ExtractError: a file cannot be read.
    """

    def __init__(self, model: Path | None) -> None:
        self._tagger = Tagger(model) if model else None
        self._second_stage = load_linear(second_stage(model)) if model and second_stage(model).exists() else None

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of ``doc``; needs the layers of numbers, times, triggers and speech."""
        seen = view(doc)
        names = rule_names(doc, seen)
        if self._tagger:
            tagged = self._tagged(self._tagger, seen, names, other_marks(doc))
            names = [_with_evidence(seen.norms, trimmed(seen.norms, candidate), names) for candidate in tagged]
        write_layer(doc, Layer.NAMES, [_mark(candidate) for candidate in names], fields=FIELDS)
        write_layer(doc, Layer.TITLES, list(_titles(seen)), fields=("body",))
        write_layer(doc, Layer.NISBAS, list(_nisbas(seen)), fields=("states",))
        return doc

    def _tagged(
        self, tagger: Tagger, seen: DocView, rules: list[Candidate], marks: list[str]
    ) -> list[Candidate]:
        found = undescribed(seen.norms, proposals(tagger, token_features(seen, rules, marks), seen.sentences))
        if self._second_stage is None:
            chosen = [item.candidate(item.score) for item in found if item.best]
        else:
            chosen = rescored(self._second_stage, SpanFeatures(seen, marks, found, rules), found)
        return [candidate for candidate in chosen if _is_word(seen, candidate)]


def _is_word(seen: DocView, candidate: Candidate) -> bool:
    """A quotation mark or a blank alone is no name, whatever its surroundings look like."""
    return any(sign.isalnum() for word in seen.words[candidate.start : candidate.end] for sign in word)


def rule_names(doc: Doc, seen: DocView) -> list[Candidate]:
    """Return the names that the rules alone find, without overlaps, in text order."""
    numbers = frozenset(t for mark in read_layer(doc, Layer.NUMBERS) for t in range(mark.start, mark.end))
    times = {t for mark in read_layer(doc, Layer.TIMES) for t in range(mark.start, mark.end)}
    found = [c for sentence in seen.sentences for c in sentence_names(seen.norms, sentence, numbers)]
    chosen = choose(candidate for candidate in found if candidate.start not in times)
    taken = {token for candidate in chosen for token in range(candidate.start, candidate.end)}
    persons = [candidate for candidate in chosen if candidate.type == "Person"]
    return choose([*chosen, *short_forms(seen.norms, persons, taken)])


def other_marks(doc: Doc) -> list[str]:
    """Return one word a token for what the other layers say of it: ``numbers``, ``triggers:Killing``, or ``""``."""
    marks = [""] * len(doc)
    for layer in (Layer.SPEECH, Layer.TRIGGERS, Layer.NUMBERS, Layer.TIMES):
        for mark in read_layer(doc, layer):
            if not mark.attrs.get("chosen", True):
                continue
            words_of = {Layer.TRIGGERS: f"{layer.value}:{mark.label}", Layer.SPEECH: mark.label}
            marks[mark.start : mark.end] = [words_of.get(layer, layer.value)] * (mark.end - mark.start)
    return marks


def sentence_names(norms: Sequence[str], sentence: tuple[int, int], numbers: frozenset[int]) -> Iterator[Candidate]:
    """Yield what each rule proposes in the tokens of one sentence; ``numbers`` are the tokens of numerals."""
    start, end = sentence
    yield from find_known(norms, start, end)
    yield from find_groups(norms, start, end)
    yield from find_places(norms, start, end)
    yield from find_persons(norms, start, end)
    yield from find_operations(norms, start, end)
    yield from find_populations(norms, start, end, numbers)


def _with_evidence(norms: Sequence[str], tagged: Candidate, proposed: Sequence[Candidate]) -> Candidate:
    """Add to a tagged name the registry's key and the title that the rules know of it."""
    rule = next((c for c in proposed if c.start == tagged.start and c.end == tagged.end), None)
    key = rule.key if rule and rule.key and rule.type == tagged.type else registry_key(norms, tagged)
    title_start, name = (rule.title_start, rule.rule) if rule else (None, "tagger")
    return replace(tagged, key=key, title_start=title_start, rule=name)


def _titles(seen: DocView) -> Iterator[Marked]:
    """Posts and titles, also those without a name beside them."""
    for at in titles().starts(seen.norms, 0, len(seen.norms)):
        found = titles().match(seen.norms, at)
        if found:
            end, (kind, body) = found
            yield Marked(at, end, kind, {"body": body})


def _nisbas(seen: DocView) -> Iterator[Marked]:
    """Adjectives of nationality with the states that they may mean."""
    for at in range(len(seen.norms)):
        found = words.nisba_states(seen.norms, at)
        if found:
            yield Marked(at, at + 1, "nisba", {"states": list(found)})


def _mark(candidate: Candidate) -> Marked:
    return Marked(candidate.start, candidate.end, candidate.type, {name: getattr(candidate, name) for name in FIELDS})
