"""The sidecar of a document as a file, and what it hangs on beside what the document itself does."""

import hashlib
from pathlib import Path

from referral.app.project import Project
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed, taken_by
from referral.composition.requests import filer
from referral.composition.scene import HEADER
from referral.language.phrases import Phrases
from referral.protection.codes import AS_IN_THE_CASE, Codes
from referral.protection.view import View
from referral.tracing.sidecar import sees_all, sidecar
from referral.tracing.sidecar_model import PlaceInFile, Sidecar

SOURCES = "sources"  # the format


def sidecar_of(project: Project, request: DocumentRequest, composed: Composed) -> Sidecar:
    """Every sentence of a document that was composed for this request, and on what it rests."""
    phrases = Phrases(project.templates.words(request.lang), request.lang)
    view = seen(project, request)
    told = view.codes.in_request(request)
    return sidecar(composed, view, project.law, phrases, told, places(project, view.codes))


def seen(project: Project, request: DocumentRequest) -> View:
    """The view from which the document is composed."""
    kind = project.templates.kinds[request.id]
    return taken_by(kind, project.view(request.profile, kind.use, filer(request, project.templates), kind.read_by))


def places(project: Project, codes: Codes = AS_IN_THE_CASE) -> dict[str, PlaceInFile]:
    """Where each entry was written, by the code that a recipient reads, and the header: file and line, from the folder
    of the case."""
    loaded = project.loaded
    found = {HEADER: loaded.origin.position((HEADER,))}
    entries = loaded.case.entities()
    found |= {codes.by_id.get(entry.id, entry.id): loaded.where(section, index) for section, index, entry in entries}
    folder = loaded.folder.as_posix()
    return {
        name: PlaceInFile(file=Path(place.path).as_posix().removeprefix(f"{folder}/"), line=place.line)
        for name, place in found.items()
    }


def sidecar_inputs(project: Project, request: DocumentRequest, inputs: str) -> str:
    """The digest of what a sidecar is made from: for those who see the whole case, the places of its entries too."""
    if not sees_all(seen(project, request)):
        return inputs
    known = "\n".join(f"{name} {place.file}:{place.line}" for name, place in sorted(places(project).items()))
    return hashlib.sha256(f"{inputs}\0{known}".encode()).hexdigest()
