"""Prepares war-crime referrals: a case in YAML, checked, mapped to the elements of offences, written as documents.

The verbs of the command line and their types are promised here; the rest is internal. Names load when first used.
A path may be text or a `Path`; law and templates are those that ship with the program, unless `Sources` says otherwise.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from referral import version

if TYPE_CHECKING:
    from referral.app.build import build as build
    from referral.app.build import compose_document as compose
    from referral.app.bundle import BundleTerms, bundle
    from referral.app.doctor import doctor
    from referral.app.explain import explain
    from referral.app.formats import write_document as write
    from referral.app.names import decline, names
    from referral.app.new_case import start_case as new
    from referral.app.paragraph import explain_paragraph
    from referral.app.project import Project, Sources, check_case, check_law, load_case, load_law
    from referral.app.schemas import schemas as schema
    from referral.app.verify import verify
    from referral.case.model import DocumentRequest
    from referral.coverage import Coverage, assess
    from referral.diagnostics import Diagnostic
    from referral.errors import InvalidCaseError, InvalidLawError, ReferralError, UsageError
    from referral.law import Law

__version__ = version.VERSION

_HOMES = {
    "BundleTerms": "referral.app.bundle",
    "Coverage": "referral.coverage",
    "Diagnostic": "referral.diagnostics",
    "DocumentRequest": "referral.case.model",
    "InvalidCaseError": "referral.errors",
    "InvalidLawError": "referral.errors",
    "Law": "referral.law",
    "Project": "referral.app.project",
    "ReferralError": "referral.errors",
    "Sources": "referral.app.project",
    "UsageError": "referral.errors",
    "assess": "referral.coverage",
    "build": "referral.app.build",
    "bundle": "referral.app.bundle",
    "check_case": "referral.app.project",
    "check_law": "referral.app.project",
    "decline": "referral.app.names",
    "compose": "referral.app.build:compose_document",
    "doctor": "referral.app.doctor",
    "explain": "referral.app.explain",
    "explain_paragraph": "referral.app.paragraph",
    "load_case": "referral.app.project",
    "load_law": "referral.app.project",
    "names": "referral.app.names",
    "new": "referral.app.new_case:start_case",
    "schema": "referral.app.schemas:schemas",
    "verify": "referral.app.verify",
    "write": "referral.app.formats:write_document",
}

__all__ = [  # noqa: RUF022 - in the order of use
    "new",
    "check_case",
    "load_case",
    "check_law",
    "load_law",
    "assess",
    "compose",
    "write",
    "build",
    "bundle",
    "verify",
    "explain",
    "explain_paragraph",
    "names",
    "decline",
    "schema",
    "doctor",
    "Project",
    "Sources",
    "DocumentRequest",
    "BundleTerms",
    "Coverage",
    "Law",
    "Diagnostic",
    "ReferralError",
    "InvalidCaseError",
    "InvalidLawError",
    "UsageError",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'referral' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(import_module(module), attribute or name)
