"""The publication day that a web page declares to machines: metadata, JSON-LD, ``<time>``, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kgbuild.read.dates import iso_day, parse_day

# Names of <meta> elements for the day of publication (Open Graph, schema.org, Dublin Core, common practice).
_META = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date", "dcterms.date", "publish-date", "publishdate", "pubdate", "publication_date", "date",
)  # fmt: skip
_URL_DAY = re.compile(r"[/-]((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")


@dataclass(frozen=True, slots=True)
class DeclaredDay:
    """The day as ``YYYY-MM-DD``, and the declared dates that could not be read on the way to it."""

    date: str | None
    unread: tuple[str, ...] = ()


def declared_day(tree: Any, url: str | None) -> DeclaredDay:
    """Return the publication day of a parsed page (an lxml element).

    Dates in running text are not read: «السبت 2 نيسان 2016» in a page may be the day of
    another item, and a guessed day would shift every "yesterday" of the article.
    """
    unread: list[str] = []
    for written in chain(_meta_dates(tree), _json_ld_dates(tree), _time_dates(tree)):
        day = parse_day(written)
        if day:
            return DeclaredDay(day, tuple(unread))
        unread.append(written)
    match = _URL_DAY.search(url or "")
    return DeclaredDay(iso_day(int(match[1]), int(match[2]), int(match[3])) if match else None, tuple(unread))


def _meta_dates(tree: Any) -> Iterator[str]:
    named: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        named.setdefault(name.lower(), element.get("content") or "")
    yield from (named[name] for name in _META if named.get(name, "").strip())


def _json_ld_dates(tree: Any) -> Iterator[str]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            # Broken JSON-LD is common on the web and declares nothing.
            continue
        for thing in _top_level(value):
            date = thing.get("datePublished")
            if isinstance(date, str) and date.strip():
                yield date


def _top_level(value: Any) -> Iterator[dict[str, Any]]:
    """The things that the page is about; deeper ones may be teasers of other items."""
    things = value if isinstance(value, list) else [value]
    for thing in things:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _time_dates(tree: Any) -> Iterator[str]:
    """A ``<time>`` marked as publication; else the one in the article, if there is only one."""
    marked = tree.xpath('//time[@datetime and (@pubdate or @itemprop="datePublished")]/@datetime')
    inside = set(tree.xpath("//article//time/@datetime | //main//time/@datetime"))
    yield from marked[:1] or (inside if len(inside) == 1 else ())
