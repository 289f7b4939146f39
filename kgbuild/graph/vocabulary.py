"""Every term of an ontology that the graph uses: the one place where their names stand.

``kgb:`` terms are those of ``ontology/kgbuild.ttl``; :func:`own_terms` lists them, so
that a test can hold the two together. The other namespaces are W3C's, OGC's and schema.org's.
"""

from __future__ import annotations

from typing import TypeVar

from pyoxigraph import NamedNode

from kgbuild.iris import KGB
from kgbuild.labels import EntityType, EventType, Label, Modality, RelationType, Role, Stance

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_PROV = "http://www.w3.org/ns/prov#"
_OA = "http://www.w3.org/ns/oa#"
_TIME = "http://www.w3.org/2006/time#"
_GEO = "http://www.opengis.net/ont/geosparql#"

_LabelT = TypeVar("_LabelT", bound=Label)


def _named_after(labels: type[_LabelT]) -> dict[_LabelT, NamedNode]:
    """Return the ``kgb:`` term of each member: the labels' values are the ontology's names."""
    return {label: NamedNode(KGB + label.value) for label in labels}


ENTITY_CLASS = _named_after(EntityType)
EVENT_CLASS = _named_after(EventType)
ROLE = _named_after(Role)
STANCE = _named_after(Stance)
MODALITY = _named_after(Modality)
# A position that is held is a node (kgb:Position), so it has no property of its own.
RELATION: dict[RelationType, NamedNode] = {
    kind: term for kind, term in _named_after(RelationType).items() if kind is not RelationType.HOLDS_POSITION
}

KGB_SENTENCE = NamedNode(f"{KGB}Sentence")
KGB_MENTION = NamedNode(f"{KGB}Mention")
KGB_EVENT_CLAIM = NamedNode(f"{KGB}EventClaim")
KGB_RELATION_CLAIM = NamedNode(f"{KGB}RelationClaim")
KGB_POSITION = NamedNode(f"{KGB}Position")

KGB_INDEX = NamedNode(f"{KGB}index")
KGB_TEXT = NamedNode(f"{KGB}text")
KGB_DENOTES = NamedNode(f"{KGB}denotes")
KGB_IN_SENTENCE = NamedNode(f"{KGB}inSentence")
KGB_IN_DOCUMENT = NamedNode(f"{KGB}inDocument")
KGB_EVIDENCE = NamedNode(f"{KGB}evidence")
KGB_COUNTRY_CODE = NamedNode(f"{KGB}countryCode")
KGB_TERRITORY = NamedNode(f"{KGB}territory")
KGB_CANDIDATE = NamedNode(f"{KGB}candidate")
KGB_DIRECTION = NamedNode(f"{KGB}direction")
KGB_TRIGGER = NamedNode(f"{KGB}trigger")
KGB_DATE = NamedNode(f"{KGB}date")
KGB_TIME = NamedNode(f"{KGB}time")
KGB_EXPRESSION = NamedNode(f"{KGB}expression")
KGB_COUNT = NamedNode(f"{KGB}count")
KGB_MODALITY = NamedNode(f"{KGB}modality")
KGB_CONFIDENCE = NamedNode(f"{KGB}confidence")
KGB_ABOUT = NamedNode(f"{KGB}about")
KGB_CLAIMANT = NamedNode(f"{KGB}claimant")
KGB_STANCE = NamedNode(f"{KGB}stance")
KGB_HOLDER = NamedNode(f"{KGB}holder")
KGB_BODY = NamedNode(f"{KGB}body")
KGB_POSITION_TITLE = NamedNode(f"{KGB}positionTitle")

RDF_TYPE = NamedNode(f"{_RDF}type")
RDF_SUBJECT = NamedNode(f"{_RDF}subject")
RDF_PREDICATE = NamedNode(f"{_RDF}predicate")
RDF_OBJECT = NamedNode(f"{_RDF}object")
RDFS_LABEL = NamedNode(f"{_RDFS}label")
SKOS_ALT_LABEL = NamedNode(f"{_SKOS}altLabel")
SKOS_EXACT_MATCH = NamedNode(f"{_SKOS}exactMatch")

