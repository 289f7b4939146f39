"""The closed vocabularies of the annotation guidelines, as Enums.

The values are the guidelines' names, which are also the local names of the
classes and properties in ``ontology/kgbuild.ttl``; a test holds the two together.
"""

from __future__ import annotations

from enum import Enum
from typing import NoReturn


class Label(str, Enum):
    """A closed set whose error lists the members, so that a typo explains itself."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        members = ", ".join(member.value for member in cls)
        raise ValueError(f"no {cls.__name__} is called {value!r}; there are: {members}")

    def __str__(self) -> str:
        return str(self.value)


class EntityType(Label):
    """What kind of thing an entity is (guidelines, section 1)."""

    PERSON = "Person"
    STATE = "State"
    GOVERNMENT_BODY = "GovernmentBody"
    MILITARY_FORCE = "MilitaryForce"
    ARMED_GROUP = "ArmedGroup"
    POLITICAL_GROUP = "PoliticalGroup"
    INTERNATIONAL_ORGANIZATION = "InternationalOrganization"
    MEDIA_ORGANIZATION = "MediaOrganization"
    ORGANIZATION = "Organization"
    POPULATION = "Population"
    COUNTRY = "Country"
    GOVERNORATE = "Governorate"
    SETTLEMENT = "Settlement"
    AREA = "Area"
    FACILITY = "Facility"
    ROAD = "Road"
    NATURAL_FEATURE = "NaturalFeature"
    OPERATION = "Operation"

    @property
    def is_actor(self) -> bool:
        """Whether entities of this type act (``kgb:Actor``)."""
        return self in ACTOR_TYPES

    @property
    def is_place(self) -> bool:
        """Whether entities of this type are places (``kgb:Place``)."""
        return self in PLACE_TYPES


PLACE_TYPES = frozenset(
    {
        EntityType.COUNTRY,
        EntityType.GOVERNORATE,
        EntityType.SETTLEMENT,
        EntityType.AREA,
        EntityType.FACILITY,
        EntityType.ROAD,
        EntityType.NATURAL_FEATURE,
    }
)
ACTOR_TYPES = frozenset(EntityType) - PLACE_TYPES - {EntityType.OPERATION}


class EventType(Label):
    """What kind of happening an event is (guidelines, section 2)."""

    ARMED_CLASH = "ArmedClash"
    ATTACK = "Attack"
    AIR_STRIKE = "AirStrike"
    SHELLING = "Shelling"
    BOMBING = "Bombing"
    KILLING = "Killing"
    INJURY = "Injury"
    SEIZURE = "Seizure"
    ADVANCE = "Advance"
    ENTRY = "Entry"
    WITHDRAWAL = "Withdrawal"
    DEPLOYMENT = "Deployment"
    REPULSION = "Repulsion"
    SIEGE = "Siege"
    DESTRUCTION = "Destruction"
    ARREST = "Arrest"
    ABDUCTION = "Abduction"
    RELEASE = "Release"
    DISPLACEMENT = "Displacement"
    OPERATION_LAUNCH = "OperationLaunch"
    CEASEFIRE = "Ceasefire"
    AGREEMENT = "Agreement"
    MEETING = "Meeting"
    PHONE_CALL = "PhoneCall"
    VISIT = "Visit"
    SUPPORT = "Support"
    AID = "Aid"
    DEMAND = "Demand"
    ACCUSATION = "Accusation"
    REJECTION = "Rejection"
    THREAT = "Threat"
    SANCTION = "Sanction"
    PROTEST = "Protest"
    POLITICAL_CHANGE = "PoliticalChange"


class Role(Label):
    """How an entity takes part in an event."""

    AGENT = "agent"
    TARGET = "target"
    PLACE = "place"
    OPERATION = "operation"


class Stance(Label):
    """Whether a claim's source says that the event happened or that it did not."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Modality(Label):
    """Whether an event is told as happened, planned or merely possible."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


class RelationType(Label):
    """A lasting relation between two entities (guidelines, section 4)."""

    LOCATED_IN = "locatedIn"
    LEADS = "leads"
    MEMBER_OF = "memberOf"
    PART_OF = "partOf"
    HOLDS_POSITION = "holdsPosition"
    ALLIED_WITH = "alliedWith"
    OPPOSED_TO = "opposedTo"
    SPOKESPERSON_FOR = "spokespersonFor"
