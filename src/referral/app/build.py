"""Documents of a case: composed from the recipient's view, written in each format, put into the output folder."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from referral.app.output import OutputFolder
from referral.app.project import Project
from referral.case.checks.absent import gaps_in_ids
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed, compose
from referral.composition.requests import problems, resolved, stem
from referral.document.nodes import Document
from referral.errors import UsageError
from referral.version import VERSION
from referral.writers.docx import write_docx
from referral.writers.html import write_html
from referral.writers.pdf import write_pdf
from referral.writers.text import write_text

SUFFIXES = {"docx": "docx", "pdf": "pdf", "html": "html", "text": "txt"}
DEFAULT_FORMATS = ("docx", "pdf")


def compose_document(project: Project, request: DocumentRequest) -> Composed:
    """One document of a case. Raises UsageError if it does not exist or its recipient may not have it."""
    case = project.loaded.case
    for _, _, message, hint in problems(request, case, project.templates):
        raise UsageError(f"{message}; {hint}" if hint else message)
    request = resolved(request, case, project.templates)
    view = project.view(request.profile, project.templates.kinds[request.id].use)
    gaps = [missing for _, _, missing in gaps_in_ids(project.loaded)]
    return compose(view, project.law, project.templates, request, VERSION, gaps)


def listed_request(project: Project, document: str, profile: str | None, lang: str | None) -> DocumentRequest:
    """The request for a document that the case lists, the first that fits. UsageError if it lists none."""
    for request in project.loaded.case.documents:
        if request.id == document and profile in (None, request.profile) and lang in (None, request.lang):
            return request
    raise UsageError(f'the case does not list such a document "{document}"; see `documents` in case.yaml')


def write_document(document: Document, formats: Sequence[str]) -> dict[str, bytes]:
    """The document in each format. The table of contents of the DOCX has the page numbers of our own PDF."""
    pdf = write_pdf(document) if "pdf" in formats else None
    written = {"pdf": pdf.data} if pdf else {}
    if "docx" in formats:
        written["docx"] = write_docx(document, pdf.pages if pdf else None)
    if "html" in formats:
        written["html"] = write_html(document)
    if "text" in formats:
        written["text"] = write_text(document).encode()
    return written


@dataclass(frozen=True)
class Built:
    """One finished file, or with `is_current` False under `--check` one that is missing or stale."""

    path: Path
    is_current: bool = True
    open_points: int = 0


def build(
    project: Project,
    requests: Sequence[DocumentRequest],
    out: Path,
    formats: Sequence[str] = DEFAULT_FORMATS,
    force: bool = False,
) -> Iterator[Built]:
    """Write documents into `out/<case>/<profile>/<document>.<lang>.<format>`, one after the other."""
    for request in requests:
        composed = compose_document(project, request)
        folder, names, inputs = _target(project, request, out, formats)
        written = write_document(composed.document, formats)
        for name, file_format in zip(names, formats, strict=True):
            path = folder.write(name, written[file_format], inputs, force)
            yield Built(path, True, len(composed.open_points))


def check_output(
    project: Project, requests: Sequence[DocumentRequest], out: Path, formats: Sequence[str] = DEFAULT_FORMATS
) -> Iterator[Built]:
    """For each file that `build` would write: whether it is there, unchanged, and from the same inputs."""
    for request in requests:
        folder, names, inputs = _target(project, request, out, formats)
        yield from (Built(folder.folder / name, folder.is_current(name, inputs)) for name in names)


def _target(
    project: Project, request: DocumentRequest, out: Path, formats: Sequence[str]
) -> tuple[OutputFolder, list[str], str]:
    case, templates = project.loaded.case, project.templates
    request = resolved(request, case, templates)
    view = project.view(request.profile, templates.kinds[request.id].use)
    parts = (view.digest, project.law.digest, templates.digest, VERSION, request.model_dump_json())
    inputs = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    names = [f"{stem(request, case, templates)}.{SUFFIXES[f]}" for f in formats]
    return OutputFolder(out / case.case.id / request.profile), names, inputs
