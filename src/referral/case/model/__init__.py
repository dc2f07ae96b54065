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
from referral.case.model.custody import Capture
from referral.case.model.evidence import Correction, EvidenceItem, EvidenceKind, Source
from referral.case.model.facts import Fact, Incident, OpenQuestion, Precision, QuantityClaim
from referral.case.model.files import FileObject, Manifest
from referral.case.model.leads import Lead, Perishability
from referral.case.model.people import OccupationPeriod, Person, Place, Posting, RoleName, Unit
from referral.case.model.proceedings import Proceeding
from referral.case.model.release import DisclosureRecord, ReleasePermission
from referral.case.model.reviews import Fingerprint, Review
from referral.case.model.root import (
    ENTRIES,
    SCHEMA_VERSION,
    SECTIONS,
    SINGLE_SECTIONS,
    Case,
    DocumentRequest,
    Header,
    PartyKind,
    PdfEngine,
)
from referral.case.model.scalars import Ref, Term

__all__ = [
    "ENTRIES",
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
    "DisclosureRecord",
    "DocumentRequest",
    "Entity",
    "EvidenceItem",
    "EvidenceKind",
    "Fact",
    "FileObject",
    "Fingerprint",
    "Header",
    "Incident",
    "JustifiedGap",
    "Lead",
    "LocalText",
    "Locator",
    "Manifest",
    "Mapping",
    "Model",
    "OccupationPeriod",
    "OpenQuestion",
    "PartyKind",
    "PdfEngine",
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
    "ReleasePermission",
    "Reply",
    "Review",
    "RoleName",
    "Source",
    "Status",
    "Strength",
    "Term",
    "Tier",
    "Unit",
]
