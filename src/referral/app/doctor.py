"""What the program needs of a machine: checked by using it, not by asking a package manager."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from referral.app.project import Sources, check_law
from referral.composition.kinds import load_templates
from referral.custody.captured.manifest_store import NOT_INSTALLED as NO_MANIFESTS
from referral.custody.captured.manifest_store import can_read
from referral.custody.timestamps.rfc3161 import NOT_INSTALLED as NO_TOKENS
from referral.custody.timestamps.rfc3161 import can_verify
from referral.diagnostics import has_errors
from referral.document.inlines import Text
from referral.document.layout import Layout, Properties
from referral.document.nodes import Document, Paragraph
from referral.errors import ReferralError
from referral.language import DEFAULT_LANGUAGE
from referral.protection.vault_age import NOT_INSTALLED, can_decrypt
from referral.scan.pages import MENDED_BY, can_read_pages
from referral.writers import typst
from referral.writers.docx import write_docx
from referral.writers.pdf import write_pdf


@dataclass(frozen=True)
class Found:
    """One thing looked at; `mend` is what to do if it is lacking, or a remark."""

    what: str
    ok: bool
    mend: str = ""


def doctor(sources: Sources | None = None) -> list[Found]:
    """Everything that is looked at, lacking or not."""
    return list(examine(sources or Sources.of()))


def examine(sources: Sources) -> Iterator[Found]:
    """The same, each thing when it is asked for."""
    yield Found("fast YAML parser (libyaml)", True, "" if yaml.__with_libyaml__ else "not there; the slow one is used")
    yield _law(sources)
    yield _templates(sources)
    yield _writes("DOCX", lambda: write_docx(_PAGE))
    yield _writes("PDF", lambda: write_pdf(_PAGE))
    yield _may_write("PDF output by --pdf-engine typst", lambda: typst.write_pdf(_PAGE))
    yield Found(
        "reading PDF, for the search of finished files", can_read_pages(), "" if can_read_pages() else MENDED_BY
    )
    yield Found("verifying timestamps of authorities", True, "" if can_verify() else NO_TOKENS)  # an extra of few
    yield Found("reading C2PA manifests", True, "" if can_read() else NO_MANIFESTS)  # an extra of few
    yield Found("opening an encrypted vault", True, "" if can_decrypt() else NOT_INSTALLED)  # an extra of few


def _law(sources: Sources) -> Found:
    findings = check_law(sources)
    return Found("law library", not has_errors(findings), "run: referral law check" if has_errors(findings) else "")


def _templates(sources: Sources) -> Found:
    try:
        return Found("templates", bool(load_templates(sources.templates).kinds))
    except ReferralError as failure:
        return Found("templates", False, str(failure))


def _writes(what: str, write: Callable[[], object]) -> Found:
    try:
        write()
    except ReferralError as failure:
        return Found(f"{what} output", False, str(failure))
    return Found(f"{what} output", True)


def _may_write(what: str, write: Callable[[], object]) -> Found:
    """What most do without, so that its lack is a remark."""
    return Found(what, True, _writes(what, write).mend)


_PAGE = Document(Properties(DEFAULT_LANGUAGE, "test page", "2000-01-01"), Layout(), (Paragraph((Text("test"),)),))
