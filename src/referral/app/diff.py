"""Two revisions of a case, as a recipient sees them, with the documents that would be others."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from referral.app.build import compose_document
from referral.app.letterhead import bytes_of_letterhead
from referral.app.project import Project
from referral.app.target import accepted, target_of
from referral.case.model import DocumentRequest
from referral.composition.requests import stem
from referral.protection.profiles import INTERNAL
from referral.revision import Compared, DocumentChange, How, Revision, compared
from referral.writers.html import write_html


def diff(before: Project, after: Project, profile: str = INTERNAL) -> Compared:
    """What somebody with this profile could see to differ: entries, states of elements, documents made for him.

    Those who draw up the case are told of the documents for all recipients. UsageError if there is no such profile.
    """
    revisions = _revision(before, profile), _revision(after, profile)
    return compared(*revisions, tuple(_documents(before, after, profile)))


def _revision(project: Project, profile: str) -> Revision:
    """Those who draw up the case know whose identity is in the vault, though none of it is in their view."""
    view = project.view(profile)
    own = view.codes.in_identities(project.vault.identities_for(view.profile)) if view.profile.is_own else {}
    return Revision(view.case, view.coverage, own or view.identities)


def _documents(before: Project, after: Project, profile: str) -> Iterator[DocumentChange]:
    """Those that the later revision asks for, in its order, then those that it asks for no more."""
    old, new = _asked(before, profile), _asked(after, profile)
    for name, request in new.items():
        how = _how(before, old[name], after, request) if name in old else How.ADDED
        if how:
            yield DocumentChange(name, how)
    yield from (DocumentChange(name, How.REMOVED) for name in old if name not in new)


def _asked(project: Project, profile: str) -> dict[str, DocumentRequest]:
    """The requests of a case that concern this reader, by recipient and name of the file."""
    requests = (r for r in project.loaded.case.documents if profile in (INTERNAL, r.profile))
    return {f"{r.profile}/{_name(project, r)}": r for r in requests}


def _name(project: Project, request: DocumentRequest) -> str:
    told = project.codes(request.profile).in_request(accepted(project, request))
    return stem(told, project.loaded.case, project.templates)


def _how(before: Project, old: DocumentRequest, after: Project, new: DocumentRequest) -> How | None:
    """From the same inputs comes the same document; from others it must be composed to be known. None: the same."""
    if _inputs(before, old) == _inputs(after, new):
        return None
    return How.RESTAMPED if _printed(before, old) == _printed(after, new) else How.CHANGED


def _inputs(project: Project, request: DocumentRequest) -> str:
    return target_of(project, request, Path(), None).inputs


def _printed(project: Project, request: DocumentRequest) -> tuple[bytes, bytes, str]:
    """All that a reader gets but the stamp: words, pictures and structure, the letterhead, what lays out the pages."""
    document = compose_document(project, request).document
    unstamped = replace(document, properties=replace(document.properties, stamp=""))
    house = bytes_of_letterhead(request, project.loaded.folder, None)
    return write_html(unstamped), house, request.pdf_engine
