"""Documents of a case: composed from the recipient's view, written in each format, put into the output folder."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from referral.app.ahead import AT_ONCE, in_turn
from referral.app.letterhead import letterhead_of, on_letterhead
from referral.app.pdf_engines import NO_PRESSES, Presses, engine_hint, write_pdf
from referral.app.pictures import picture_reader
from referral.app.printing import presses_for
from referral.app.project import Project
from referral.app.release import Finished, Release
from referral.app.sidecar import SOURCES, sidecar_of
from referral.app.target import SUFFIXES, Target, accepted, inputs_of, require_one_file_each, target_of, view_of
from referral.case.model import DocumentRequest, PdfEngine
from referral.composition.compose import Composed, compose
from referral.composition.kinds import SOURCE_SUFFIX
from referral.document.nodes import Document
from referral.document.parts import parts
from referral.errors import DocumentError, UsageError
from referral.version import VERSION
from referral.writers.docx import write_docx
from referral.writers.docx.letterhead import Letterhead
from referral.writers.html import write_html
from referral.writers.text import write_text

DEFAULT_FORMATS = ("docx", "pdf")
_BY_SUFFIX = {suffix: name for name, suffix in SUFFIXES.items()}


def compose_document(project: Project, request: DocumentRequest) -> Composed:
    """One document of a case. Raises UsageError if it does not exist or its recipient may not have it."""
    request = accepted(project, request)
    view = view_of(project, request)
    try:
        told = view.codes.in_request(request)
        return compose(view, project.law, project.templates, told, VERSION, picture_reader(project.loaded, view))
    except DocumentError as failure:
        name = f"{request.id}/{request.lang}{SOURCE_SUFFIX}"
        raise DocumentError(str(failure) if name in str(failure) else f"{name}: {failure}") from failure


def known_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats asked for, each once. UsageError if there is one that we do not write, or none at all."""
    wanted = tuple(dict.fromkeys(_BY_SUFFIX.get(name, name) for name in formats))
    unknown = [name for name in wanted if name not in SUFFIXES]
    if unknown or not wanted:
        raise UsageError(f"the formats are {', '.join(SUFFIXES)}; not {', '.join(unknown) or 'nothing'}")
    return wanted


def write_document(
    document: Document,
    formats: Iterable[str],
    letterhead: Letterhead | None = None,
    engine: PdfEngine = PdfEngine.WEASYPRINT,
    presses: Presses = NO_PRESSES,
) -> dict[str, bytes]:
    """The document in each format. The table of contents of the DOCX has the page numbers of our own PDF.

    Without `presses` the PDF is laid out by this very process.

    UsageError for `sources`, which a document alone does not tell.
    """
    formats = known_formats(formats)
    if SOURCES in formats:
        raise UsageError(f"{SOURCES} are not written from a document; they are built with it")
    document = on_letterhead(document, letterhead)
    pdf = write_pdf(document, engine, presses) if "pdf" in formats else None
    written = {"pdf": pdf.data} if pdf else {}
    if "docx" in formats:
        written["docx"] = write_docx(document, pdf.pages if pdf else None, letterhead)
    if "html" in formats:
        written["html"] = write_html(document)
    if "text" in formats:
        written["text"] = write_text(document).encode()
    return written


def _write_all(
    project: Project,
    request: DocumentRequest,
    composed: Composed,
    formats: Sequence[str],
    own: Path | None,
    presses: Presses,
) -> dict[str, bytes]:
    """The document in each format, and its sidecar if that is among them; `own` is a letterhead."""
    of_document = [name for name in formats if name != SOURCES]
    letterhead = letterhead_of(request, project.loaded.folder, own)
    engine = request.pdf_engine
    written = write_document(composed.document, of_document, letterhead, engine, presses) if of_document else {}
    if SOURCES in formats:
        written[SOURCES] = sidecar_of(project, accepted(project, request), composed).to_bytes()
    return written


