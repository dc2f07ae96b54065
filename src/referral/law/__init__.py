"""The law library: dated, sourced provisions with their elements; how they are cited, what may be printed of them."""

from referral.law.check import rule_manuals
from referral.law.force import Force, first_bound, force_on
from referral.law.library import Edition, Law
from referral.law.load import check_law, load_law, read_law
from referral.law.model import Element, Instrument, LawFile, Provision, ProvisionText, Status
from referral.law.model.base import in_language
from referral.law.printable import (
    Wording,
    bound_wording,
    element_wording,
    provision_wording,
    title_wording,
    wording_days,
)

__all__ = [
    "Edition",
    "Element",
    "Force",
    "Instrument",
    "Law",
    "LawFile",
    "Provision",
    "ProvisionText",
    "Status",
    "Wording",
    "bound_wording",
    "check_law",
    "element_wording",
    "first_bound",
    "force_on",
    "in_language",
    "load_law",
    "provision_wording",
    "read_law",
    "rule_manuals",
    "title_wording",
    "wording_days",
]
