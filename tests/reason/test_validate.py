"""The shapes accept what the model describes, and find what breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, URIRef

from kgbuild.iris import BASE, KGB
from kgbuild.labels import EntityType, EventType, Modality, RelationType, Stance
from kgbuild.reason import validate
from kgbuild.resources import ontology_file

SHAPES = "https://w3id.org/kgbuild/shapes#"
CONFORMING = Path(__file__).with_name("conforming.ttl").read_text(encoding="utf-8")

# What is planted (old text, new text), the thing that is then wrong, the shape that says so.
BREACHES = [
    pytest.param("a kgb:Seizure ;", "a kgb:Seizure, kgb:Advance ;", "event/h", "type", id="two event types"),
    pytest.param("a kgb:Seizure ;", "a kgb:Manoeuvre ;", "event/h", "type", id="only a family"),
    pytest.param("a kgb:Operation ;", "a kgb:Operation, kgb:Person ;", "operation/x-3", "type", id="two types"),
    pytest.param("a kgb:State ;", "a kgb:Actor ;", "actor/syria", "type", id="only an actor"),
    pytest.param('label "الفجر"@ar,', "label", "operation/x-3", "entityLabel", id="only a romanised name"),
    pytest.param('"الفجر"@ar, "Al-Fajr"@ar-Latn', '"Dawn"@en', "operation/x-3", "entityLabel", id="no Arabic name"),
    pytest.param(', "Al-Fajr"@ar-Latn', "", "operation/x-3", "latinLabel", id="no name in Latin letters"),
    pytest.param('"Al-Fajr"@ar-Latn', '"Al-Fajr"@ar-Latn, "Dawn"@en', "operation/x-3", "latinLabel", id="two of them"),
    pytest.param('"Al-Fajr"@ar-Latn', '"Fajr"@ar-Latn, "Al-Fajr"@ar-Latn', "operation/x-3", "labelLanguages", id="2"),
    pytest.param('"الفجر"@ar', '"الفجر"@ar, "فجر"@ar', "operation/x-3", "entityLabel", id="two Arabic names"),
    pytest.param('"الفجر"@ar', '"الفجر"@ar, "فجر"', "operation/x-3", "labelLanguages", id="name without language"),
    pytest.param('altLabel "الفصائل"@ar', 'altLabel "الفصائل"', "actor/x-1", "entityAltLabel", id="bare altLabel"),
    pytest.param('"SY"', '"syr"', "actor/army", "countryCode", id="country code"),
    pytest.param("<https://sws.geonames.org/1/>", '"1"', "place/khan", "exactMatch", id="match is no IRI"),
    pytest.param("POINT(36.65 35.44)", "POINT(35.44 136.65)", "place/khan/point", "asWKT", id="swapped coordinates"),
    pytest.param(" a geo:Geometry ;", " a geo:Feature ;", "place/khan", "hasGeometry", id="no geometry"),
    pytest.param('rdfs:label "سيطرت: خان شيخون"@ar ;', "", "event/h", "eventLabel", id="event without label"),
    pytest.param('kgb:trigger "سيطرت" ;', "", "event/h", "trigger", id="no trigger"),
    pytest.param('kgb:trigger "سيطرت"', 'kgb:trigger "سيطرت", "أخذت"', "event/h", "trigger", id="two triggers"),
    pytest.param("kgb:modality kgb:actual", "kgb:modality kgb:denies", "event/h", "modality", id="no such modality"),
    pytest.param("kgb:modality kgb:actual ;", "", "event/h", "modality", id="no modality"),
    pytest.param(
        "0.87 ; kgb:inDocument <document/k> ;", "0.87 ;", "event/h", "eventDocument", id="event without document"
    ),
    pytest.param(
        "0.87 ; kgb:inDocument <document/k> ; kgb:evidence <sentence/k/0>",
        "0.87 ; kgb:inDocument <document/k>",
        "event/h",
        "eventEvidence",
        id="event without evidence",
    ),
    pytest.param("kgb:agent <actor/x-1>", "kgb:agent <place/khan>", "event/h", "agent", id="a town as agent"),
    pytest.param("kgb:target <actor/army>", "kgb:target <claim/c>", "event/h", "target", id="a claim as target"),
    pytest.param("kgb:target <actor/army>", "kgb:target <actor/no>", "event/h", "target", id="unknown target"),
    pytest.param("kgb:place <place/khan>", "kgb:place <actor/syria>", "event/h", "place", id="a state as place"),
    pytest.param("operation <operation/x-3>", "operation <place/khan>", "event/h", "operation", id="not an operation"),
    pytest.param('kgb:date "2024-11-30"', 'kgb:date "2024"', "event/h", "date", id="a year as xsd:date"),
    pytest.param(
        'kgb:date "2024-11-30"^^xsd:date', 'kgb:date "2024-11-30"', "event/h", "date", id="a date without type"
    ),
    pytest.param('inXSDDate "2024-11-30"', 'inXSDDate "2024-11-29"', "event/h", "timeAgrees", id="two days"),
    pytest.param("kgb:time <event/h/time>", "kgb:time <event/h>", "event/h", "time", id="time is no time"),
    pytest.param(
        'kgb:expression "السبت" ; time:inXSDDate "2024-11-30"^^xsd:date',
        "rdfs:seeAlso <document/k>",
        "event/h/time",
        "timeSaid",
        id="empty time",
    ),
    pytest.param("kgb:count 4", "kgb:count -4", "event/h", "count", id="negative count"),
    pytest.param("kgb:count 4", 'kgb:count "4"', "event/h", "count", id="count as string"),
    pytest.param("kgb:confidence 0.87", "kgb:confidence 87.0", "event/h", "confidence", id="percent as confidence"),
    pytest.param("kgb:about <event/h> ;", "", "event/h", "claimed", id="an event that nobody claims"),
    pytest.param("kgb:about <event/h> ;", "", "claim/c", "about", id="a claim about nothing"),
    pytest.param("kgb:about <event/h>", "kgb:about <actor/army>", "claim/c", "about", id="a claim about an actor"),
    pytest.param("kgb:claimant <actor/army>", "kgb:claimant <place/khan>", "claim/c", "claimant", id="town claims"),
    pytest.param("kgb:stance kgb:denies", "kgb:stance kgb:actual", "claim/c", "stance", id="no such stance"),
    pytest.param("kgb:stance kgb:denies ;", "", "claim/c", "stance", id="no stance"),
    pytest.param("predicate kgb:locatedIn", "predicate kgb:about", "claim/d", "predicate", id="no such relation"),
    pytest.param("rdf:object <place/syria> ;", "", "claim/d", "object", id="relation without object"),
    pytest.param("locatedIn <place/syria>", "locatedIn <actor/syria>", "place/khan", "locatedInObject", id="in state"),
    pytest.param("kgb:partOf <actor/syria>", "kgb:partOf <place/khan>", "actor/army", "partOfObject", id="of a town"),
    pytest.param(
        "kgb:spokespersonFor <actor/army> .",
        "kgb:leads <actor/army> . <place/khan> kgb:leads <actor/army> .",
        "place/khan",
        "ActorRelation",
        id="a town that leads",
    ),
    pytest.param("a kgb:Person ;", "a kgb:Population ;", "position/p", "holder", id="a people in office"),
    pytest.param("kgb:body <actor/syria> ;", "", "position/p", "body", id="office of nobody"),
    pytest.param("oa:exact", "oa:prefix", "mention/k/6-21/quote", "exact", id="quote without text"),
    pytest.param(", <mention/k/6-21/quote> .", " .", "mention/k/6-21", "mentionQuote", id="no quote"),
    pytest.param(
        "<mention/k/6-21/position>, <mention/k/6-21/quote> .",
        "<mention/k/6-21/quote> .",
        "mention/k/6-21",
        "mentionPosition",
        id="no position",
    ),
    pytest.param('end "21"', 'end "6"', "mention/k/6-21/position", "start", id="ends where it starts"),
    pytest.param(
        '"6"^^xsd:nonNegativeInteger', "6", "mention/k/6-21/position", "start", id="offset of the wrong type"
    ),
    pytest.param("kgb:denotes <actor/x-1> ;", "", "mention/k/6-21", "denotes", id="denotes nothing"),
    pytest.param(
        "denotes <event/h>", "denotes <event/h> ; kgb:inSentence <sentence/k/9>", "mention/k/0-5", "inSentence",
        id="in no sentence",
    ),
    pytest.param("kgb:index 0 ;", "", "sentence/k/0", "index", id="sentence without index"),
    pytest.param('على خان شيخون."@ar', 'على خان شيخون."', "sentence/k/0", "text", id="text without language"),
    pytest.param('schema:identifier "item-1" ;', "", "document/k", "identifier", id="no identifier"),
    pytest.param('datePublished "2024-11-30"', 'datePublished "2024-13-45"', "document/k", "datePublished", id="day"),
    pytest.param(
        'datePublished "2024-11-30"^^xsd:date',
        'datePublished "2024-11-30"^^xsd:date, "2024-12-01"^^xsd:date',
        "document/k",
        "datePublished",
        id="published twice",
    ),
    pytest.param("prov:wasGeneratedBy <run/r>", "rdfs:seeAlso <run/r>", "graph/k", "generatedBy", id="graph of no run"),
    pytest.param('schema:softwareVersion "0.1.0"', "rdfs:seeAlso <run/r>", "software/kgbuild-0.1.0",
                 "softwareVersion", id="no version"),
]  # fmt: skip


def _breaches(text: str) -> set[tuple[str, str]]:
    report = validate(Graph().parse(data=text, format="turtle"))
    assert report.conforms is not bool(report.breaches)
    return {(breach.focus.removeprefix(BASE), breach.shape.removeprefix(SHAPES)) for breach in report.breaches}


def test_what_the_model_describes_conforms() -> None:
    assert _breaches(CONFORMING) == set()


@pytest.mark.parametrize(("old", "new", "focus", "shape"), BREACHES)
def test_planted_breach_is_found(old: str, new: str, focus: str, shape: str) -> None:
    assert old in CONFORMING
    assert (focus, shape) in _breaches(CONFORMING.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"2024-11-30"^^xsd:date ; kgb:time', '"2024-11"^^xsd:gYearMonth ; kgb:time'),
        ('"2024-11-30"^^xsd:date ; kgb:time', '"2024"^^xsd:gYear ; kgb:time'),
    ],
)
def test_coarser_dates_conform(old: str, new: str) -> None:
    value = new.partition(" ; ")[0]
    on_node = {"gYearMonth": "time:inXSDgYearMonth", "gYear": "time:inXSDgYear"}[value.rpartition(":")[2]]
    text = CONFORMING.replace(old, new).replace('time:inXSDDate "2024-11-30"^^xsd:date', f"{on_node} {value}")
    assert _breaches(text) == set()


def test_superclasses_added_by_a_reasoner_do_no_harm() -> None:
    text = CONFORMING.replace("a kgb:Seizure ;", "a kgb:Seizure, kgb:Manoeuvre, kgb:Event ;")
    assert _breaches(text) == set()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_breach_says_what_where_and_why(language: str) -> None:
    data = Graph().parse(data=CONFORMING.replace("kgb:count 4", "kgb:count -4"), format="turtle")
    before = len(data)
    (breach,) = validate(data, language=language).breaches
    assert (breach.path, breach.value) == (f"{KGB}count", '"-4"^^<http://www.w3.org/2001/XMLSchema#integer>')
    shape = Graph().parse(ontology_file("shapes.ttl"))
    messages = {str(text) for text in shape.objects(URIRef(breach.shape), SH.message) if text.language == language}
    assert {breach.message} == messages
    assert len(data) == before


def test_breaches_are_sorted_and_distinct() -> None:
    text = CONFORMING.replace('kgb:trigger "سيطرت" ;', "").replace('"SY"', '"syr"')
    breaches = validate(Graph().parse(data=text, format="turtle")).breaches
    assert [breach.focus.removeprefix(BASE) for breach in breaches] == ["actor/army", "event/h"]


def test_every_shape_explains_itself_in_both_languages() -> None:
    shapes = Graph().parse(ontology_file("shapes.ttl"))
    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        languages = sorted(str(message.language) for message in shapes.objects(shape, SH.message))
        assert languages == ["ar", "en"], shape


def test_closed_lists_are_those_of_the_labels() -> None:
    shapes = Graph().parse(ontology_file("shapes.ttl"))

    def listed(shape: str) -> set[str]:
        node = URIRef(SHAPES + shape)
        inner = shapes.value(node, SH.qualifiedValueShape) or node
        return {str(item).removeprefix(KGB) for item in shapes.items(shapes.value(inner, SH["in"]))}

    assert listed("type") == {label.value for label in (*EntityType, *EventType)}
    assert listed("modality") == {label.value for label in Modality}
    assert listed("stance") == {label.value for label in Stance}
    assert listed("predicate") == {label.value for label in RelationType} - {RelationType.HOLDS_POSITION.value}


def test_a_breach_says_which_named_graph_it_stands_in(tmp_path: Path) -> None:
    sentence = "<https://example.org/s> a <https://w3id.org/kgbuild/ontology#Sentence>"
    path = tmp_path / "two.trig"
    path.write_text(f"<https://example.org/g2> {{ {sentence} }} <https://example.org/g1> {{ {sentence} }}", "utf-8")
    assert {breach.graph for breach in validate(path).breaches} == {"https://example.org/g1"}
