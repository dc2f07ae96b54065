"""What a prosecutor would catch in an annex of evidence: each fault is impossible there, or shown where it stands.

Faults of the notice itself (its items, signatories, service, declension) have no place in an annex; see the tests of
the notice and of the rules.
"""

import io
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path

import pytest

from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.composition.kinds import load_templates
from referral.document.nodes import Document
from referral.errors import TemplateError, UsageError
from referral.protection.profiles import PROFILES

SMALL = Path(__file__).parent / "data" / "small-case"
TEMPLATES = Path(__file__).parents[2] / "templates"
INSIDE = ("evidence-annex", "element-coverage", "conscript-status-memo")


def annex(project: Project, profile: str = "prosecution") -> Document:
    return compose_document(project, DocumentRequest(id="evidence-annex", lang="uk", profile=profile)).document


def text_of(project: Project, profile: str = "prosecution") -> str:
    written = write_document(annex(project, profile), ["text"])["text"].decode()
    return written.replace("\u00a0", " ")


@cache
def small_case() -> Project:
    return load_case(SMALL)


@cache
def as_it_is() -> str:
    return text_of(small_case())


@pytest.fixture
def changed(tmp_path: Path):
    """The annex of the small case with other words in the case."""

    def make(*changes: tuple[str, str]) -> str:
        copy = shutil.copytree(SMALL, tmp_path / "case")
        whole = (copy / "case.yaml").read_text("utf-8")
        for old, new in changes:
            assert old in whole
            whole = whole.replace(old, new)
        (copy / "case.yaml").write_text(whole, "utf-8")
        return text_of(load_case(copy))

    return make


def row(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def test_fault_1_a_charge_over_two_editions_prints_no_title_of_either(changed):
    text = changed(("    period: 2024-04\n    proceeding: PR-01", "    period: 2024-04/2024-12\n    proceeding: PR-01"))

    assert "Порушення законів та звичаїв війни" not in text
    assert "Воєнні злочини" not in text
    assert "охоплює кілька редакцій" in text


def test_fault_2_a_blanket_offence_without_a_treaty_rule_shows_the_gap(changed):
    assert "[порушену норму іншого акта не названо]" in changed(("    breaches: [gciv.51]\n", ""))
    assert "порушену норму іншого акта" not in as_it_is()


def test_fault_4_places_of_incidents_stand_with_their_occupation_by_authority():
    assert 2 == as_it_is().count("місто Умовне [вигадано] | ")
    assert "Різні дати різних органів подано поруч; одну з них не обрано." in as_it_is()


@pytest.mark.parametrize("kind", INSIDE)
def test_fault_8_what_is_kept_from_the_suspect_can_be_for_no_profile_of_his(kind: str, tmp_path: Path):
    own = tmp_path / kind
    own.mkdir()
    head = (TEMPLATES / kind / "document.yaml").read_text("utf-8")
    (own / "document.yaml").write_text(re.sub(r"(?m)^profiles: \[", "profiles: [publication, ", head), "utf-8")

    with pytest.raises(TemplateError, match="kept from the suspect, and the profile “publication” is his"):
        load_templates([TEMPLATES, tmp_path])


def test_fault_8_the_annex_cannot_be_built_for_the_suspect_and_says_so():
    for profile in (name for name, one in PROFILES.items() if one.is_for_suspect):
        with pytest.raises(UsageError, match="may not have"):
            annex(small_case(), profile)
    assert "Він не є частиною повідомлення про підозру й додатків до нього" in as_it_is()


@pytest.mark.parametrize("profile", ["prosecution", "public", "internal"])
def test_fault_8_no_part_of_the_file_holds_the_name_of_a_protected_person(profile: str):
    protected = ("PER-002", "PER-003")
    vault = small_case().vault.identities
    names = {word for code in protected for n in vault[code].names for word in (n.last, n.first, n.patronymic) if word}
    written = write_document(annex(small_case(), profile), ["docx", "html"])
    parts = [written["html"].decode()]
    with zipfile.ZipFile(io.BytesIO(written["docx"])) as package:
        parts += [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]

    assert 6 == len(names)
    assert [] == [name for name in names for part in parts if name in part]


def test_fault_9_a_number_that_nobody_entered_is_a_placeholder():
    assert "№: [номер не зазначено]" in row(as_it_is(), "PR-01 | ")


def test_fault_11_nobody_is_called_a_victim_without_the_status():
    assert "особа, яка ймовірно зазнала примусу (INC-01)" in row(as_it_is(), "PER-002 | ")
    assert "потерпіл" not in as_it_is()


def test_fault_11_the_status_is_told_with_its_proceeding_and_day(changed):
    status = (
        "    victim_status: [{proceeding: PR-01, applied_on: 2024-08-01, since: 2024-08-01}]\n    service: conscript\n"
    )
    text = changed(("    service: conscript\n    protected_person_basis", status + "    protected_person_basis"))

    assert "статус потерпілого у провадженні PR-01: 01 серпня 2024 року" in row(text, "PER-002 | ")


def test_fault_12_a_mode_of_liability_that_is_not_given_is_asked_for(changed):
    assert "Форма участі | [форму участі не зазначено]" in changed(("    mode: ua.cc.27.2\n", ""))


def test_fault_14_a_post_in_an_unlawful_body_stands_in_quotation_marks(changed):
    assert "так званий «начальник відділення призову»" in row(as_it_is(), "POST-01 | ")
    woman = changed(("    sex: m\n    citizenships: [{state: RU", "    sex: f\n    citizenships: [{state: RU"))
    assert "так звана «начальник відділення призову»" in row(woman, "POST-01 | ")


def test_fault_15_numbers_stand_with_their_days_and_are_never_added():
    assert "[дату підрахунку не зазначено]" in row(as_it_is(), "Q-02 | ")
    assert "станом на: 15 квітня 2024 року" in row(as_it_is(), "Q-01 | ")
    assert "їх не додано, не усереднено й не узгоджено" in as_it_is()
    assert not re.search(r"\b(65|70)\b осіб", as_it_is())


def test_an_act_of_procedure_without_its_article_is_asked_for():
    assert "[статтю КПК не зазначено]" in as_it_is()


def test_the_rules_of_the_shipped_templates_are_those_that_are_tested_here():
    kinds = load_templates(Sources.of().templates).kinds

    assert set(INSIDE) <= {name for name, kind in kinds.items() if kind.kept_from_suspect}
