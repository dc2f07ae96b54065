"""Whatever a case holds, no document, report or sidecar tells its recipient what of it he may not know."""

import io
import re
import zipfile
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from referral.app.build import compose_document
from referral.app.coverage import FORMATS as REPORTS
from referral.app.coverage import Asked, report, shown_of
from referral.app.formats import write_document
from referral.app.project import Project
from referral.app.scan import searched, sought_for
from referral.app.sidecar import sidecar_of
from referral.case.model import Case, DocumentRequest
from referral.composition.requests import problems, resolved
from referral.protection.profiles import PROFILES
from referral.protection.vault import Vault
from referral.protection.vault_file import LoadedVault
from tests.end_to_end.case_fields import places
from tests.end_to_end.documents import SMALL, project
from tests.end_to_end.variations import read_files
from tests.property.everybody import fields_of_persons
from tests.property.guarded_cases import HIGHEST, Guarded, guarded_cases

pytestmark = pytest.mark.slow

LIGHT = ("text", "html", "docx")
_MARK = re.compile(r"<[^<>]*>")


@cache
def requests() -> list[DocumentRequest]:
    """Every kind of document for each of its recipients, in each language."""
    kinds = project(SMALL).templates.kinds.values()
    return [
        DocumentRequest(id=kind.id, lang=lang, profile=profile)
        for kind in kinds
        for profile in sorted(kind.profiles)
        for lang in project(SMALL).templates.languages(kind.id)
    ]


def project_of(guarded: Guarded) -> Project:
    """As if it had been read; what the rules of a case say of it is passed over: the view must hold without them."""
    read = project(SMALL)
    loaded = replace(read.loaded, case=Case.model_validate(guarded.files["case"]))
    vault = LoadedVault(Vault.model_validate(guarded.files["vault"]))
    return Project(loaded, vault, read.law, read.templates)


def fitting(made: Project, request: DocumentRequest) -> DocumentRequest | None:
    """The request, about the first person whom it can be about; None if the case has nobody for it."""
    case, templates, law = made.loaded.case, made.templates, made.law
    asked = [request, *(request.model_copy(update={"person": person.id}) for person in case.persons)]
    fit = (one for one in asked if not list(problems(one, case, templates, law)))
    return next((resolved(one, case, templates) for one in fit), None)


def documents(made: Project, request: DocumentRequest, formats: tuple[str, ...]) -> dict[str, bytes]:
    """The files of a document with its sidecar."""
    composed = compose_document(made, request)
    return {**write_document(composed.document, formats), "sources": sidecar_of(made, request, composed).to_bytes()}


def drawn(guarded: Guarded, request: DocumentRequest, formats: tuple[str, ...]) -> tuple[Project, dict[str, bytes]]:
    made = project_of(guarded)
    fit = fitting(made, request)
    assume(fit is not None)
    assert fit
    return made, documents(made, fit, formats)


def reports(made: Project, profile: str, lang: str) -> dict[str, bytes]:
    asked = Asked(profile, lang=lang)
    return {name: report(made, asked, shown_of(made, asked), name) for name in REPORTS}


def text_of(data: bytes) -> str:
    """All that stands in a file, read in the plainest way: every part of a package, marks left out and kept."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        return "\n".join([*package.namelist(), *parts, *(_MARK.sub("", part) for part in parts)])


def told(files: dict[str, bytes], guarded: Guarded, profile: str) -> list[tuple[str, str]]:
    """What must not be told and is, by format."""
    unfit = {
        *guarded.hidden_words(profile),
        *guarded.unsaid_words(profile),
        *guarded.kept_words(profile),
        *guarded.codes_of_others(profile),
        *guarded.secrets(profile),
    }
    texts = {name: text_of(data).casefold() for name, data in files.items()}
    return [(name, words) for name, text in texts.items() for words in sorted(unfit) if words.casefold() in text]


def leaks(files: dict[str, bytes], made: Project, profile: str) -> list[object]:
    """What the search of the program itself finds."""
    sought = sought_for(made, made.view(profile))
    return [finding for name, data in files.items() for finding in searched(data, f"x.{name}", sought)]


REQUESTS = st.deferred(lambda: st.sampled_from(requests()))  # the case is not read while tests are collected
CASES = guarded_cases(read_files(SMALL))
# Each example is a whole document.
settings.register_profile("documents", deadline=None, suppress_health_check=list(HealthCheck))
MANY, FEW = settings.get_profile("documents"), settings(settings.get_profile("documents"), max_examples=3)


@settings(MANY, max_examples=40)
@given(CASES, REQUESTS)
def test_no_document_tells_what_its_recipient_may_not_know(guarded: Guarded, request: DocumentRequest):
    made, files = drawn(guarded, request, LIGHT)

    assert [] == told(files, guarded, request.profile), guarded
    assert [] == leaks(files, made, request.profile), guarded


@settings(MANY, max_examples=20)
@given(CASES, st.sampled_from(sorted(HIGHEST)), st.sampled_from(["uk", "en"]))
def test_no_report_on_coverage_tells_it(guarded: Guarded, profile: str, lang: str):
    made = project_of(guarded)
    files = reports(made, profile, lang)

    assert [] == told(files, guarded, profile), guarded
    assert [] == leaks(files, made, profile), guarded


@FEW
@given(CASES, REQUESTS)
def test_no_pdf_tells_it(guarded: Guarded, request: DocumentRequest):
    made, files = drawn(guarded, request, ("pdf",))

    assert [] == leaks(files, made, request.profile), guarded


def test_there_is_no_place_for_a_person_where_nobody_ever_stands():
    """Of all fields of the models; else what a new one tells would be tried by nobody."""
    filled: set[str] = set()

    @settings(MANY, max_examples=10, derandomize=True, database=None)
    @given(CASES)
    def gather(guarded: Guarded) -> None:
        codes = {person["id"] for person in guarded.files["case"]["persons"]}
        for place in places(guarded.files):
            if place.may_hold_a_person and codes & {*in_a_list(place.value(guarded.files))}:
                filled.add(place.kind)

    gather()
    assert {"evidence.custody.agent", "proceedings.absences.counsel.person"} < fields_of_persons()
    assert set() == fields_of_persons() - filled


def in_a_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_every_profile_has_its_line_among_what_is_expected():
    assert HIGHEST == {name: profile.highest.value for name, profile in PROFILES.items()}


def test_what_is_looked_for_is_told_to_those_who_may_know_it():
    """Else nothing above could fail."""
    files = read_files(SMALL)
    guarded = Guarded(files, defaultdict(lambda: "nowhere", {"EV-0005": "Пояснення особи PER-002"}))
    request = DocumentRequest(id="evidence-annex", lang="uk", profile="prosecution")
    composed = documents(project_of(guarded), request, ("text", "docx"))

    assert {"text", "docx", "sources"} == {name for name, _ in told(composed, guarded, "public")}