def formats_for(project: Project, request: DocumentRequest, formats: Sequence[str]) -> Sequence[str]:
    """The formats of one document: with the usual ones comes the sidecar of a kind that is traced."""
    kind = project.templates.kinds.get(request.id)
    is_usual = kind is not None and kind.traced and tuple(formats) == DEFAULT_FORMATS
    return (*formats, SOURCES) if is_usual else formats


@dataclass(frozen=True)
class Built:
    """One finished file, or with `is_current` False under `--check` one that is missing or stale.

    One that `is_removed` held an annex that has no file of its own any more. `hint` is an option that would help.
    """

    path: Path
    is_current: bool = True
    open_points: int = 0
    is_removed: bool = False
    hint: str = ""


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
    keeps_pages: bool = False,
    starts_processes: bool = True,
) -> Iterator[Built]:
    """The same, each file written when it is asked for, and only if it tells its recipient of nobody (`Release`).

    `keeps_pages` lets laid out pages stay in the case folder for the next build. Who does not let it start processes
    lays out all pages in his own.
    """
    formats = known_formats(formats)
    require_one_file_each(project, requests)
    with presses_for(project, requests, formats, keeps_pages, starts_processes) as presses:
        yield from _built(project, requests, out, formats, Release(project, force), letterhead, presses)


def _built(
    project: Project,
    requests: Sequence[DocumentRequest],
    out: Path,
    formats: Sequence[str],
    release: Release,
    letterhead: Path | None,
    presses: Presses,
) -> Iterator[Built]:
    made = [partial(_made, project, request, out, formats, letterhead, presses) for request in requests]
    at_once = 1 if presses == NO_PRESSES else AT_ONCE
    for request, (wanted, files) in zip(requests, in_turn(made, at_once), strict=True):
        target = target_of(project, request, out, letterhead)  # only now: it knows what was written before its turn
        for file in release.let_out(target.folder, files, view_of(project, request)):
            yield Built(target.folder.folder / file.name, True, file.open_points, hint=file.hint)
        yield from _without_old_parts(target, wanted, {file.name for file in files}, release.force)


def _made(
    project: Project, request: DocumentRequest, out: Path, formats: Sequence[str], own: Path | None, presses: Presses
) -> tuple[Sequence[str], list[Finished]]:
    """The formats of one document, and its files; `own` is a letterhead."""
    wanted = formats_for(project, request, formats)
    target = target_of(project, request, out, own)
    return wanted, list(_finished(project, request, target, wanted, own, presses))


def finished(project: Project, request: DocumentRequest, formats: Iterable[str]) -> Iterator[Finished]:
    """The files of one document as `build` would write them, not yet searched."""
    own = formats_for(project, request, known_formats(formats))
    return _finished(project, request, target_of(project, request, Path(), None), own, None)


def _finished(
    project: Project,
    request: DocumentRequest,
    target: Target,
    formats: Sequence[str],
    letterhead: Path | None,
    presses: Presses = NO_PRESSES,
) -> Iterator[Finished]:
    """The files of one document: in each format the main one, and those of annexes of another level."""
    composed = compose_document(project, request)
    for part in parts(composed.document):
        points = part.document.open_points
        file = replace(composed, document=part.document, open_points=points)
        written = _write_all(project, request, file, formats, letterhead, presses)
        for file_format in formats:
            made_of = inputs_of(project, request, target.inputs, file_format)
            of = target.name(file_format) if part.annex else ""
            hint = engine_hint(part.document, request.pdf_engine) if file_format == "pdf" else ""
            yield Finished(target.name(file_format, part.annex), written[file_format], made_of, of, len(points), hint)


def _without_old_parts(
    target: Target, formats: Sequence[str], written: Collection[str], force: bool
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
    require_one_file_each(project, requests)
    for request in requests:
        own = formats_for(project, request, formats)
        target = target_of(project, request, out, letterhead)
        for file_format in own:
            made_of, main = inputs_of(project, request, target.inputs, file_format), target.name(file_format)
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
