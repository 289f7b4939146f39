"""One annotated document as a page of HTML that needs nothing else: no script, no font, no address is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from kgbuild.records import Article, Entity, Event, Explanation, Relation
from kgbuild.resources import data_file
from kgbuild.show.facts import Fact, event_facts, names_of
from kgbuild.show.marks import (
    ROLE_KINDS,
    TEXT_KINDS,
    TRIGGER,
    Mark,
    Stretch,
    cut,
    foremost,
    kind_of,
    sentence_marks,
    text_marks,
)
from kgbuild.show.words import arabic, english, visible

# A browser shall neither run nor fetch anything, whatever the text holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def explanation_page(explanation: Explanation) -> str:
    """Return the page: the text with its marks, and beside it the events, entities and relations."""
    annotation = explanation.annotation
    title = annotation.article.title or annotation.article.id
    anchors = {event.id: f"event-{number}" for number, event in enumerate(annotation.events, 1)}
    style = data_file("show", "page.css").read_text(encoding="utf-8")
    parts = [
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        *_head(annotation.article, title),
        "<main>",
        *_text(explanation, anchors),
        '<div class="found">',
        *_section("events", [_event(explanation, event, anchors[event.id]) for event in annotation.events]),
        *_section("entities", [_entity(explanation, entity) for entity in annotation.entities]),
        *_section("relations", [_relation(explanation, relation) for relation in annotation.relations]),
        "</div>\n</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _head(article: Article, title: str) -> Iterator[str]:
    about = " · ".join(_bdi(part) for part in (article.publisher, article.date, article.id) if part)
    yield f'<header>\n<h1>{_bdi(title)}</h1>\n<p class="about">{about}</p>'
    kinds = dict.fromkeys((*TEXT_KINDS, *ROLE_KINDS))
    keys = "".join(f'<li><span class="{kind}">{_word(kind)}</span></li>' for kind in kinds)
    yield f'<ul class="legend" aria-label="{arabic("legend")}">{keys}</ul>\n</header>'


def _text(explanation: Explanation, anchors: dict[str, str]) -> Iterator[str]:
    text = explanation.annotation.article.text
    pieces = cut(text, text_marks(explanation), 0, len(text))
    yield f'<article>\n<h2>{_word("text")}</h2>\n<p class="text">{_marked(pieces, TEXT_KINDS, anchors)}</p>\n</article>'


def _marked(pieces: Iterable[Stretch], kinds: Sequence[str], anchors: dict[str, str] | None = None) -> str:
    return "".join(_piece(piece, foremost(piece.marks, kinds), anchors or {}) for piece in pieces)


def _piece(piece: Stretch, shown: Mark | None, anchors: dict[str, str]) -> str:
    if shown is None:
        return _safe(piece.text)
    note = _safe(" — ".join(mark.note or mark.of for mark in piece.marks))
    attributes = f'class="{shown.kind}" title="{note}"'
    if shown.kind == TRIGGER and shown.of in anchors:
        return f'<a href="#{anchors[shown.of]}" {attributes}>{_safe(piece.text)}</a>'
    return f"<span {attributes}>{_safe(piece.text)}</span>"


def _section(key: str, items: Sequence[str]) -> Iterator[str]:
    yield f'<section class="{key}">\n<h2>{_word(key)} ({len(items)})</h2>'
    yield from items or [f"<p>{_word('none')}</p>"]
    yield "</section>"


def _event(explanation: Explanation, event: Event, anchor: str) -> str:
    sentence = _marked(sentence_marks(explanation.annotation, event), ROLE_KINDS)
    rows = "\n".join(_row(fact) for fact in event_facts(explanation, event))
    return (
        f'<section class="event" id="{anchor}">\n<h3>{_bdi(event.type.value)} <small>{_bdi(event.id)}</small></h3>\n'
        f'<blockquote title="{_word("sentence", plain=True)} {event.sentence}">{sentence}</blockquote>\n'
        f"<table>\n{rows}\n</table>\n</section>"
    )


def _row(fact: Fact) -> str:
    kind = f' class="{fact.part}"' if fact.part in ROLE_KINDS else ""
    of = f" <small>{_bdi(fact.of)}</small>" if fact.of else ""
    value = _word(fact.value) if fact.is_key else _bdi(fact.value)
    return (
        f'<tr><th scope="row">{_word(fact.part)}</th><td><span{kind}>{value}</span>{of}</td>'
        f'<td class="sure">{_sure(fact.confidence)}</td><td class="why">{_why(fact.reason or "")}</td></tr>'
    )


def _entity(explanation: Explanation, entity: Entity) -> str:
    found = (explanation.names.get(mention.start, "") for mention in entity.mentions)
    why = "".join(f"<br>{_why(reason)}" for reason in dict.fromkeys(found) if reason)
    return (
        f'<p><span class="{kind_of(entity.type)}">{_bdi(entity.name)}</span> '
        f"<small>{_bdi(entity.id)} {_bdi(entity.type.value)} {_sure(entity.confidence)} ({len(entity.mentions)})"
        f"{why}</small></p>"
    )


def _relation(explanation: Explanation, relation: Relation) -> str:
    names = names_of(explanation)
    subject, object_ = (names.get(end, end) for end in (relation.subject, relation.object))
    title = f" «{_bdi(relation.title)}»" if relation.title else ""
    return f"<p>{_bdi(subject)} <small>{_bdi(relation.type.value)}</small>{title} {_bdi(object_)}</p>"


def _word(key: str, *, plain: bool = False) -> str:
    if plain:
        return f"{arabic(key)} {english(key)}"
    return f'{arabic(key)} <span lang="en" dir="ltr">{english(key)}</span>'


def _why(reason: str) -> str:
    """Reasons are English, with Arabic words in them."""
    return f'<bdi lang="en" dir="ltr">{_safe(reason)}</bdi>'


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f'<bdi dir="ltr">{confidence:.2f}</bdi>'


def _bdi(text: str) -> str:
    """Words of either script beside each other, each in its own direction."""
    return f"<bdi>{_safe(text)}</bdi>"


def _safe(text: str) -> str:
    return escape(visible(text))
