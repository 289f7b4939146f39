"""The whole document: expected triples in Turtle, nasty strings, and what cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from kgbuild.errors import StoreError
from kgbuild.graph import Run, knowledge_quads
from kgbuild.iris import BASE, graph_iri
from kgbuild.labels import EntityType, RelationType
from kgbuild.records import Annotation, Article, Entity, Event, Knowledge, Mention, Relation

EXPECTED = Path(__file__).with_name("expected.ttl")

NASTY = [
    'قال: "هدنة" و«سلام» \\ وانتهى',
    "تــطــويــل ومَدّ",
    "نص \u202eمقلوب\u202c و\u200f علامة \u200d\ufeff",
    "سطر\r\nوسطر\tوجدول\u2028وفاصل\x85",
    "\x00\x01\x0b\x7f",
    "'''\"\"\" <http://x/> @ar ^^<y> . } {",
    "😀 𞸀 \U0010ffff",
    "خبر.",
]


def _article_only(text: str, **fields) -> Knowledge:
    return Knowledge(Annotation(Article("doc-2", text, **fields)), f"{BASE}document/2")


def test_quads_are_the_models(knowledge, run):
    made = {quad.triple for quad in knowledge_quads(knowledge, run)}
    expected = {quad.triple for quad in parse(path=EXPECTED)}
    assert made == expected


def test_quads_stand_in_the_documents_graph(knowledge, run):
    assert {quad.graph_name for quad in knowledge_quads(knowledge, run)} == {NamedNode(graph_iri("doc-1"))}


def test_quads_are_distinct(knowledge, run):
    event, *_ = knowledge.annotation.events
    twice = replace(knowledge, annotation=replace(knowledge.annotation, events=(event, event)))
    quads = knowledge_quads(twice, run)
    assert len(quads) == len(set(quads))


def test_base_can_be_set(knowledge, run):
    moved = Knowledge(Annotation(knowledge.annotation.article), "https://example.org/kg/document/1")
    quads = knowledge_quads(moved, replace(run, base="https://example.org/kg/"))
    assert not any(BASE in str(quad) for quad in quads)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
@pytest.mark.parametrize("text", NASTY)
def test_nasty_strings_survive_both_parsers(run, text):
    knowledge = _article_only("نص.", title=text, publisher=text)
    written = serialize(knowledge_quads(knowledge, run), format=RdfFormat.N_QUADS)
    objects = {quad.object.value for quad in parse(written, format=RdfFormat.N_QUADS)}
    assert text in objects
    dataset = rdflib.Dataset()
    dataset.parse(data=written.decode("utf-8"), format="nquads")
    assert text in {str(value) for _, _, value, _ in dataset.quads()}


@pytest.mark.parametrize(
    ("knowledge", "reason"),
    [
        (_article_only("نص", title="\ud800"), "surrogates"),
        (_article_only("نص", url="http://x/\udfff"), "surrogates"),
        (_article_only("نص", date="2024-02-30"), "day"),
        (Knowledge(Annotation(Article("doc-2", "نص")), "no-iri"), "scheme"),
        (Knowledge(Annotation(Article("doc-2", "نص")), f"{BASE}document/2."), "full stop"),
        (
            Knowledge(
                Annotation(
                    Article("doc-2", "نص"), entities=(Entity("e9", EntityType.PERSON, "نص", (Mention("نص", 0, 2),)),)
                ),
                f"{BASE}document/2",
            ),
            "e9",
        ),
    ],
)
def test_what_cannot_be_written_names_the_document(run, knowledge, reason):
    with pytest.raises(StoreError, match=reason) as caught:
        knowledge_quads(knowledge, run)
    assert caught.value.where == "doc-2"


def test_surrogate_in_a_mention_is_refused(knowledge, run):
    broken = replace(knowledge.annotation.article, text=knowledge.annotation.article.text.replace("قوات", "\ud83dوات"))
    with pytest.raises(StoreError, match="surrogates"):
        knowledge_quads(replace(knowledge, annotation=replace(knowledge.annotation, article=broken)), run)


def test_surrogate_in_the_id_gives_a_printable_message(run):
    with pytest.raises(StoreError) as caught:
        knowledge_quads(Knowledge(Annotation(Article("d\ud800", "نص")), f"{BASE}document/2"), run)
    str(caught.value).encode("utf-8")


def test_sentence_that_does_not_exist_is_refused(knowledge, run):
    first, *_ = knowledge.annotation.events
    annotation = replace(knowledge.annotation, events=(replace(first, sentence=7),))
    with pytest.raises(StoreError, match="no sentence 7"):
        knowledge_quads(replace(knowledge, annotation=annotation), run)


def test_two_entities_of_one_node_make_one_filler_and_no_relation_to_itself(knowledge, run, nodes):
    event = knowledge.annotation.events[0]
    annotation = replace(
        knowledge.annotation,
        events=(replace(event, place=("town", "village")),),
        relations=(Relation(RelationType.LOCATED_IN, "village", "town"),),
    )
    merged = replace(knowledge, annotation=annotation, nodes=nodes | {"village": nodes["town"]})
    quads = [str(quad) for quad in knowledge_quads(merged, run)]
    assert len(quads) == len(set(quads))
    assert sum("ontology#place>" in quad for quad in quads) == 1
    assert not any("RelationClaim" in quad for quad in quads)


_SCRIPT = """
import sys
from kgbuild.graph import Run, knowledge_quads
from kgbuild.records import Annotation, Article, Entity, Knowledge, Mention, Name, Node
from kgbuild.labels import EntityType
names = tuple(Name(f"اسم {n}", "ar", n == 0) for n in range(30))
node = Node("https://w3id.org/kgbuild/id/actor/x", EntityType.PERSON, names)
text = "اسم. " * 30
entity = Entity("e1", EntityType.PERSON, "اسم", tuple(Mention("اسم", n * 5, n * 5 + 3) for n in range(30)))
article = Article("doc", text)
knowledge = Knowledge(Annotation(article, (entity,)), "https://w3id.org/kgbuild/id/document/1", {"e1": node})
for quad in knowledge_quads(knowledge, Run("1", "rules")):
    sys.stdout.buffer.write(f"{quad}\\n".encode())
"""


def test_order_does_not_depend_on_the_hash_seed():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) > 100


def test_run_is_part_of_the_activitys_iri(knowledge):
    activities = {
        str(quad.object)
        for run in (Run("0.1.0", "rules"), Run("0.2.0", "rules"), Run("0.1.0", "model"), Run("0.1.0", "rules"))
        for quad in knowledge_quads(knowledge, run)
        if quad.predicate.value.endswith("wasGeneratedBy")
    }
    assert len(activities) == 3


def test_event_without_words_for_its_time(knowledge, run):
    event: Event = replace(knowledge.annotation.events[0], time="2024", time_text=None)
    annotation = replace(knowledge.annotation, events=(event,))
    quads = [str(quad) for quad in knowledge_quads(replace(knowledge, annotation=annotation), run)]
    assert any("inXSDgYear>" in quad and '"2024"^^<http://www.w3.org/2001/XMLSchema#gYear>' in quad for quad in quads)
    assert not any("ontology#expression>" in quad for quad in quads)
