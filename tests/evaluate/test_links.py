"""Links against a key: what counts as made, as linkable, as right."""

from __future__ import annotations

from kgbuild.evaluate import score_links
from kgbuild.iris import BASE
from kgbuild.labels import EntityType
from kgbuild.records import Annotation, Article, Entity, Knowledge, Name, Node


def node(path: str, kind: EntityType, **facts: str) -> Node:
    return Node(BASE + path, kind, (Name("اسم", "ar", preferred=True),), **facts)


def resolved(*nodes: Node) -> Knowledge:
    entities = tuple(Entity(f"e{number}", found.type, "اسم", ()) for number, found in enumerate(nodes))
    by_id = dict(zip((entity.id for entity in entities), nodes, strict=True))
    return Knowledge(Annotation(Article("d", "…"), entities), BASE + "document/d", by_id)


def key(*links: str | tuple[str, str] | None) -> list[dict[str, str | None]]:
    rows: list[dict[str, str | None]] = []
    for number, link in enumerate(links):
        row = {"document": "d", "entity": f"e{number}", "name": "اسم", "link": None}
        part = {"within": link[0], "direction": link[1]} if isinstance(link, tuple) else {"link": link}
        rows.append(row | part)
    return rows


def test_wrong_links_cost_accuracy_and_missed_ones_coverage():
    unknown = node("actor/x-1", EntityType.PERSON)
    found = [node("actor/a", EntityType.PERSON), node("actor/b", EntityType.PERSON), unknown, unknown]
    report = score_links(key("actor/a", None, "actor/c", None), [resolved(*found)])
    score = report.scores["all"]
    assert (score.right, score.made, score.linkable) == (1, 2, 2)
    assert (score.accuracy, score.coverage) == (0.5, 0.5)
    assert [error.split()[1] for error in report.errors] == ["e1", "e2"]


def test_parts_are_told_by_what_they_are_within():
    north = node("place/x-1", EntityType.AREA, within=BASE + "place/hama", direction="N")
    somewhere = node("place/x-2", EntityType.SETTLEMENT, within=BASE + "place/hama")
    report = score_links(key(("place/hama", "N"), None), [resolved(north, somewhere)])
    assert report.scores["all"].accuracy == report.scores["all"].coverage == 1.0
    assert report.scores["Settlement"].made == 0
    report = score_links(key(("place/hama", "S")), [resolved(north)])
    assert report.scores["Area"].right == 0


def test_what_the_key_lacks_is_left_out():
    assert score_links([], [resolved(node("actor/a", EntityType.PERSON))]).scores == {}
