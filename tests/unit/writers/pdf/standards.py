"""What an independent validator, `page-validation`, finds in a PDF against PDF/A-3a and PDF/UA-1."""

import re

from page import ValidationFailure, ValidationProfile, validate_pdf_bytes

PROFILES = (ValidationProfile.PDF_A_3A, ValidationProfile.PDF_UA_1)
# It takes the last byte of a stream, where that is a carriage return, for a part of the line end after it.
LENGTH = "STREAM-LENGTH-001"
_BEGINS, _ENDS = b"stream\n", b"\nendstream"


def faults(pdf: bytes) -> list[str]:
    """The rules that a file of ours breaks, with the validator's words; raises if it cannot be read at all."""
    return [f"{failure.rule_id}: {failure.message}" for failure in failures(pdf) if not _is_excused(failure, pdf)]


def failures(pdf: bytes) -> list[ValidationFailure]:
    """What the validator says, as it says it."""
    reports = [validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    assert all(report.is_compliant or report.failures for report in reports)
    return [failure for report in reports for failure in report.failures]


def _is_excused(failure: ValidationFailure, pdf: bytes) -> bool:
    return failure.rule_id.endswith(LENGTH) and lengths_are_exact(pdf)


def lengths_are_exact(pdf: bytes) -> bool:
    """Whether every stream ends, to the byte, where its length says. The line ends are those that our writer sets."""
    place = 0
    while (begin := pdf.find(b"stream", place)) >= 0:
        length = re.search(rb"/Length (\d+)(?!\d| \d).*>>\n$", pdf[place:begin], re.DOTALL)
        place = begin + len(_BEGINS) + int(length[1]) + len(_ENDS) if length else len(pdf)
        if pdf[begin : begin + len(_BEGINS)] != _BEGINS or pdf[place - len(_ENDS) : place] != _ENDS:
            return False
    return True