XSD_DATE = NamedNode(f"{_XSD}date")
XSD_YEAR_MONTH = NamedNode(f"{_XSD}gYearMonth")
XSD_YEAR = NamedNode(f"{_XSD}gYear")
XSD_DECIMAL = NamedNode(f"{_XSD}decimal")
XSD_DOUBLE = NamedNode(f"{_XSD}double")
XSD_INTEGER = NamedNode(f"{_XSD}integer")
XSD_OFFSET = NamedNode(f"{_XSD}nonNegativeInteger")
XSD_ANY_URI = NamedNode(f"{_XSD}anyURI")

SCHEMA_NEWS_ARTICLE = NamedNode(f"{_SCHEMA}NewsArticle")
SCHEMA_DATASET = NamedNode(f"{_SCHEMA}Dataset")
SCHEMA_IDENTIFIER = NamedNode(f"{_SCHEMA}identifier")
SCHEMA_HEADLINE = NamedNode(f"{_SCHEMA}headline")
SCHEMA_DATE_PUBLISHED = NamedNode(f"{_SCHEMA}datePublished")
SCHEMA_PUBLISHER = NamedNode(f"{_SCHEMA}publisher")
SCHEMA_URL = NamedNode(f"{_SCHEMA}url")
SCHEMA_IN_LANGUAGE = NamedNode(f"{_SCHEMA}inLanguage")
SCHEMA_NAME = NamedNode(f"{_SCHEMA}name")
SCHEMA_SOFTWARE_VERSION = NamedNode(f"{_SCHEMA}softwareVersion")

PROV_ENTITY = NamedNode(f"{_PROV}Entity")
PROV_ACTIVITY = NamedNode(f"{_PROV}Activity")
PROV_SOFTWARE_AGENT = NamedNode(f"{_PROV}SoftwareAgent")
PROV_WAS_DERIVED_FROM = NamedNode(f"{_PROV}wasDerivedFrom")
PROV_WAS_GENERATED_BY = NamedNode(f"{_PROV}wasGeneratedBy")
PROV_WAS_ASSOCIATED_WITH = NamedNode(f"{_PROV}wasAssociatedWith")
PROV_WAS_INFLUENCED_BY = NamedNode(f"{_PROV}wasInfluencedBy")
PROV_USED = NamedNode(f"{_PROV}used")

OA_SPECIFIC_RESOURCE = NamedNode(f"{_OA}SpecificResource")
OA_HAS_SOURCE = NamedNode(f"{_OA}hasSource")
OA_HAS_SELECTOR = NamedNode(f"{_OA}hasSelector")
OA_POSITION_SELECTOR = NamedNode(f"{_OA}TextPositionSelector")
OA_QUOTE_SELECTOR = NamedNode(f"{_OA}TextQuoteSelector")
OA_START = NamedNode(f"{_OA}start")
OA_END = NamedNode(f"{_OA}end")
OA_EXACT = NamedNode(f"{_OA}exact")
OA_PREFIX = NamedNode(f"{_OA}prefix")
OA_SUFFIX = NamedNode(f"{_OA}suffix")

TIME_TEMPORAL_ENTITY = NamedNode(f"{_TIME}TemporalEntity")
TIME_IN_DATE = NamedNode(f"{_TIME}inXSDDate")
TIME_IN_YEAR_MONTH = NamedNode(f"{_TIME}inXSDgYearMonth")
TIME_IN_YEAR = NamedNode(f"{_TIME}inXSDgYear")

GEO_HAS_GEOMETRY = NamedNode(f"{_GEO}hasGeometry")
GEO_GEOMETRY = NamedNode(f"{_GEO}Geometry")
GEO_AS_WKT = NamedNode(f"{_GEO}asWKT")
# GeoSPARQL 1.1: how far off a position may be, in metres.
GEO_ACCURACY = NamedNode(f"{_GEO}hasMetricSpatialAccuracy")
GEO_WKT_LITERAL = NamedNode(f"{_GEO}wktLiteral")


def own_terms() -> frozenset[str]:
    """Return the IRIs of all ``kgb:`` terms that the graph may contain."""
    named = {term for term in globals().values() if isinstance(term, NamedNode)}
    tables = (ENTITY_CLASS, EVENT_CLASS, ROLE, STANCE, MODALITY, RELATION)
    named.update(term for table in tables for term in table.values())
    return frozenset(term.value for term in named if term.value.startswith(KGB))
