"""What kind of thing is not shown: the class that a mark of redaction names, and never a trace of the thing itself."""

from collections.abc import Mapping
from enum import StrEnum


class RedactionClass(StrEnum):
    """Classes of protected data; a mark of one class is always the same, whatever it stands for."""

    IDENTITY = "identity"
    CONTACT = "contact"
    FAMILY = "family"
    LOCATION_CURRENT = "location_current"
    LOCATION_PAST = "location_past"
    SOURCE_OR_INTERMEDIARY = "source_or_intermediary"
    STAFF = "staff"
    METHOD = "method"
    THIRD_PARTY = "third_party"
    HEALTH_SEXUAL_VIOLENCE = "health_sexual_violence"
    MINOR = "minor"
    OTHER = "other"


_OF_FIELD: Mapping[str, RedactionClass] = {
    "label": RedactionClass.IDENTITY,
    "names": RedactionClass.IDENTITY,
    "citizenships": RedactionClass.IDENTITY,
    "contacts": RedactionClass.CONTACT,
    "family": RedactionClass.FAMILY,
    "residence": RedactionClass.LOCATION_CURRENT,
    "birth_place": RedactionClass.LOCATION_PAST,
    "place": RedactionClass.LOCATION_PAST,
    "places": RedactionClass.LOCATION_PAST,
    "source": RedactionClass.SOURCE_OR_INTERMEDIARY,
    "citations": RedactionClass.SOURCE_OR_INTERMEDIARY,
    "custody": RedactionClass.SOURCE_OR_INTERMEDIARY,
    "received": RedactionClass.SOURCE_OR_INTERMEDIARY,
    "procedural_action": RedactionClass.SOURCE_OR_INTERMEDIARY,
    "captures": RedactionClass.METHOD,
    "persons": RedactionClass.THIRD_PARTY,
    "survivor_of_sexual_violence": RedactionClass.HEALTH_SEXUAL_VIOLENCE,
    "minor": RedactionClass.MINOR,
}


def class_of(field: str) -> RedactionClass:
    """The class of what stands in a field of a case or of an identity."""
    return _OF_FIELD.get(field, RedactionClass.OTHER)
