"""What lays out the PDFs of one build: a process for each core, and the pages that earlier builds have kept."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from referral.app.pdf_engines import Presses
from referral.app.project import Project
from referral.case.files import vault_path
from referral.case.model import DocumentRequest, PdfEngine
from referral.protection.vault_file import ENCRYPTED_SUFFIX
from referral.writers.pdf import as_engine as weasyprint
from referral.writers.pdf.kept import Kept
from referral.writers.pdf.press import Engine, Job, Press
from referral.writers.pdf.workers import Workers
from referral.writers.typst import as_engine as typst

_KEPT = Path(".cache", "pages")


@contextmanager
def presses_for(
    project: Project, requests: Iterable[DocumentRequest], formats: Collection[str], keeps: bool, starts: bool = True
) -> Iterator[Presses]:
    """The presses for these documents: none that nobody needs, and none at all where no process may be started.

    `keeps` allows pages to stay in the case folder.
    """
    engines = {request.pdf_engine for request in requests} if starts and "pdf" in formats else set()
    folder = kept_pages(project) if keeps else None
    with ExitStack() as running:
        yield Presses(
            weasyprint=_press(weasyprint.ENGINE, folder, running) if PdfEngine.WEASYPRINT in engines else None,
            typst=_press(typst.ENGINE, folder, running) if PdfEngine.TYPST in engines else None,
        )


def _press(engine: Engine[Job], folder: Path | None, running: ExitStack) -> Press[Job]:
    """Processes that end with `running`, and what earlier builds have kept in the folder."""
    workers = running.enter_context(Workers(cores(), engine))
    return Kept(workers, folder) if folder else workers


def kept_pages(project: Project) -> Path | None:
    """Where pages of a case may be kept, which hold what its documents hold: in its own folder, or nowhere.

    Nowhere if the case is one file, or its vault is encrypted: no word of that may lie on the disk.
    """
    folder = project.loaded.folder
    vault = vault_path(folder)
    is_encrypted = vault.with_name(vault.name + ENCRYPTED_SUFFIX).exists()
    is_one_file = not Path(project.loaded.origin.shown_as).is_dir()
    return None if is_encrypted or is_one_file else folder / _KEPT


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
