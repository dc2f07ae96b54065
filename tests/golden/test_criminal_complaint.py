"""The criminal complaint: of an organisation, of a fact without a person, of a victim who files for himself."""

from dataclasses import replace

import pytest

from referral.app.build import compose_document
from referral.app.project import Project
from referral.case.model import DocumentRequest, Person
from referral.case.model.people import Answer, Consent, Sex, Uses
from referral.composition.requests import stem
from referral.edtf import parse_edtf
from referral.errors import UsageError
from referral.writers.text import write_text
from tests.golden.complaints import ADVICE, VARIANTS, complaint_case, golden, written

NAME, STREET = "Уявний Роман", "вулиця Казкова"


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def with_consent(consent: Consent | None) -> Project:
    """The case in which the victim gave this answer."""
    project = complaint_case()
    case = project.loaded.case
    persons = [p.model_copy(update={"consent": consent}) if p.id == "PER-002" else p for p in case.persons]
    loaded = replace(project.loaded, case=case.model_copy(update={"persons": persons}))
    return Project(loaded, project.vault, project.law, project.templates)


def filed_by(code: str, project: Project, profile: str = "prosecution") -> str:
    request = DocumentRequest(id="criminal-complaint", lang="uk", profile=profile, person=code)
    return spaced(write_text(compose_document(project, request).document))


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_complaint_is_the_golden_one(variant: str):
    assert golden(variant).read_text("utf-8") == written(variant), ADVICE


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_complaint_has_the_parts_that_practice_asks_for(variant: str):
    text = spaced(written(variant))
    parts = ("Офіс Генерального прокурора", "Заявник", "Обставини", "Прошу", "24 години", "витяг", "383", "Додатки")

    assert [] == [part for part in parts if part not in text]


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_complaint_says_that_somebody_did_it(variant: str):
    words = ("вчинив злочин", "які вчинили", "винний", "злочинець")
    assert [] == [word for word in words if word in written(variant)]


def test_a_victim_who_files_is_named_only_where_he_files():
    assert [False, False, True] == [NAME in written(variant) for variant in VARIANTS]
    assert STREET in written("victim")


def test_a_victim_who_files_asks_to_be_recognised_and_others_do_not():
    assert [False, False, True] == ["Визнати заявника потерпілим" in written(variant) for variant in VARIANTS]


def test_a_complaint_of_a_fact_names_nobody_and_says_so():
    assert "за фактом" in written("of-fact")
    assert "Вигаданець" not in written("of-fact")
    assert "Вигаданець" in written("named-suspect")


@pytest.mark.parametrize(
    "consent",
    [
        None,
        Consent(uses=Uses(national_authorities=Answer.REFUSED)),
        Consent(uses=Uses(national_authorities=Answer.GRANTED), withdrawn_on=parse_edtf("2025-12")),
    ],
)
def test_who_has_not_agreed_is_not_named_though_he_files(consent: Consent | None):
    text = filed_by("PER-002", with_consent(consent))

    assert NAME not in text
    assert STREET not in text
    assert "[прізвище, ім’я, по батькові заявника" in text


def test_a_woman_who_files_is_spoken_of_as_one():
    project = complaint_case()
    case = project.loaded.case
    persons: list[Person] = [p.model_copy(update={"sex": Sex.FEMALE}) if p.id == "PER-002" else p for p in case.persons]
    loaded = replace(project.loaded, case=case.model_copy(update={"persons": persons}))
    text = filed_by("PER-002", Project(loaded, project.vault, project.law, project.templates))

    assert "Визнати заявницю потерпілою" in text
    assert "Заявник не" not in text
    assert "попереджено" in text


def test_a_witness_cannot_file_it_for_himself():
    with pytest.raises(UsageError, match="PER-003 has not the role “applicant”"):
        filed_by("PER-003", complaint_case())


def test_the_harm_that_a_victim_reports_is_an_open_point_while_nobody_wrote_it():
    assert "Завдана шкода: [зазначити вид шкоди" in spaced(written("victim"))


def test_a_complaint_of_a_victim_has_a_file_of_its_own():
    project = complaint_case()
    asked = {"id": "criminal-complaint", "lang": "uk", "profile": "prosecution"}
    requests = [DocumentRequest.model_validate({**asked, "person": code}) for code in (None, "PER-002")]
    stems = [stem(request, project.loaded.case, project.templates) for request in requests]

    assert ["criminal-complaint.uk", "criminal-complaint-per-002.uk"] == stems
