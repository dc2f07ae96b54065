"""Documents of a case: composed from the recipient's view, written in each format, put into the output folder."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from referral.app.output import OutputFolder
from referral.app.project import Project
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed, compose, taken_by
from referral.composition.kinds import SOURCE_SUFFIX
from referral.composition.requests import filer, problems, resolved, same_files, stem
from referral.document.nodes import Document
from referral.errors import DocumentError, UsageError
from referral.version import VERSION
from referral.writers.docx import write_docx
from referral.writers.html import write_html
from referral.writers.pdf import write_pdf
from referral.writers.text import write_text

SUFFIXES = {"docx": "docx", "pdf": "pdf", "html": "html", "text": "txt"}
DEFAULT_FORMATS = ("docx", "pdf")
_BY_SUFFIX = {suffix: name for name, suffix in SUFFIXES.items()}


def compose_document(project: Project, request: DocumentRequest) -> Composed:
    """One document of a case. Raises UsageError if it does not exist or its recipient may not have it."""
    request = _accepted(project, request)
    view = project.view(request.profile, project.templates.kinds[request.id].use, filer(request, project.templates))
    try:
        return compose(view, project.law, project.templates, request, VERSION)
    except DocumentError as failure:
        name = f"{request.id}/{request.lang}{SOURCE_SUFFIX}"
        raise DocumentError(str(failure) if name in str(failure) else f"{name}: {failure}") from failure


def _accepted(project: Project, request: DocumentRequest) -> DocumentRequest:
    """The request, complete. The files of the case are free of errors, so what is wrong with it was asked for here."""
    for _, _, message, hint in problems(request, project.loaded.case, project.templates, project.law):
        raise UsageError(f"{message}; {hint}" if hint else message)
    return resolved(request, project.loaded.case, project.templates)


def known_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats asked for, each once. UsageError if there is one that we do not write, or none at all."""
    wanted = tuple(dict.fromkeys(_BY_SUFFIX.get(name, name) for name in formats))
    unknown = [name for name in wanted if name not in SUFFIXES]
    if unknown or not wanted:
        raise UsageError(f"the formats are {', '.join(SUFFIXES)}; not {', '.join(unknown) or 'nothing'}")
    return wanted


def write_document(document: Document, formats: Iterable[str]) -> dict[str, bytes]:
    """The document in each format. The table of contents of the DOCX has the page numbers of our own PDF."""
    formats = known_formats(formats)
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
    out: str | Path,
    formats: Iterable[str] = DEFAULT_FORMATS,
    force: bool = False,
) -> list[Built]:
    """Write documents into `out/<case>/<profile>/<document>.<lang>.<format>`; the files, in their order."""
    return list(build_each(project, requests, Path(out), formats, force))


def build_each(
    project: Project,
    requests: Sequence[DocumentRequest],
    out: Path,
    formats: Iterable[str] = DEFAULT_FORMATS,
    force: bool = False,
) -> Iterator[Built]:
    """The same, each file written when it is asked for."""
    formats = known_formats(formats)
    _require_one_file_each(project, requests)
    for request in requests:
        composed = compose_document(project, request)
        folder, names, inputs = _target(project, request, out, formats)
        written = write_document(composed.document, formats)
        for name, file_format in zip(names, formats, strict=True):
            path = folder.write(name, written[file_format], inputs, force)
            yield Built(path, True, len(composed.open_points))


def check_output(
    project: Project, requests: Sequence[DocumentRequest], out: Path, formats: Iterable[str] = DEFAULT_FORMATS
) -> Iterator[Built]:
    """For each file that `build` would write: whether it is there, unchanged, and from the same inputs."""
    formats = known_formats(formats)
    _require_one_file_each(project, requests)
    for request in requests:
        folder, names, inputs = _target(project, request, out, formats)
        yield from (Built(folder.folder / name, folder.is_current(name, inputs)) for name in names)


def require_different_cases(projects: Iterable[Project]) -> None:
    """UsageError if two cases have one id: the documents of the later would replace those of the earlier."""
    first: dict[str, Project] = {}
    for project in projects:
        earlier = first.setdefault(project.loaded.case.case.id, project)
        if earlier is not project:
            paths = f"{earlier.loaded.origin.shown_as} and {project.loaded.origin.shown_as}"
            raise UsageError(f'{paths} are both the case "{project.loaded.case.case.id}"; build them one by one')


def _require_one_file_each(project: Project, requests: Sequence[DocumentRequest]) -> None:
    for index, _ in same_files(requests, project.loaded.case, project.templates):
        name = stem(requests[index], project.loaded.case, project.templates)
        raise UsageError(f"two of the documents asked for would become one file, {name}; ask for one of them")


def _target(
    project: Project, request: DocumentRequest, out: Path, formats: Sequence[str]
) -> tuple[OutputFolder, list[str], str]:
    case, templates = project.loaded.case, project.templates
    request = _accepted(project, request)
    kind = templates.kinds[request.id]
    view = taken_by(kind, project.view(request.profile, kind.use, filer(request, templates)))
    parts = (view.digest, project.law.digest, templates.digest, VERSION, request.model_dump_json())
    inputs = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    names = [f"{stem(request, case, templates)}.{SUFFIXES[f]}" for f in formats]
    return OutputFolder(out / case.case.id / request.profile), names, inputs
