"""Prepares war-crime referrals: a case in YAML, checked, mapped to the elements of offences, written as documents.

The verbs of the pipeline and their types are promised here; everything else is internal. Names load when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from referral import version

if TYPE_CHECKING:
    from referral.app.build import build as build
    from referral.app.build import compose_document as compose
    from referral.app.build import write_document as write
    from referral.app.project import Project, Sources, check_case, load_case
    from referral.coverage import Coverage, assess
    from referral.diagnostics import Diagnostic
    from referral.errors import InvalidCaseError, ReferralError
    from referral.law import Law, check_law, load_law

__version__ = version.VERSION

_HOMES = {
    "Coverage": "referral.coverage",
    "Diagnostic": "referral.diagnostics",
    "InvalidCaseError": "referral.errors",
    "Law": "referral.law",
    "Project": "referral.app.project",
    "ReferralError": "referral.errors",
    "Sources": "referral.app.project",
    "assess": "referral.coverage",
    "build": "referral.app.build",
    "check_case": "referral.app.project",
    "check_law": "referral.law",
    "compose": "referral.app.build:compose_document",
    "load_case": "referral.app.project",
    "load_law": "referral.law",
    "write": "referral.app.build:write_document",
}

__all__ = [  # noqa: RUF022 - in the order of use
    "check_case",
    "load_case",
    "check_law",
    "load_law",
    "assess",
    "compose",
    "write",
    "build",
    "Project",
    "Sources",
    "Coverage",
    "Law",
    "Diagnostic",
    "ReferralError",
    "InvalidCaseError",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'referral' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(import_module(module), attribute or name)
