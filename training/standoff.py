"""Stand-off annotations: what was annotated in articles whose texts may not be copied, as offsets into them.

``python -m training.standoff RECORDS.jsonl … > FILE`` takes the texts out of annotation records.
Offsets are Unicode code points of the article's text, end exclusive; what they cover is read from the article again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from kgbuild.errors import AnnotationError
from kgbuild.read import ReadOptions, read_articles
from kgbuild.records import Article
from kgbuild.sentences import split_sentences
from training.gold import Record, read_gold

TEXT, DIGEST = "text", "sha256"
# Of the article; a stand-off record has none of these.
BORROWED = ("title", "date", "publisher", TEXT)


def detached(record: Record) -> Record:
    """Return a gold record without text: mentions and triggers as ``[start, end]``, and a digest of the text."""
    text = record[TEXT]
    entities = [
        {"id": entity["id"], "type": entity["type"], "mentions": [_first(text, name, 0) for name in entity["mentions"]]}
        for entity in record["entities"]
    ]
    starts = [start for start, _ in split_sentences(text)]
    events = [
        {key: value for key, value in event.items() if key not in ("trigger", "sentence")}
        | {"trigger": _first(text, event["trigger"], starts[event["sentence"]])}
        for event in record["events"]
    ]
    # The words of a title are the text's; learning needs the relation alone.
    relations = [{key: relation[key] for key in ("type", "subject", "object")} for relation in record["relations"]]
    return {
        "id": record["id"], DIGEST: _digest(text), "entities": entities, "events": events, "relations": relations,
    }  # fmt: skip


def attached(records: Iterable[Record], files: Sequence[Path]) -> list[Record]:
    """Return ``records`` with the texts of the articles in ``files`` put back where they have none.

    Raises:
        AnnotationError: an article is not in the files, or its text is another one.
    """
    records = list(records)
    wanted = {record["id"] for record in records if TEXT not in record}
    found = read_articles(files, options=ReadOptions()) if wanted else ()
    articles = {item.id: item for item in found if isinstance(item, Article) and item.id in wanted}
    return [record if TEXT in record else _attach(record, articles.get(record["id"])) for record in records]


def _attach(record: Record, article: Article | None) -> Record:
    if article is None:
        raise AnnotationError("its article is not there", where=record["id"], hint="name its file after --articles")
    if _digest(article.text) != record[DIGEST]:
        raise AnnotationError("its article has another text than the annotated one", where=record["id"])
    text = article.text
    entities = []
    for entity in record["entities"]:
        mentions = [text[start:end] for start, end in entity["mentions"]]
        entities.append({**entity, "name": max(mentions, key=len), "mentions": mentions})
    ends = [end for _, end in split_sentences(text)]
    events = []
    for event in record["events"]:
        start, end = event["trigger"]
        sentence = next(number for number, last in enumerate(ends) if start < last)
        events.append({**event, "trigger": text[start:end], "sentence": sentence})
    kept = {key: value for key, value in record.items() if key != DIGEST}
    return {**kept, **{key: getattr(article, key) for key in BORROWED}, "entities": entities, "events": events}


def _first(text: str, surface: str, low: int) -> list[int]:
    start = text.index(surface, low)
    return [start, start + len(surface)]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def main() -> None:
    """Print the records of gold files without their texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    for record in read_gold(parser.parse_args().gold):
        print(json.dumps(detached(record), ensure_ascii=False))


if __name__ == "__main__":
    main()
