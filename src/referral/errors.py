"""The whole error language: what is raised when the program could not do the job.

A finding about the user's files is a `Diagnostic`, and a hole in a case is a `Gap`; neither is an exception.
"""

from collections.abc import Sequence
from typing import ClassVar

from referral.diagnostics import Diagnostic, to_text


class ReferralError(Exception):
    """The program could not do the job; the message says why in plain words. `code` is what the command exits with."""

    code: ClassVar[int] = 3


class InvalidInputError(ReferralError):
    """The user's files have errors. Carries every finding, warnings included."""

    code = 1

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(to_text(d) for d in self.diagnostics))


class InvalidCaseError(InvalidInputError):
    """The case files have errors."""


class InvalidLawError(InvalidInputError):
    """The law library has errors."""


class TemplateError(ReferralError):
    """A template failed; the message names template, line and expression."""


class DocumentError(ReferralError):
    """What a template wrote is not a document in our vocabulary."""


class WriteError(ReferralError):
    """A document could not be written."""


class UsageError(ReferralError):
    """What was asked for does not exist or may not be had: wrong usage, not a fault of the files."""

    code = 2


class ProtectedDataError(ReferralError):
    """A finished file tells of somebody whom its recipient may not know; the message says where, never the words."""

    code = 5


class VaultNotOpenedError(ReferralError):
    """Identities are needed, to be printed or to be kept out, and the encrypted vault was not opened."""


def exit_code(failure: Exception) -> int:
    """What a command exits with; 70 for what is neither ours nor the system's, and so a bug."""
    if isinstance(failure, ReferralError):
        return failure.code
    return ReferralError.code if isinstance(failure, OSError) else 70
