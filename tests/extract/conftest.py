"""Scenes built by hand: a text of tokens, and what `analyse` would have marked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kgbuild.analyse import triggers
from kgbuild.analyse.tokenizer import norm
from kgbuild.docview import Layer, Marked, write_layer
from kgbuild.extract.scene import Scene, scene_of

DocMaker = Callable[..., Doc]
SceneMaker = Callable[..., Scene]
Place = tuple[int, int]
FIELDS = {
    Layer.NAMES: ("rule", "key", "title_start", "confidence"),
    Layer.TITLES: ("body",),
    Layer.NISBAS: ("states",),
    Layer.TRIGGERS: triggers.FIELDS,
    Layer.SPEECH: ("kind",),
    Layer.NUMBERS: ("values", "kinds"),
    Layer.TIMES: ("values", "kinds", "futures", "offsets"),
}


@pytest.fixture
def doc() -> DocMaker:
    """Make the analysed ``Doc`` of a text whose tokens, proclitics and signs too, stand between blanks.

    Keywords are the layers: a surface -> what is said of each of its occurrences, most in one string:

    - ``names``: type, and the registry's key where there is one: ``"State turkey"``. A title that ends
      where a name begins is that name's title.
    - ``triggers``: ``v`` or ``n``, type, and tense and voice or number: ``"v Killing perfect-passive"``.
    - ``speech``: label and kind: ``"verb assert"``. ``titles``: the label. ``nisbas``: the states' keys.
    - ``times``: the value, and that of a future event where it differs: ``"2024-11-30 2024-12-07"``; days counted
      from another date have a sign: ``"+1"``.
    - ``numbers``: the value. ``quotes``: what stands between the marks.
    """

    def make(text: str, **layers: Mapping[str, object]) -> Doc:
        words = text.split(" ")
        made = Doc(Vocab(), words=words)
        for token in made:
            token.norm_ = norm(token.text)
        marks = {Layer(name): list(_marks(words, Layer(name), stated)) for name, stated in layers.items()}
        marks[Layer.NAMES] = [_titled(name, marks.get(Layer.TITLES, ())) for name in marks.get(Layer.NAMES, ())]
        for layer, marked in marks.items():
            write_layer(made, layer, marked, fields=FIELDS.get(layer, ()))
        return made

    return make


@pytest.fixture
def scene(doc: DocMaker) -> SceneMaker:
    """Make the scene of such a text; a name's entity has the name's surface as its id."""

    def make(text: str, **layers: Mapping[str, object]) -> Scene:
        made = scene_of(doc(text, **layers))
        made.entity_of = {n: made.view.span_text(mark.start, mark.end)[0] for n, mark in enumerate(made.names)}
        return made

    return make


def _marks(words: Sequence[str], layer: Layer, stated: Mapping[str, object]) -> Iterator[Marked]:
    """Mark every occurrence of each surface, the longest first, without overlaps."""
    taken: set[int] = set()
    for surface in sorted(stated, key=lambda one: -len(one.split(" "))):
        places = [place for place in _places(words, surface) if taken.isdisjoint(range(*place))]
        assert places, f"{surface} is not in the text"
        for start, end in places:
            taken.update(range(start, end))
            label, attrs = _attributes(layer, words[start], stated[surface])
            sentence = sum(word in ".؟!" for word in words[:start])
            yield Marked(start, end, label, {**attrs, "sentence": sentence})


def _places(words: Sequence[str], surface: str) -> Iterator[Place]:
    wanted = surface.split(" ")
    for start in range(len(words) - len(wanted) + 1):
        if list(words[start : start + len(wanted)]) == wanted:
            yield start, start + len(wanted)


def _attributes(layer: Layer, word: str, stated: object) -> tuple[str, dict[str, object]]:
    """Return the label and the attributes that a short description stands for."""
    if layer is Layer.NUMBERS:
        kind = "cardinal" if isinstance(stated, int) else "vague"
        return kind, {"values": stated, "kinds": kind}
    first, *rest = str(stated).split(" ")
    if layer is Layer.TRIGGERS:
        return rest[0], _trigger(word, first, rest[1] if rest[1:] else "")
    if layer is Layer.TIMES:
        if first[0] in "+-":
            return "relative", {"values": None, "kinds": "relative", "offsets": int(first)}
        value = None if stated is None else first
        return "date", {"values": value, "kinds": "date", "futures": rest[0] if rest else None}
    if layer is Layer.NISBAS:
        return "nisba", {"states": [first, *rest]}
    second = {Layer.NAMES: "key", Layer.SPEECH: "kind"}.get(layer, "")
    return first, {second: rest[0] if rest else None}


def _trigger(word: str, pos: str, features: str) -> dict[str, object]:
    return {
        "lemma": word,
        "pos": pos,
        "features": features or ("perfect" if pos == "v" else "singular"),
        "person": "3ms" if pos == "v" else "",
        "definite": pos == "n" and word.startswith("ال"),
        "suffix": "",
        "chosen": True,
        "fits": True,
        "grade": "free",
        "classes": [],
        "before": [],
        "after": [],
    }


def _titled(name: Marked, titles: Sequence[Marked]) -> Marked:
    starts = [title.start for title in titles if title.end == name.start]
    return Marked(name.start, name.end, name.label, {**name.attrs, "title_start": starts[0] if starts else None})
