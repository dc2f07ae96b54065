"""What lays out the PDFs of one build: a process for each core, and the pages that earlier builds have kept."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from referral.app.project import Project
from referral.case.files import vault_path
from referral.case.model import DocumentRequest, PdfEngine
from referral.protection.vault_file import ENCRYPTED_SUFFIX
from referral.writers.pdf.kept import Kept
from referral.writers.pdf.press import Press
from referral.writers.pdf.workers import Workers

_KEPT = Path(".cache", "pages")


@contextmanager
def press_for(
    project: Project, requests: Iterable[DocumentRequest], formats: Collection[str], keeps: bool
) -> Iterator[Press | None]:
    """The press for these documents; None if none of them needs it. `keeps` allows pages to stay in the case folder."""
    if "pdf" not in formats or all(request.pdf_engine is PdfEngine.TYPST for request in requests):
        yield None
        return
    with Workers(_cores()) as workers:
        folder = kept_pages(project) if keeps else None
        yield Kept(workers, folder) if folder else workers


def kept_pages(project: Project) -> Path | None:
    """Where pages of a case may be kept, which hold what its documents hold: in its own folder, or nowhere.

    Nowhere if the case is one file, or its vault is encrypted: no word of that may lie on the disk.
    """
    folder = project.loaded.folder
    vault = vault_path(folder)
    is_encrypted = vault.with_name(vault.name + ENCRYPTED_SUFFIX).exists()
    is_one_file = not Path(project.loaded.origin.shown_as).is_dir()
    return None if is_encrypted or is_one_file else folder / _KEPT


def _cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
