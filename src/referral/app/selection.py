"""Which documents are asked for: those that the case lists, narrowed; or one by name, listed or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from referral.app.project import Project
from referral.case.model import DocumentRequest, PdfEngine
from referral.composition.requests import may_file, persons_meant
from referral.errors import UsageError
from referral.protection.profiles import NARROWEST, PROFILES
from referral.schema_errors import nearest


@dataclass(frozen=True)
class Wanted:
    """What to look for; None asks for all."""

    document: str | None = None
    lang: str | None = None
    profile: str | None = None
    person: str | None = None
    pdf_engine: PdfEngine | None = None  # instead of the one that the case asks for


def selected(project: Project, wanted: Wanted) -> list[DocumentRequest]:
    """The requests that fit. UsageError if none does, or if there is no such document, language or profile."""
    if wanted.profile not in (None, *PROFILES):
        raise UsageError(f'there is no profile "{wanted.profile}"; profiles: {", ".join(PROFILES)}')
    chosen = _named(project, wanted.document, wanted) if wanted.document else _listed(project, wanted)
    if wanted.person:
        chosen = _about(project, chosen, wanted.person)
    if not chosen:
        raise UsageError("no document to build: the case lists none that fits; see `documents` in case.yaml")
    return [r.model_copy(update={"pdf_engine": wanted.pdf_engine}) for r in chosen] if wanted.pdf_engine else chosen


def one_request(project: Project, wanted: Wanted) -> DocumentRequest:
    """One document: the first of the case's list that fits, else as `selected` would make it."""
    for request in _listed(project, wanted):
        if request.id == wanted.document and wanted.person in (None, request.person):
            return request
    return selected(project, wanted)[0]


def _listed(project: Project, wanted: Wanted) -> list[DocumentRequest]:
    return [
        request
        for request in project.loaded.case.documents
        if wanted.lang in (None, request.lang) and wanted.profile in (None, request.profile)
    ]


def _named(project: Project, document: str, wanted: Wanted) -> list[DocumentRequest]:
    """One document for one recipient, in each language and about each person for which it is listed; or anew."""
    languages = _languages(project, document, wanted.lang)
    profile = wanted.profile or NARROWEST
    listed = [r for r in project.loaded.case.documents if r.id == document and r.lang in languages]
    made = listed or [DocumentRequest(id=document, lang=code, profile=profile) for code in languages]
    found: dict[tuple[str, str | None], DocumentRequest] = {}
    for request in sorted(made, key=lambda r: r.profile != profile):
        found.setdefault((request.lang, request.person), request.model_copy(update={"profile": profile}))
    return list(found.values())


def _languages(project: Project, document: str, lang: str | None) -> list[str]:
    if document not in project.templates.kinds:
        hint = nearest(document, project.templates.kinds)
        raise UsageError(f'there is no document "{document}"' + (f"; {hint}" if hint else ""))
    known = project.templates.languages(document)
    if lang not in (None, *known):
        raise UsageError(f'"{document}" has no source in "{lang}"; languages: {", ".join(known)}')
    return [lang] if lang else known


def _about(project: Project, requests: Iterable[DocumentRequest], person: str) -> list[DocumentRequest]:
    """The documents about this person, or filed by him. The date of another’s is not the date of his."""
    kinds, case = project.templates.kinds, project.loaded.case
    about = [r for r in requests if kinds[r.id].about_person or person in may_file(kinds[r.id], case)]
    if not about:
        raise UsageError("a person is named for a document about one person, and none is asked for")
    meant = {name: (*persons_meant(kind, case), *may_file(kind, case)) for name, kind in kinds.items()}
    about = [r for r in about if person in meant[r.id]] or about
    found: dict[tuple[str, str, str], DocumentRequest] = {}
    for request in sorted(about, key=lambda r: r.person != person):
        own = request if request.person in (None, person) else request.model_copy(update={"date": None})
        found.setdefault((request.id, request.lang, request.profile), own.model_copy(update={"person": person}))
    return list(found.values())
