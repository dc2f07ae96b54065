"""Documents of a case: composed from the recipient's view, written in each format, put into the output folder."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from referral.app.ahead import one_ahead
from referral.app.formats import DEFAULT_FORMATS, begin_document, formats_for, known_formats
from referral.app.letterhead import letterhead_of
from referral.app.pdf_engines import NO_PRESSES, Presses, engine_hint
from referral.app.pictures import picture_reader
from referral.app.printing import presses_for
from referral.app.project import Project
from referral.app.release import Finished, Release
from referral.app.sidecar import SOURCES, sidecar_of
from referral.app.target import Target, accepted, inputs_of, require_one_file_each, target_of, view_of
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed, compose
from referral.composition.kinds import SOURCE_SUFFIX
from referral.document.nodes import Document
from referral.document.parts import Part, parts
from referral.errors import DocumentError, UsageError
from referral.version import VERSION


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
    begin = partial(_begin, project, formats, letterhead, presses)
    documents = map(begin, requests) if presses == NO_PRESSES else one_ahead(begin, requests)
    for document in documents:
        files = list(document.files())
        view = view_of(project, document.request)
        target = target_of(project, document.request, out, letterhead)  # only now: it knows what was written till then
        for file in release.let_out(target.folder, files, view):
            yield Built(target.folder.folder / file.name, True, file.open_points, hint=file.hint)
        yield from _without_old_parts(target, document.formats, {file.name for file in files}, release.force)


def finished(project: Project, request: DocumentRequest, formats: Iterable[str]) -> Iterator[Finished]:
    """The files of one document as `build` would write them, not yet searched."""
    return _begin(project, known_formats(formats), None, NO_PRESSES, request).files()


@dataclass(frozen=True)
class _Begun:
    """One document that was composed, whose pages are being laid out: what each part waits for gives its formats."""

    project: Project
    request: DocumentRequest
    formats: Sequence[str]
    target: Target
    composed: Composed
    parts: Sequence[tuple[Part, Callable[[], Mapping[str, bytes]]]]

    def files(self) -> Iterator[Finished]:
        """In each format the main file, and those of annexes of another level."""
        for part, written in self.parts:
            in_format = written()
            for file_format in self.formats:
                data = self._sidecar(part.document) if file_format == SOURCES else in_format[file_format]
                yield self._finished(part, file_format, data)

    def _sidecar(self, document: Document) -> bytes:
        composed = replace(self.composed, document=document, open_points=document.open_points)
        return sidecar_of(self.project, accepted(self.project, self.request), composed).to_bytes()

    def _finished(self, part: Part, file_format: str, data: bytes) -> Finished:
        made_of = inputs_of(self.project, self.request, self.target.inputs, file_format)
        of = self.target.name(file_format) if part.annex else ""
        hint = engine_hint(part.document, self.request.pdf_engine) if file_format == "pdf" else ""
        points = len(part.document.open_points)
        return Finished(self.target.name(file_format, part.annex), data, made_of, of, points, hint)


def _begin(
    project: Project, formats: Sequence[str], letterhead: Path | None, presses: Presses, request: DocumentRequest
) -> _Begun:
    composed = compose_document(project, request)
    formats = formats_for(project, request, formats)
    of_document = [name for name in formats if name != SOURCES]
    house = letterhead_of(request, project.loaded.folder, letterhead)
    begun = [
        (part, begin_document(part.document, of_document, house, request.pdf_engine, presses))
        for part in parts(composed.document)
    ]
    target = target_of(project, request, Path(), letterhead)
    return _Begun(project, request, formats, target, composed, begun)


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
