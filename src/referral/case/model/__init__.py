"""The entities of a case as frozen models; field names are the keys of the YAML files."""

from referral.case.model.answers import Answer, Reply
from referral.case.model.base import Citation, Confidentiality, Entity, LocalText, Locator, Model, Status
from referral.case.model.charges import (
    Bearing,
    Charge,
    Considered,
    JustifiedGap,
    Mapping,
    ReadBy,
    ReadMapping,
    Strength,
    Tier,
)
from referral.case.model.evidence import Capture, Correction, EvidenceItem, EvidenceKind, Source
from referral.case.model.facts import Fact, Incident, OpenQuestion, Precision, QuantityClaim
from referral.case.model.files import FileObject
from referral.case.model.leads import Lead, Perishability
from referral.case.model.people import OccupationPeriod, Person, Place, Posting, RoleName, Unit
from referral.case.model.proceedings import Proceeding
from referral.case.model.root import (
    SCHEMA_VERSION,
    SECTIONS,
    SINGLE_SECTIONS,
    Case,
    DocumentRequest,
    Header,
    PartyKind,
)
from referral.case.model.scalars import Ref, Term

__all__ = [
    "SCHEMA_VERSION",
    "SECTIONS",
    "SINGLE_SECTIONS",
    "Answer",
    "Bearing",
    "Capture",
    "Case",
    "Charge",
    "Citation",
    "Confidentiality",
    "Considered",
    "Correction",
    "DocumentRequest",
    "Entity",
    "EvidenceItem",
    "EvidenceKind",
    "Fact",
    "FileObject",
    "Header",
    "Incident",
    "JustifiedGap",
    "Lead",
    "LocalText",
    "Locator",
    "Mapping",
    "Model",
    "OccupationPeriod",
    "OpenQuestion",
    "PartyKind",
    "Perishability",
    "Person",
    "Place",
    "Posting",
    "Precision",
    "Proceeding",
    "QuantityClaim",
    "ReadBy",
    "ReadMapping",
    "Ref",
    "Reply",
    "RoleName",
    "Source",
    "Status",
    "Strength",
    "Term",
    "Tier",
    "Unit",
]
