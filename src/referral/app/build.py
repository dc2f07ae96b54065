"""Documents of a case: composed from the recipient's view, written in each format, put into the output folder."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from referral.app.letterhead import bytes_of_letterhead, letterhead_of, on_letterhead
from referral.app.output import OutputFolder
from referral.app.pictures import picture_reader
from referral.app.project import Project
from referral.app.release import Finished, Release
from referral.app.sidecar import SOURCES, sidecar_inputs, sidecar_of
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed, compose, taken_by
from referral.composition.kinds import SOURCE_SUFFIX
from referral.composition.requests import annex_stem, filer, problems, resolved, same_files, stem
from referral.document.nodes import Document
from referral.document.parts import parts
from referral.errors import DocumentError, UsageError
from referral.protection.view import View
from referral.version import VERSION
from referral.writers.docx import write_docx
from referral.writers.docx.letterhead import Letterhead
from referral.writers.html import write_html
from referral.writers.pdf import write_pdf
from referral.writers.text import write_text

SUFFIXES = {"docx": "docx", "pdf": "pdf", "html": "html", "text": "txt", SOURCES: "sources.json"}
DEFAULT_FORMATS = ("docx", "pdf")
_BY_SUFFIX = {suffix: name for name, suffix in SUFFIXES.items()}


def compose_document(project: Project, request: DocumentRequest) -> Composed:
    """One document of a case. Raises UsageError if it does not exist or its recipient may not have it."""
    request = _accepted(project, request)
    view = _view(project, request)
    try:
        return compose(view, project.law, project.templates, request, VERSION, picture_reader(project.loaded, view))
    except DocumentError as failure:
        name = f"{request.id}/{request.lang}{SOURCE_SUFFIX}"
        raise DocumentError(str(failure) if name in str(failure) else f"{name}: {failure}") from failure


def _view(project: Project, request: DocumentRequest) -> View:
    """What the recipient of a document may see."""
    return project.view(request.profile, project.templates.kinds[request.id].use, filer(request, project.templates))


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


def write_document(
    document: Document, formats: Iterable[str], letterhead: Letterhead | None = None
) -> dict[str, bytes]:
    """The document in each format. The table of contents of the DOCX has the page numbers of our own PDF.

    UsageError for `sources`, which a document alone does not tell.
    """
    formats = known_formats(formats)
    if SOURCES in formats:
        raise UsageError(f"{SOURCES} are not written from a document; they are built with it")
    document = on_letterhead(document, letterhead)
    pdf = write_pdf(document) if "pdf" in formats else None
    written = {"pdf": pdf.data} if pdf else {}
    if "docx" in formats:
        written["docx"] = write_docx(document, pdf.pages if pdf else None, letterhead)
    if "html" in formats:
        written["html"] = write_html(document)
    if "text" in formats:
        written["text"] = write_text(document).encode()
    return written


def _write_all(
    project: Project, request: DocumentRequest, composed: Composed, formats: Sequence[str], own: Path | None
) -> dict[str, bytes]:
    """The document in each format, and its sidecar if that is among them; `own` is a letterhead."""
    of_document = [name for name in formats if name != SOURCES]
    letterhead = letterhead_of(request, project.loaded.folder, own)
    written = write_document(composed.document, of_document, letterhead) if of_document else {}
    if SOURCES in formats:
        written[SOURCES] = sidecar_of(project, _accepted(project, request), composed).to_bytes()
    return written


def formats_for(project: Project, request: DocumentRequest, formats: Sequence[str]) -> Sequence[str]:
    """The formats of one document: with the usual ones comes the sidecar of a kind that is traced."""
    kind = project.templates.kinds.get(request.id)
    is_usual = kind is not None and kind.traced and tuple(formats) == DEFAULT_FORMATS
    return (*formats, SOURCES) if is_usual else formats


@dataclass(frozen=True)
class Built:
    """One finished file, or with `is_current` False under `--check` one that is missing or stale.

    One that `is_removed` held an annex that has no file of its own any more.
    """

    path: Path
    is_current: bool = True
    open_points: int = 0
    is_removed: bool = False


def build(
    project: Project,
    requests: Sequence[DocumentRequest],
    out: str | Path,
    formats: Iterable[str] = DEFAULT_FORMATS,
    force: bool = False,
    letterhead: Path | None = None,
) -> list[Built]:
    """Write documents into `out/<case>/<profile>/<document>.<lang>.<format>`; the files, in their order.

    An annex whose level is not that of the main text becomes `<document>.annex-m.<lang>.<format>`.
    """
    return list(build_each(project, requests, Path(out), formats, force, letterhead))


def build_each(
    project: Project,
    requests: Sequence[DocumentRequest],
    out: Path,
    formats: Iterable[str] = DEFAULT_FORMATS,
    force: bool = False,
    letterhead: Path | None = None,
) -> Iterator[Built]:
    """The same, each file written when it is asked for, and only if it tells its recipient of nobody (`Release`)."""
    formats = known_formats(formats)
    _require_one_file_each(project, requests)
    release = Release(project, force)
    for request in requests:
        composed = compose_document(project, request)
        own = formats_for(project, request, formats)
        target = _target(project, request, out, letterhead)
        files = list(_finished(project, request, composed, target, own, letterhead))
        for file in release.let_out(target.folder, files, _view(project, request)):
            yield Built(target.folder.folder / file.name, True, file.open_points)
        yield from _without_old_parts(target, own, {file.name for file in files}, force)


def _finished(
    project: Project,
    request: DocumentRequest,
    composed: Composed,
    target: "_Target",
    formats: Sequence[str],
    letterhead: Path | None,
) -> Iterator[Finished]:
    """The files of one document: in each format the main one, and those of annexes of another level."""
    for part in parts(composed.document):
        points = part.document.open_points
        file = replace(composed, document=part.document, open_points=points)
        written = _write_all(project, request, file, formats, letterhead)
        for file_format in formats:
            made_of = _inputs(project, request, target.inputs, file_format)
            of = target.name(file_format) if part.annex else ""
            yield Finished(target.name(file_format, part.annex), written[file_format], made_of, of, len(points))


def _without_old_parts(
    target: "_Target", formats: Sequence[str], written: Collection[str], force: bool
) -> Iterator[Built]:
    """Removes the files of annexes that are no longer files of their own."""
    for file_format in formats:
        for name in target.folder.parts_of(target.name(file_format)):
            if name not in written:
                yield Built(target.folder.remove(name, force), is_removed=True)


def check_output(
    project: Project,
    requests: Sequence[DocumentRequest],
    out: Path,
    formats: Iterable[str] = DEFAULT_FORMATS,
    letterhead: Path | None = None,
) -> Iterator[Built]:
    """For each file that `build` would write: whether it is there, unchanged, and from the same inputs."""
    formats = known_formats(formats)
    _require_one_file_each(project, requests)
    for request in requests:
        own = formats_for(project, request, formats)
        target = _target(project, request, out, letterhead)
        for file_format in own:
            made_of, main = _inputs(project, request, target.inputs, file_format), target.name(file_format)
            for name in (main, *target.folder.parts_of(main)):  # while the inputs are the same, so are the parts
                yield Built(target.folder.folder / name, target.folder.is_current(name, made_of))


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


def _inputs(project: Project, request: DocumentRequest, inputs: str, file_format: str) -> str:
    return sidecar_inputs(project, _accepted(project, request), inputs) if file_format == SOURCES else inputs


@dataclass(frozen=True)
class _Target:
    """Where the files of one document go, what they are called after, and the digest of what they are made from."""

    folder: OutputFolder
    stem: str
    inputs: str

    def name(self, file_format: str, annex: str | None = None) -> str:
        return f"{annex_stem(self.stem, annex) if annex else self.stem}.{SUFFIXES[file_format]}"


def _target(project: Project, request: DocumentRequest, out: Path, letterhead: Path | None) -> _Target:
    case, templates = project.loaded.case, project.templates
    request = _accepted(project, request)
    view = taken_by(templates.kinds[request.id], _view(project, request))
    parts = (view.digest, project.law.digest, templates.digest, VERSION, request.model_dump_json())
    house = bytes_of_letterhead(request, project.loaded.folder, letterhead)
    inputs = hashlib.sha256("\0".join(parts).encode() + (b"\0" + house if house else b"")).hexdigest()
    return _Target(OutputFolder(out / case.case.id / request.profile), stem(request, case, templates), inputs)
