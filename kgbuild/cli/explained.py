"""An annotated document on a terminal: in colours where there are any, else between brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from kgbuild.records import Event, Explanation
from kgbuild.show import (
    ROLE_KINDS,
    TEXT_KINDS,
    Fact,
    Stretch,
    cut,
    english,
    event_facts,
    foremost,
    sentence_marks,
    text_marks,
    visible,
)

# Bold, underlined or reversed as well: not by colour alone.
_STYLES = {
    "trigger": "bold black on yellow",
    "actor": "blue underline",
    "agent": "blue underline",
    "target": "red bold underline",
    "place": "green",
    "operation": "magenta italic",
    "time": "cyan italic",
}
_BRACKETS = {"trigger": ("<", ">"), "time": ("{", "}")}
_OTHER_BRACKETS = ("[", "]")
# Arabic beside Latin keeps its own direction: first strong isolate, and its end.
_ISOLATE, _END = "\u2068", "\u2069"
_PART_WIDTH = 10


def show_explanation(console: Console, explanation: Explanation) -> None:
    """Print the legend, the text with its marks, and the events with their parts and reasons."""
    article = explanation.annotation.article
    coloured = console.color_system is not None
    about = (article.id, article.publisher, article.date)
    _say(console, Text(_isolated(visible(article.title or article.id)), style="bold"))
    _say(console, Text("  ".join(_isolated(visible(part)) for part in about if part), style="dim"))
    _say(console, _legend(coloured))
    pieces = cut(article.text, text_marks(explanation), 0, len(article.text))
    _say(console, Text("\n").append_text(_marked(pieces, TEXT_KINDS, coloured)))
    for event in explanation.annotation.events:
        for line in _event(explanation, event, coloured):
            _say(console, line)


def _say(console: Console, line: Text) -> None:
    # Without a terminal's width a line stays one line.
    console.print(line, soft_wrap=not console.is_terminal)


def _legend(coloured: bool) -> Text:
    legend = Text()
    for kind in dict.fromkeys((*TEXT_KINDS, *ROLE_KINDS)):
        opened, closed = ("", "") if coloured else _BRACKETS.get(kind, _OTHER_BRACKETS)
        legend.append(f"{opened}{english(kind)}{closed}", style=_STYLES[kind] if coloured else "").append("  ")
    return legend


def _marked(pieces: Iterable[Stretch], kinds: Sequence[str], coloured: bool) -> Text:
    line = Text()
    for piece in pieces:
        mark, text = foremost(piece.marks, kinds), visible(piece.text)
        if mark is None:
            line.append(text)
        elif coloured:
            line.append(text, style=_STYLES[mark.kind])
        else:
            opened, closed = _BRACKETS.get(mark.kind, _OTHER_BRACKETS)
            # In a text an id tells who it is, beside an event the role does.
            said = mark.of if kinds is TEXT_KINDS else english(mark.kind)
            line.append(f"{_ISOLATE}{opened}{text} {visible(said)}{closed}{_END}")
    return line


def _event(explanation: Explanation, event: Event, coloured: bool) -> Iterator[Text]:
    yield Text(f"\n{visible(event.id)}  {event.type}", style="bold")
    yield _marked(sentence_marks(explanation.annotation, event), ROLE_KINDS, coloured)
    for fact in event_facts(explanation, event):
        yield _row(fact)


def _row(fact: Fact) -> Text:
    value = english(fact.value) if fact.is_key else _isolated(visible(fact.value))
    row = Text(f"  {english(fact.part):<{_PART_WIDTH}}").append(value, style=_STYLES.get(fact.part, ""))
    row.append(f"  {visible(fact.of)}" if fact.of else "")
    row.append(f"  {fact.confidence:.2f}" if fact.confidence is not None else "", style="bold")
    return row.append(f"  ({visible(fact.reason)})" if fact.reason else "", style="dim")


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{text}{_END}"
