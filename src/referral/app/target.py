"""Where the files of one document go, and what they are made from."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from referral.app.letterhead import bytes_of_letterhead
from referral.app.output import OutputFolder
from referral.app.project import Project
from referral.app.sidecar import SOURCES, sidecar_inputs
from referral.case.model import DocumentRequest
from referral.composition.compose import taken_by
from referral.composition.requests import annex_stem, filer, problems, resolved, same_files, stem
from referral.errors import UsageError
from referral.protection.view import View
from referral.version import VERSION

SUFFIXES = {"docx": "docx", "pdf": "pdf", "html": "html", "text": "txt", SOURCES: "sources.json"}


def view_of(project: Project, request: DocumentRequest) -> View:
    """What the recipient of a document may see."""
    kind = project.templates.kinds[request.id]
    return project.view(request.profile, kind.use, filer(request, project.templates), kind.read_by)


def accepted(project: Project, request: DocumentRequest) -> DocumentRequest:
    """The request, complete. The files of the case are free of errors, so what is wrong with it was asked for here."""
    for _, _, message, hint in problems(request, project.loaded.case, project.templates, project.law):
        raise UsageError(f"{message}; {hint}" if hint else message)
    return resolved(request, project.loaded.case, project.templates)


def require_one_file_each(project: Project, requests: Sequence[DocumentRequest]) -> None:
    """UsageError if two documents would become one file."""
    for index, _ in same_files(requests, project.loaded.case, project.templates):
        name = stem(requests[index], project.loaded.case, project.templates)
        raise UsageError(f"two of the documents asked for would become one file, {name}; ask for one of them")


def inputs_of(project: Project, request: DocumentRequest, inputs: str, file_format: str) -> str:
    """The digest of what one format is made from."""
    return sidecar_inputs(project, accepted(project, request), inputs) if file_format == SOURCES else inputs


@dataclass(frozen=True)
class Target:
    """Where the files of one document go, what they are called after, and the digest of what they are made from."""

    folder: OutputFolder
    stem: str
    inputs: str

    def name(self, file_format: str, annex: str | None = None) -> str:
        return f"{annex_stem(self.stem, annex) if annex else self.stem}.{SUFFIXES[file_format]}"


def target_of(project: Project, request: DocumentRequest, out: Path, letterhead: Path | None) -> Target:
    """Of one document of a build into `out`."""
    case, templates = project.loaded.case, project.templates
    request = accepted(project, request)
    view = taken_by(templates.kinds[request.id], view_of(project, request))
    parts = (view.digest, project.law.digest, templates.digest, VERSION, request.model_dump_json())
    house = bytes_of_letterhead(request, project.loaded.folder, letterhead)
    inputs = hashlib.sha256("\0".join(parts).encode() + (b"\0" + house if house else b"")).hexdigest()
    name = stem(view.codes.in_request(request), case, templates)
    return Target(OutputFolder(out / case.case.id / request.profile), name, inputs)
