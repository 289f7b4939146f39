"""Stand-off annotations: what was annotated in articles whose texts may not be copied, as offsets into them.

``python -m training.standoff RECORDS.jsonl … > FILE`` takes the texts out of annotation records.
Offsets are Unicode code points of the article's text, end exclusive; what they cover is read from the article again.
Nothing else of the text is kept: an entity gets its longest mention as its name, a relation loses its title.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kgbuild.errors import AnnotationError
from kgbuild.labels import Role
from kgbuild.read import ReadOptions, read_articles
from kgbuild.read.surfaces import first_occurrence
from kgbuild.records import Article, Skipped
from kgbuild.sentences import split_sentences
from training.gold import UNCHECKED, Record, has_checked_names, read_gold

TEXT, DIGEST = "text", "digest"
# Of the article; a stand-off record has none of these.
BORROWED = ("title", "date", "publisher", TEXT)
# What an event has beside its id, type, trigger and claims; what is as here is not written.
OF_EVENT: Record = {
    "agent": [], "target": [], "place": [], "operation": [], "time": None, "count": None, "modality": "actual",
}  # fmt: skip
ARTICLE_ALONE = [{"source": None, "stance": "asserts"}]
OF_RELATION = ("type", "subject", "object")
# Enough of a SHA-256 to tell texts apart.
DIGITS = 16

Span = list[int]


def detached(record: Record) -> Record:
    """Return a gold record without text: mentions and triggers as ``[start, end]``, and a digest of the text.

    Raises:
        AnnotationError: a mention or trigger is not in the text.
    """
    try:
        return {
            "id": record["id"],
            DIGEST: _digest(record[TEXT]),
            **({} if has_checked_names(record) else {UNCHECKED: True}),
            "entities": [_detached_entity(record[TEXT], entity) for entity in _kept_entities(record)],
            "events": [_detached_event(record[TEXT], event) for event in record["events"]],
            "relations": [{key: relation[key] for key in OF_RELATION} for relation in record["relations"]],
        }
    except ValueError as error:
        raise AnnotationError("a mention or trigger is not in its text", where=record["id"]) from error


def _kept_entities(record: Record) -> list[Record]:
    """Names that nobody checked are kept where an event refers to them."""
    if has_checked_names(record):
        return list(record["entities"])
    events = record["events"]
    told = {entity for event in events for role in Role for entity in event[role.value]}
    told |= {claim["source"] for event in events for claim in event["claims"]}
    return [entity for entity in record["entities"] if entity["id"] in told]


def _detached_entity(text: str, entity: Record) -> Record:
    mentions = [_span(text, mention, (0, len(text))) for mention in entity["mentions"]]
    return {"id": entity["id"], "type": entity["type"], "mentions": mentions}


def _detached_event(text: str, event: Record) -> Record:
    trigger = _span(text, event["trigger"], split_sentences(text)[event["sentence"]])
    claims = [{key: claim[key] for key in ("source", "stance")} for claim in event["claims"]]
    told = {key: event[key] for key, usual in OF_EVENT.items() if event[key] != usual}
    said = {} if claims == ARTICLE_ALONE else {"claims": claims}
    return {"id": event["id"], "type": event["type"], "trigger": trigger, **told, **said}


def _span(text: str, surface: Any, within: tuple[int, int]) -> Span:
    """Where a surface stands: as it says itself (``{"text", "start", "end"}``), else where it is first a whole word."""
    if isinstance(surface, dict):
        return [surface["start"], surface["end"]]
    found = first_occurrence(text, surface, start=within[0], end=within[1])
    return [found.start, found.end]


def attached(records: Iterable[Record], files: Sequence[Path]) -> list[Record]:
    """Return ``records`` with the texts of the articles in ``files`` put back where they have none.

    Raises:
        AnnotationError: a file cannot be read, an article is not in the files, or its text is another one.
    """
    records = list(records)
    wanted = {record["id"] for record in records if TEXT not in record}
    articles = {item.id: item for item in _articles(files) if item.id in wanted} if wanted else {}
    return [record if TEXT in record else _attach(record, articles.get(record["id"])) for record in records]


def _articles(files: Sequence[Path]) -> Iterator[Article]:
    for item in read_articles(files, options=ReadOptions()):
        if isinstance(item, Article):
            yield item
        elif isinstance(item, Skipped) and item.where in map(str, files):
            raise AnnotationError(f"cannot be read: {item.reason}", where=item.where)


def _attach(record: Record, article: Article | None) -> Record:
    if article is None:
        raise AnnotationError("its article is not there", where=record["id"], hint="name its file after --articles")
    if _digest(article.text) != record.get(DIGEST):
        raise AnnotationError("its article has another text than the annotated one", where=record["id"])
    text = article.text
    ends = [end for _, end in split_sentences(text)]
    kept = {key: value for key, value in record.items() if key != DIGEST}
    borrowed = {key: getattr(article, key) for key in BORROWED}
    entities = [_attached_entity(text, entity) for entity in record["entities"]]
    events = [_told(text, ends, event) for event in record["events"]]
    return {**kept, **borrowed, "entities": entities, "events": events}


def _attached_entity(text: str, entity: Record) -> Record:
    mentions = list(dict.fromkeys(text[start:end] for start, end in entity["mentions"]))
    return {**entity, "name": max(mentions, key=len), "mentions": mentions}


def _told(text: str, ends: Sequence[int], event: Record) -> Record:
    start, end = event["trigger"]
    sentence = next(number for number, last in enumerate(ends) if start < last)
    usual = copy.deepcopy({**OF_EVENT, "claims": ARTICLE_ALONE})
    return {**usual, **event, "trigger": text[start:end], "sentence": sentence}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def main() -> None:
    """Print the records of gold files without their texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    try:
        for record in read_gold(parser.parse_args().gold):
            print(json.dumps(detached(record), separators=(",", ":")))
    except AnnotationError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
