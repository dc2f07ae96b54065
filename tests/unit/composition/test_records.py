"""The internal annex prints what those who draw up a case keep for themselves; no other version has a word of it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from referral.app.build import compose_document
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest
from referral.case.model.people import Consent
from referral.writers.text import write_text

SMALL = Path(__file__).parents[2] / "golden/data/small-case"
RECORDS = """
disclosures:
  - id: DIS-001
    invented: true
    to: {uk: вигаданий захисник, en: an invented counsel}
    profile: prosecution
    on: 2025-02-03
    items: [EV-0001]
    documents: [annex.en.pdf]
    level: confidential
    receipt: "17"
  - {id: DIS-002, invented: true, to: everybody, profile: public, on: 2025-02-04}
"""
TITLES = {"en": "Records of disclosure", "uk": "Записи про передання", "fr": "Relevés de communication"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("records") / "case"))
    with (folder / "case.yaml").open("a", encoding="utf-8") as file:
        file.write(RECORDS)
    return load_case(folder)


@pytest.fixture(scope="module")
def annex(project: Project) -> Callable[[str, str], str]:
    """The text of the annex by language and profile, each made once."""
    return cache(lambda lang, profile: printed(project, lang, profile))


def printed(project: Project, lang: str, profile: str) -> str:
    request = DocumentRequest(id="evidence-annex", lang=lang, profile=profile)
    return write_text(compose_document(project, request).document)


@pytest.mark.parametrize("lang", TITLES)
def test_who_received_what_and_who_told_whom_is_printed_in_every_language(annex: Callable[[str, str], str], lang: str):
    text = annex(lang, "internal")

    assert TITLES[lang] in text
    assert all(words in text for words in ("DIS-001", "annex.en.pdf", "17", "documenter-1"))


def test_what_recipients_do_not_get_is_printed_with_the_reason(annex: Callable[[str, str], str]):
    assert "Public | Annex 5 (EV-0005) | more confidential than this recipient may see" in annex("en", "internal")


@pytest.mark.parametrize("profile", ["prosecution", "public"])
def test_nobody_else_reads_of_it(annex: Callable[[str, str], str], profile: str):
    text = annex("en", profile)

    assert not any(words in text for words in (TITLES["en"], "DIS-001", "an invented counsel"))


def test_who_agreed_for_a_minor_is_printed_beside_the_consent(project: Project):
    case = project.loaded.case
    first, second, *others = case.persons
    consent = Consent(form="письмова", guardian="guardian-1")
    told = case.model_copy(update={"persons": [first, second.model_copy(update={"consent": consent}), *others]})
    anew = Project(replace(project.loaded, case=told), project.vault, project.law, project.templates)

    assert "guardian: guardian-1" in printed(anew, "en", "internal")
